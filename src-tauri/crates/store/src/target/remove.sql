DELETE FROM target WHERE id = ?1
