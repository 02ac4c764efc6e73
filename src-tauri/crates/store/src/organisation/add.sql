INSERT INTO organisation (
    id, slug, name, short_name, parent, level, side
)
VALUES (
    :id, :slug, :name, :short_name, :parent, :level, :side
)
RETURNING id
