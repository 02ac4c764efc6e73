DELETE FROM collection_reporter WHERE collection = ?1
