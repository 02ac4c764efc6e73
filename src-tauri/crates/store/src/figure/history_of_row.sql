SELECT step.id, step.name, step.time, change.before, change.after
FROM journal_change AS change
JOIN journal_step AS step ON step.id = change.step
WHERE change.of_table = 'figure' AND change.of_row = ?1 AND step.state = 'done'
ORDER BY change.seq
