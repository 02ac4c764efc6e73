DELETE FROM saved_import WHERE id = ?1
