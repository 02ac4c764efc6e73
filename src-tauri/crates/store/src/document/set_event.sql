INSERT INTO document_event (document, position, kind, date, note)
VALUES (:document, :position, :kind, :date, :note)
ON CONFLICT (document, position) DO UPDATE SET
    kind = excluded.kind,
    date = excluded.date,
    note = excluded.note
