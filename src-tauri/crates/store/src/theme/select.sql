SELECT
    id, organisation, year, separator, parts, origin, state
FROM theme
