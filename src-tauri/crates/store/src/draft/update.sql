UPDATE draft SET
    organisation = :organisation,
    kind = :kind,
    year = :year,
    title = :title,
    settings = :settings,
    body = :body,
    template = :template,
    created = :created,
    changed = :changed
WHERE id = :id
RETURNING id
