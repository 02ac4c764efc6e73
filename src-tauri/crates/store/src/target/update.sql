UPDATE target SET
    indicator = :indicator,
    year = :year,
    qualifiers = :qualifiers,
    amount = :amount,
    upper = :upper,
    denominator = :denominator,
    unit = :unit,
    document = :document,
    selected = :selected,
    position = :position,
    raw = :raw,
    origin = :origin,
    state = :state
WHERE id = :id
RETURNING id
