JOIN indicator ON indicator.id = target.indicator
WHERE indicator.organisation = ?1 AND target.year = ?2
ORDER BY target.position, target.id
