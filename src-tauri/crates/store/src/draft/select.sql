SELECT
    id, organisation, kind, year, title, settings, body, template, created, changed
FROM draft
