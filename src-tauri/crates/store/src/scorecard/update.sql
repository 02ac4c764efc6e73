UPDATE scorecard SET
    organisation = :organisation,
    slug = :slug,
    year = :year,
    name = :name
WHERE id = :id
RETURNING id
