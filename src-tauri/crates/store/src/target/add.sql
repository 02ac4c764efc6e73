INSERT INTO target (
    id, indicator, year, qualifiers, amount, upper, denominator, unit, document, selected,
    position, raw, origin, state
)
VALUES (
    :id, :indicator, :year, :qualifiers, :amount, :upper, :denominator, :unit, :document,
    :selected, :position, :raw, :origin, :state
)
RETURNING id
