BEGIN;
-- What is held is chosen by the first read.
SELECT count(*) FROM sqlite_schema;
