UPDATE indicator SET
    organisation = :organisation,
    slug = :slug,
    name = :name,
    short_name = :short_name,
    aliases = :aliases,
    unit = :unit,
    field = :field,
    direction = :direction,
    decimals = :decimals,
    phrase = :phrase,
    part_of = :part_of,
    cumulates = :cumulates,
    since = :since,
    supplier = :supplier,
    due = :due,
    position = :position
WHERE id = :id
RETURNING id
