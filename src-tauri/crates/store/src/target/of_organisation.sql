JOIN indicator ON indicator.id = target.indicator
WHERE indicator.organisation = ?1
ORDER BY target.year, target.position, target.id
