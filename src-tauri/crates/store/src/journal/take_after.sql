UPDATE journal_change
SET after = (SELECT last.after FROM journal_change AS last WHERE last.seq = ?2)
WHERE seq = ?1
