INSERT INTO figure (
    id, indicator, organisation, period, kind, qualifiers, amount, upper, denominator, unit,
    raw, origin, state
)
VALUES (
    :id, :indicator, :organisation, :period, :kind, :qualifiers, :amount, :upper, :denominator,
    :unit, :raw, :origin, :state
)
RETURNING id
