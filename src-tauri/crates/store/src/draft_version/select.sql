SELECT
    id, draft, number, name, time, note, body, content, docx
FROM draft_version
