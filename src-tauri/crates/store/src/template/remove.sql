DELETE FROM template WHERE id = ?1
