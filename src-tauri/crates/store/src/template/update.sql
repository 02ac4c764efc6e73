UPDATE template SET
    organisation = :organisation,
    name = :name,
    based_on = :based_on,
    settings = :settings,
    body = :body,
    changed = :changed
WHERE id = :id
RETURNING id
