DELETE FROM organisation WHERE id = ?1
