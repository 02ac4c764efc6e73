SELECT EXISTS (SELECT 1 FROM indicator WHERE organisation = ?1)
