SELECT of_table, of_row, before, after FROM journal_change WHERE step = ?1 ORDER BY seq
