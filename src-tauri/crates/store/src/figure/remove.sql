DELETE FROM figure WHERE id = ?1
