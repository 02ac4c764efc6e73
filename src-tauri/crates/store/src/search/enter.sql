INSERT INTO search_entry (noun, of_row, organisation, year, field)
VALUES (?1, ?2, ?3, ?4, ?5)
RETURNING id
