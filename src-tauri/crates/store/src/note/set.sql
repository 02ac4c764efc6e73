INSERT INTO note (indicator, year, text) VALUES (?1, ?2, ?3)
ON CONFLICT (indicator, year) DO UPDATE SET text = excluded.text
RETURNING id
