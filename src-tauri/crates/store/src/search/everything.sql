SELECT 'indicator', id FROM indicator
UNION ALL
SELECT 'figure', id FROM figure
UNION ALL
SELECT 'plan', id FROM plan
UNION ALL
SELECT 'target', id FROM target
UNION ALL
SELECT 'theme', id FROM theme
UNION ALL
SELECT 'list', id FROM list
UNION ALL
SELECT 'conference', id FROM conference
UNION ALL
SELECT 'document', id FROM document
UNION ALL
SELECT 'conclusion', id FROM conclusion
UNION ALL
SELECT 'draft', id FROM draft
