-- Step ids may have holes, so the bound by steps keeps at least as many as asked.
DELETE FROM journal_step
WHERE
    id <= :newest - :steps_kept
    AND id < (
        SELECT step
        FROM journal_change
        WHERE seq <= (SELECT max(seq) FROM journal_change) - :changes_kept
        ORDER BY seq DESC
        LIMIT 1
    )
