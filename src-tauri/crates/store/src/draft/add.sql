INSERT INTO draft (
    id, organisation, kind, year, title, settings, body, template, created, changed
)
VALUES (
    :id, :organisation, :kind, :year, :title, :settings, :body, :template, :created, :changed
)
RETURNING id
