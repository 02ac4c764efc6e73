JOIN indicator ON indicator.id = note.indicator
WHERE indicator.organisation = ?1
ORDER BY note.year, note.indicator
