SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')
