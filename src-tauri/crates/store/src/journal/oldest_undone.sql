SELECT id, name, time FROM journal_step WHERE state = 'undone' ORDER BY id LIMIT 1
