SELECT
    id, organisation, name, saved, content
FROM saved_import
