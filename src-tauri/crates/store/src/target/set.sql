INSERT INTO target (
    id, indicator, year, qualifiers, amount, upper, denominator, unit, document, selected,
    position, raw, origin, state
)
VALUES (
    :id, :indicator, :year, :qualifiers, :amount, :upper, :denominator, :unit, :document,
    :selected, :position, :raw, :origin, :state
)
ON CONFLICT (indicator, year) DO UPDATE SET
    qualifiers = excluded.qualifiers,
    amount = excluded.amount,
    upper = excluded.upper,
    denominator = excluded.denominator,
    unit = excluded.unit,
    document = excluded.document,
    selected = excluded.selected,
    position = excluded.position,
    raw = excluded.raw,
    origin = excluded.origin,
    state = excluded.state
RETURNING id
