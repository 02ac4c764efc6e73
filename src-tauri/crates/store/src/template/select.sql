SELECT
    id, organisation, name, based_on, settings, body, changed
FROM template
