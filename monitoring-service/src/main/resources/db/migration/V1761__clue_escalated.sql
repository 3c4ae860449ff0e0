-- A late clue is a level above whoever had it, and stays there when it is sent on.
update duty_clue set level = 'TOWN' where until is null and overdue and step = 'VERIFY';
update duty_clue d set level = 'COUNTY' from clue c
where c.id = d.id and d.until is null and d.overdue and d.step = 'OVERDUE' and c.stage = 'HANDED_OVER';
