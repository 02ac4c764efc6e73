INSERT INTO scorecard (
    id, organisation, slug, year, name
)
VALUES (
    :id, :organisation, :slug, :year, :name
)
RETURNING id
