SELECT first.before IS last.after
FROM journal_change AS first, journal_change AS last
WHERE first.seq = ?1 AND last.seq = ?2
