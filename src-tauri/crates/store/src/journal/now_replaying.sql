INSERT INTO journal_now (step, replaying) VALUES (NULL, 1)
