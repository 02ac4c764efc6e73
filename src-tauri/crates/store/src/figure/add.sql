INSERT INTO figure (
    id, indicator, organisation, period, kind, qualifiers, amount, upper, denominator, unit,
    raw, origin, state, published
)
VALUES (
    :id, :indicator, :organisation, :period, :kind, :qualifiers, :amount, :upper, :denominator,
    :unit, :raw, :origin, :state, :published
)
RETURNING id
