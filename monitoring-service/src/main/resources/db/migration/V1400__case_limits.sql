-- Objections still to be decided, wherever a case has been sent to since; and the limits of single steps, found beside the step that is next.
alter table case_file add column objections int not null default 0;
create index duty_case_duty on duty_case (id, duty);
