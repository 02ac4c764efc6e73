SELECT
    reported.id, reported.indicator, reported.reporter, reported.period, reported.measure,
    reported.date, reported.qualifiers, reported.amount, reported.upper, reported.denominator,
    reported.unit, reported.raw, reported.origin, reported.state
FROM reported
