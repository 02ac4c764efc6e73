DELETE FROM journal_change WHERE seq = ?1
