create table policy (
  policy_id      text not null,
  version        int  not null,
  area_prefix    text not null,
  effective_from date not null,
  effective_to   date,
  terms          text not null,
  primary key (policy_id, version)
);
create index policy_area on policy (area_prefix, effective_from);
