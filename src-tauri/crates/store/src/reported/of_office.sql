JOIN reporter ON reporter.organisation = reported.reporter
WHERE reporter.office = ?1
ORDER BY reported.indicator, reporter.position, reporter.organisation, reported.period,
    reported.measure
