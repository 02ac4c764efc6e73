DELETE FROM theme WHERE id = ?1
