SELECT
    id, organisation, slug, name, short_name, aliases, unit, field, direction, decimals,
    phrase, part_of, cumulates, since, supplier, due, position
FROM indicator
