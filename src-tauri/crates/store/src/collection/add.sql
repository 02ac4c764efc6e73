INSERT INTO collection (id, organisation, name, period, due)
VALUES (:id, :organisation, :name, :period, :due)
RETURNING id
