SELECT id, organisation, kind, year, title, settings, changed
FROM draft
ORDER BY year DESC, title, id
