-- What goes along when a household moves.
create index clue_household on clue (household);
