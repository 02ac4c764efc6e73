INSERT INTO plan (
    id, indicator, period, assigner, qualifiers, amount, upper, denominator, unit, raw, origin,
    state, position
)
VALUES (
    :id, :indicator, :period, :assigner, :qualifiers, :amount, :upper, :denominator, :unit,
    :raw, :origin, :state, :position
)
ON CONFLICT (indicator, period, assigner) DO UPDATE SET
    qualifiers = excluded.qualifiers,
    amount = excluded.amount,
    upper = excluded.upper,
    denominator = excluded.denominator,
    unit = excluded.unit,
    raw = excluded.raw,
    origin = excluded.origin,
    state = excluded.state,
    position = excluded.position
RETURNING id
