INSERT INTO journal_step (name, time, state, key) VALUES (?1, ?2, 'done', ?3) RETURNING id
