INSERT INTO reported (
    indicator, reporter, period, measure, date, qualifiers, amount, upper, denominator, unit,
    raw, origin, state
)
VALUES (
    :indicator, :reporter, :period, :measure, :date, :qualifiers, :amount, :upper, :denominator,
    :unit, :raw, :origin, :state
)
ON CONFLICT (indicator, reporter, period, measure) DO UPDATE SET
    date = excluded.date,
    qualifiers = excluded.qualifiers,
    amount = excluded.amount,
    upper = excluded.upper,
    denominator = excluded.denominator,
    unit = excluded.unit,
    raw = excluded.raw,
    origin = excluded.origin,
    state = excluded.state
RETURNING id
