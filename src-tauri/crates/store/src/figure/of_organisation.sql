JOIN indicator ON indicator.id = figure.indicator
WHERE indicator.organisation = ?1
ORDER BY indicator.slug, figure.organisation, figure.period, figure.kind
