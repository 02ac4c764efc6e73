INSERT INTO reporter (
    organisation, office, aliases, of_group, position
)
VALUES (
    :organisation, :office, :aliases, :of_group, :position
)
ON CONFLICT (organisation) DO UPDATE SET
    office = excluded.office,
    aliases = excluded.aliases,
    of_group = excluded.of_group,
    position = excluded.position
RETURNING organisation
