INSERT INTO conclusion_basis (conclusion, position, document)
VALUES (:conclusion, :position, :document)
ON CONFLICT (conclusion, position) DO UPDATE SET document = excluded.document
