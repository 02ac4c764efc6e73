SELECT coalesce(max(seq), 0) FROM journal_change
