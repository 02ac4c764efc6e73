SELECT
    reporter.organisation, organisation.name, reporter.office, reporter.aliases,
    reporter.of_group, reporter.position
FROM reporter
JOIN organisation ON organisation.id = reporter.organisation
