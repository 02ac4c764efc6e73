SELECT id, time, state, key FROM journal_step ORDER BY id DESC LIMIT 1
