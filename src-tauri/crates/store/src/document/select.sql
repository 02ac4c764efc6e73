SELECT
    id, organisation, kind, number, date, date_words, issuer, subject, state, aliases, field, term,
    conference,
    (
        SELECT json_group_array(
            json_object('kind', kind, 'to', to_document) ORDER BY position
        )
        FROM document_relation
        WHERE document = document.id
    ),
    (
        SELECT json_group_array(
            json_object('kind', kind, 'date', date, 'note', note) ORDER BY position
        )
        FROM document_event
        WHERE document = document.id
    ),
    (
        SELECT json_group_array(
            json_object('body', body, 'text', text, 'answer', answer, 'answer_text', answer_text)
            ORDER BY position
        )
        FROM opinion
        WHERE document = document.id
    )
FROM document
