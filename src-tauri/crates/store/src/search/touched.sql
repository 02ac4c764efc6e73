-- The rows that are found by words, of the rows that a step touched behind a number: a part of a
-- thing stands for the whole, and what is told in another thing's words for those things.
WITH touched AS (
    SELECT of_table, of_row, coalesce(after, before) AS image
    FROM journal_change
    WHERE step = ?1 AND seq > ?2
)
SELECT of_table AS noun, of_row AS of_row
FROM touched
WHERE of_table IN (
    'indicator', 'figure', 'plan', 'target', 'theme', 'list', 'conference', 'document',
    'conclusion', 'draft'
)
UNION
SELECT 'list', image ->> 'list' FROM touched WHERE of_table = 'list_item'
UNION
SELECT 'document', of_row FROM touched WHERE of_table = 'document_text'
UNION
SELECT 'conclusion', image ->> 'conclusion' FROM touched WHERE of_table = 'assignment'
UNION
SELECT 'figure', figure.id
FROM touched
JOIN figure ON of_table = 'indicator' AND figure.indicator = touched.of_row
UNION
SELECT 'plan', plan.id
FROM touched
JOIN plan ON of_table = 'indicator' AND plan.indicator = touched.of_row
UNION
SELECT 'target', target.id
FROM touched
JOIN target ON of_table = 'indicator' AND target.indicator = touched.of_row
UNION
SELECT 'conclusion', conclusion.id
FROM touched
JOIN conclusion ON of_table = 'body' AND conclusion.assigner = touched.of_row
UNION
SELECT 'conclusion', assignment.conclusion
FROM touched
JOIN assignment ON of_table = 'body' AND assignment.body = touched.of_row
