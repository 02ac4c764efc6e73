JOIN indicator ON indicator.id = plan.indicator
WHERE indicator.organisation = ?1
ORDER BY indicator.slug, plan.period, plan.position, plan.id
