UPDATE plan SET
    indicator = :indicator,
    period = :period,
    assigner = :assigner,
    qualifiers = :qualifiers,
    amount = :amount,
    upper = :upper,
    denominator = :denominator,
    unit = :unit,
    raw = :raw,
    origin = :origin,
    state = :state,
    position = :position
WHERE id = :id
RETURNING id
