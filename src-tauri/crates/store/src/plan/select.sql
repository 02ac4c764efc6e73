SELECT
    plan.id, plan.indicator, plan.period, plan.assigner, plan.qualifiers, plan.amount,
    plan.upper, plan.denominator, plan.unit, plan.raw, plan.origin, plan.state, plan.position
FROM plan
