UPDATE journal_step
SET bytes = (
    SELECT coalesce(sum(coalesce(length(before), 0) + coalesce(length(after), 0)), 0)
    FROM journal_change
    WHERE step = ?1
)
WHERE id = ?1
