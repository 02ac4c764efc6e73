INSERT INTO search_filled (version) VALUES (?1)
