INSERT INTO body (id, organisation, name, aliases, kind, position)
VALUES (:id, :organisation, :name, :aliases, :kind, :position)
RETURNING id
