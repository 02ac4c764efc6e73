-- In the order of the index, so that no whole row goes through a sorter.
WHERE plan.indicator IN (SELECT id FROM indicator WHERE organisation = ?1)
ORDER BY plan.indicator, plan.period
