-- Which member holds a security tag. What was known so far did not say: everybody, until HouseholdConsumer is filled anew.
update household_fact set tags = coalesce((
  select json_agg(json_build_object('memberId', m ->> 'memberId', 'tag', t))::text
  from json_array_elements_text(tags::json) t, json_array_elements(members::json) m), '[]')
where tags <> '[]';

-- What exactly a measure gives: DIBAO, DISABILITY_SUBSIDY; null where nobody said or it was known before.
alter table measure_fact add column item text;
