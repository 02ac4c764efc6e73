INSERT INTO indicator (
    id, organisation, slug, name, short_name, aliases, unit, field, direction, decimals,
    phrase, part_of, cumulates, since, supplier, due, position
)
VALUES (
    :id, :organisation, :slug, :name, :short_name, :aliases, :unit, :field, :direction, :decimals,
    :phrase, :part_of, :cumulates, :since, :supplier, :due, :position
)
RETURNING id
