SELECT DISTINCT of_table FROM journal_change WHERE step = ?1 AND seq > ?2
