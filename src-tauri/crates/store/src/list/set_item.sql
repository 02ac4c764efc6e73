INSERT INTO list_item (list, position, text, origin, state)
VALUES (:list, :position, :text, :origin, :state)
ON CONFLICT (list, position) DO UPDATE SET
    text = excluded.text,
    origin = excluded.origin,
    state = excluded.state
