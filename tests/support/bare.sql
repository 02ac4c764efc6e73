-- Leaves of the sample's memory two documents, so that cases count from the beginning.
UPDATE target SET document = NULL;
UPDATE conclusion SET part_of = NULL;
DELETE FROM conclusion;
DELETE FROM document_relation;
DELETE FROM document;
DELETE FROM conference;
DELETE FROM body;
DELETE FROM sqlite_sequence WHERE name IN (
    'conclusion', 'document', 'conference', 'body', 'assignment', 'task_result', 'conclusion_basis'
);
INSERT INTO document (id, organisation, kind, number, date, issuer, subject, state)
SELECT 1, id, 'Kết luận', '', NULL, 'Ban Chấp hành', 'điều chỉnh Quy chế làm việc', 'pending'
FROM organisation
WHERE slug = 'hai-phong';
INSERT INTO document (id, organisation, kind, number, date, issuer, subject, state)
SELECT 2, id, 'Nghị quyết', '36/2021/NQ-HĐND', '2021-11-06', 'HĐND tỉnh', 'về đầu tư công', 'issued'
FROM organisation
WHERE slug = 'ha-tinh';
-- The index is filled anew.
DELETE FROM search_filled;
