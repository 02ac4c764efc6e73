INSERT INTO journal_now (step, replaying) VALUES (?1, 0)
