-- Every form of a period names the year it ends in.
JOIN indicator ON indicator.id = figure.indicator
WHERE
    indicator.organisation = :owner
    AND figure.organisation = :owner
    AND (instr(figure.period, :before) OR instr(figure.period, :year))
ORDER BY figure.indicator
