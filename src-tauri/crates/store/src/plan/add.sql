INSERT INTO plan (
    id, indicator, period, assigner, qualifiers, amount, upper, denominator, unit, raw, origin,
    state, position
)
VALUES (
    :id, :indicator, :period, :assigner, :qualifiers, :amount, :upper, :denominator, :unit,
    :raw, :origin, :state, :position
)
RETURNING id
