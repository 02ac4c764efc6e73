INSERT INTO search_words (rowid, words) VALUES (?1, ?2)
