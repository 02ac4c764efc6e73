UPDATE body SET
    organisation = :organisation,
    name = :name,
    aliases = :aliases,
    kind = :kind,
    position = :position
WHERE id = :id
RETURNING id
