SELECT
    id, slug, name, short_name, parent, level, side
FROM organisation
