SELECT step.id, step.name, step.time, change.before, change.after
FROM journal_change AS change
JOIN journal_step AS step ON step.id = change.step
WHERE
    change.of_table = 'figure'
    AND step.state = 'done'
    AND (before ->> 'indicator' = ?1 OR after ->> 'indicator' = ?1)
ORDER BY change.seq
