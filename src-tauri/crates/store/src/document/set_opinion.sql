INSERT INTO opinion (document, position, body, text, answer, answer_text)
VALUES (:document, :position, :body, :text, :answer, :answer_text)
ON CONFLICT (document, position) DO UPDATE SET
    body = excluded.body,
    text = excluded.text,
    answer = excluded.answer,
    answer_text = excluded.answer_text
