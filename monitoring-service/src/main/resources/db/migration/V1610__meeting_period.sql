-- A judgement meeting is of a week or of a month, as the policy wants it: the period is written as yyyy-Www or yyyy-MM.
alter table judgement_meeting rename column week to period;
alter table duty_meeting rename column week to period;
update policy set terms = replace(replace(terms, '"weeklyMeeting":true', '"meetings":"WEEKLY"'), '"weeklyMeeting":false', '"meetings":"NONE"');
