SELECT id, organisation, name, aliases, kind, position
FROM body
