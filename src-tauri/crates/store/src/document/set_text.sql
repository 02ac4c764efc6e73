INSERT INTO document_text (document, text)
VALUES (?1, ?2)
ON CONFLICT (document) DO UPDATE SET text = excluded.text
