SELECT
    id, organisation, name, period, due,
    (
        SELECT json_group_array(
            json_object('indicator', indicator, 'measure', measure) ORDER BY position
        )
        FROM collection_question
        WHERE collection = collection.id
    ),
    (
        SELECT json_group_array(reporter ORDER BY position)
        FROM collection_reporter
        WHERE collection = collection.id
    )
FROM collection
