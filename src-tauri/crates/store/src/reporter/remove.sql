DELETE FROM reporter WHERE organisation = ?1
