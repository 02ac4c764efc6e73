DELETE FROM office WHERE organisation = ?1
