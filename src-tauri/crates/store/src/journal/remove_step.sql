DELETE FROM journal_step WHERE id = ?1
