-- A ranking is published after the year that it measures; conferences are called by other names too.

ALTER TABLE figure ADD COLUMN published INTEGER
    CONSTRAINT "năm công bố phải là một năm" CHECK (published BETWEEN 1900 AND 2200);
ALTER TABLE conference ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases));

-- Undo puts rows back column by column: the images of earlier steps get the new columns too.
UPDATE journal_change SET
    before = json_set(before, '$.published', NULL),
    after = json_set(after, '$.published', NULL)
WHERE of_table = 'figure';

UPDATE journal_change SET
    before = json_set(before, '$.aliases', '[]'),
    after = json_set(after, '$.aliases', '[]')
WHERE of_table = 'conference';
