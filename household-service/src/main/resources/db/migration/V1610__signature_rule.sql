-- Whether the policy of an area and time wants a check of the safeguards signed by both, as monitoring published it.
create table signature_rule (
  policy_id      text    not null,
  version        int     not null,
  area_prefix    text    not null,
  effective_from date    not null,
  effective_to   date,
  required       boolean not null,
  primary key (policy_id, version)
);
