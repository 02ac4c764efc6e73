SELECT
    figure.id, figure.indicator, figure.organisation, figure.period, figure.kind,
    figure.qualifiers, figure.amount, figure.upper, figure.denominator, figure.unit,
    figure.raw, figure.origin, figure.state, figure.published
FROM figure
