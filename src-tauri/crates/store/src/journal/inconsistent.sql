-- The newest change of each row must have left what the table holds now.
SELECT newest.of_row
FROM (
    SELECT change.of_row, change.after, max(change.seq)
    FROM journal_change AS change
    JOIN journal_step AS step ON step.id = change.step
    WHERE change.of_table = '{table}' AND step.state = 'done'
    GROUP BY change.of_row
) AS newest
LEFT JOIN {table} ON {table}.rowid = newest.of_row
WHERE newest.after IS NOT iif({table}.rowid IS NULL, NULL, json_object({image}))
