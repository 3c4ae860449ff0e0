-- Why a roster was rejected after it was checked, when and by whom.
alter table roster_import add column reason text, add column rejected_at timestamptz, add column rejected_by text, add column rejected_role text;
