UPDATE journal_step SET state = ?2 WHERE id = ?1
