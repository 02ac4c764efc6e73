INSERT INTO selftest (number, content) VALUES (?1, printf('%0200d', ?1))
