UPDATE figure SET
    indicator = :indicator,
    organisation = :organisation,
    period = :period,
    kind = :kind,
    qualifiers = :qualifiers,
    amount = :amount,
    upper = :upper,
    denominator = :denominator,
    unit = :unit,
    raw = :raw,
    origin = :origin,
    state = :state,
    published = :published
WHERE id = :id
RETURNING id
