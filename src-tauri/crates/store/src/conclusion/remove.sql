DELETE FROM conclusion WHERE id = ?1
