-- Every form of a period names the year it ends in.
JOIN indicator ON indicator.id = plan.indicator
WHERE indicator.organisation = :owner AND instr(plan.period, :year)
ORDER BY plan.indicator, plan.position, plan.id
