-- Whether the policy of a household's latest case, and of its latest removal, forbids to post it. No row: nothing was opened.
create table notice_policy (
  household uuid    not null,
  kind      text    not null,
  forbidden boolean not null,
  primary key (household, kind)
);
