INSERT INTO draft_version (
    id, draft, number, name, time, note, body, content, docx
)
VALUES (
    :id, :draft, :number, :name, :time, :note, :body, :content, :docx
)
RETURNING id
