SELECT
    id, organisation, kind, text, quote, field, year, covers, document, conference, topic, assigner,
    (
        SELECT json_group_array(
            iif(
                body IS NULL,
                json_object('to', 'rule', 'text', rule, 'indicator', indicator, 'below', below),
                json_object('to', 'body', 'body', body, 'role', role)
            )
            ORDER BY position
        )
        FROM assignment
        WHERE conclusion = conclusion.id
    ),
    part_of, cause, deadline, deadline_words, urgency, progress, stated_count, counting_word,
    (
        SELECT json_group_array(document ORDER BY position)
        FROM conclusion_basis
        WHERE conclusion = conclusion.id
    ),
    (
        SELECT json_group_array(
            json_object('text', text, 'date', date, 'indicator', indicator, 'document', document)
            ORDER BY position
        )
        FROM task_result
        WHERE conclusion = conclusion.id
    ),
    mentions, position, origin, state
FROM conclusion
