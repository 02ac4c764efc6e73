DELETE FROM journal_now
