DELETE FROM collection_question WHERE collection = ?1
