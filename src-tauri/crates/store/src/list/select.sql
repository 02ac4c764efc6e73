SELECT
    id, organisation, slug, year, kind, field, name, counting_word, stated_count,
    (
        SELECT json_group_array(
            json_object('text', text, 'origin', json(origin), 'state', state) ORDER BY position
        )
        FROM list_item
        WHERE list = list.id
    )
FROM list
