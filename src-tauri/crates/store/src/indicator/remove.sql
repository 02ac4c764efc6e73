DELETE FROM indicator WHERE id = ?1
