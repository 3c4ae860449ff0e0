-- The households that a quarterly review found at risk; null: minutes from before they were named.
alter table quarterly_review add column at_risk text;
