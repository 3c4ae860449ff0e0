-- The day on which an episode was entered in the national system, and that of its import (2020 plan).
alter table object_episode add entered_on date, add imported_on date;
