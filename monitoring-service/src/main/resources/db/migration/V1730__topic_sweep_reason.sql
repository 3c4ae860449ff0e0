-- Why a sweep about one topic ended before all had answered.
alter table topic_sweep add column reason text;
