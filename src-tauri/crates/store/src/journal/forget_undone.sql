DELETE FROM journal_step WHERE state = 'undone'
