SELECT
    target.id, target.indicator, target.year, target.qualifiers, target.amount, target.upper,
    target.denominator, target.unit, target.document, target.selected, target.position,
    target.raw, target.origin, target.state
FROM target
