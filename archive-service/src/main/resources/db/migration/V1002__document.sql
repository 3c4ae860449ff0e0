-- A content in an area, its headings, and what took its place.
create table document (
  sha256      text        not null,
  area        text        not null,
  size        bigint      not null,
  media_type  text        not null,
  received_on date        not null,
  successor   text,
  primary key (sha256, area)
);
create index document_area on document (area text_pattern_ops, sha256);
create index document_successor on document (successor) where successor is not null;

create table document_filing (
  sha256    text not null,
  area      text not null,
  kind      text not null,
  household uuid,
  filed_on  date not null
);
create index document_filing_document on document_filing (sha256, area);
create index document_filing_household on document_filing (household);

-- Which documents archived events name as evidence.
create table citation (
  sha256   text   not null,
  kind     text   not null,
  position bigint not null, -- of archived_event
  primary key (sha256, kind, position)
);
create index citation_position on citation (position);
