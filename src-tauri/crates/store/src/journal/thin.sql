-- Step ids may have holes, so the bounds by steps keep at least as many as asked.
DELETE FROM journal_step
WHERE
    (
        id <= :newest - :steps_kept
        AND id < (
            SELECT step
            FROM journal_change
            WHERE seq <= (SELECT max(seq) FROM journal_change) - :changes_kept
            ORDER BY seq DESC
            LIMIT 1
        )
    )
    OR (
        id <= :newest - :large_steps_kept
        AND id <= (
            SELECT max(id)
            FROM (
                SELECT id, sum(bytes) OVER (ORDER BY id DESC) AS bytes_since FROM journal_step
            )
            WHERE bytes_since > :bytes_kept
        )
    )
