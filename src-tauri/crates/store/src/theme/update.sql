UPDATE theme SET
    organisation = :organisation,
    year = :year,
    separator = :separator,
    parts = :parts,
    origin = :origin,
    state = :state
WHERE id = :id
RETURNING id
