-- Whom no medical insurance is told of is found since: every household is looked at anew.
delete from quality_finding;
delete from quality_household;
