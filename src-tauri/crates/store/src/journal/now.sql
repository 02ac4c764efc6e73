-- One row while a step is open or replayed, none otherwise.
CREATE TEMP TABLE journal_now (step INTEGER, replaying INTEGER NOT NULL);

