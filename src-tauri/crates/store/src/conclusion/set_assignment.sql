INSERT INTO assignment (conclusion, position, body, role, rule, indicator, below)
VALUES (:conclusion, :position, :body, :role, :rule, :indicator, :below)
ON CONFLICT (conclusion, position) DO UPDATE SET
    body = excluded.body,
    role = excluded.role,
    rule = excluded.rule,
    indicator = excluded.indicator,
    below = excluded.below
