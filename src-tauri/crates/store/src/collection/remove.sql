DELETE FROM collection WHERE id = ?1
