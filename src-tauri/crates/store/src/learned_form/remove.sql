DELETE FROM learned_form WHERE id = ?1
