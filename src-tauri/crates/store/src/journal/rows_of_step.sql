SELECT seq, of_table, of_row FROM journal_change WHERE step = ?1 ORDER BY seq
