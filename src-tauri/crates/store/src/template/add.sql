INSERT INTO template (
    id, organisation, name, based_on, settings, body, changed
)
VALUES (
    :id, :organisation, :name, :based_on, :settings, :body, :changed
)
RETURNING id
