DELETE FROM reported WHERE id = ?1
