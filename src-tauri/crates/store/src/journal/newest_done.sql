SELECT id, name, time FROM journal_step WHERE state = 'done' ORDER BY id DESC LIMIT 1
