INSERT INTO figure (
    id, indicator, organisation, period, kind, qualifiers, amount, upper, denominator, unit,
    raw, origin, state, published
)
VALUES (
    :id, :indicator, :organisation, :period, :kind, :qualifiers, :amount, :upper, :denominator,
    :unit, :raw, :origin, :state, :published
)
ON CONFLICT (indicator, organisation, period, kind) DO UPDATE SET
    qualifiers = excluded.qualifiers,
    amount = excluded.amount,
    upper = excluded.upper,
    denominator = excluded.denominator,
    unit = excluded.unit,
    raw = excluded.raw,
    origin = excluded.origin,
    state = excluded.state,
    published = coalesce(excluded.published, published)
RETURNING id
