INSERT INTO journal_step (name, time, state) VALUES (?1, ?2, 'done') RETURNING id
