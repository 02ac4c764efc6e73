INSERT INTO document_relation (document, position, kind, to_document)
VALUES (:document, :position, :kind, :to)
ON CONFLICT (document, position) DO UPDATE SET
    kind = excluded.kind,
    to_document = excluded.to_document
