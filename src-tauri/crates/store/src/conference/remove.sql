DELETE FROM conference WHERE id = ?1
