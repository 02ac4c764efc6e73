INSERT INTO theme (
    id, organisation, year, separator, parts, origin, state
)
VALUES (
    :id, :organisation, :year, :separator, :parts, :origin, :state
)
RETURNING id
