UPDATE organisation SET
    slug = :slug,
    name = :name,
    short_name = :short_name,
    parent = :parent,
    level = :level,
    side = :side
WHERE id = :id
RETURNING id
