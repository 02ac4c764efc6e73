SELECT step.id, step.name, step.time, change.before, change.after
FROM journal_change AS change
JOIN journal_step AS step ON step.id = change.step
WHERE
    change.of_table = 'figure'
    AND step.state = 'done'
    AND (
        (:indicator, :organisation, :period)
            = (before ->> 'indicator', before ->> 'organisation', before ->> 'period')
        OR (:indicator, :organisation, :period)
            = (after ->> 'indicator', after ->> 'organisation', after ->> 'period')
    )
ORDER BY change.seq
