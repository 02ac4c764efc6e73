SELECT noun, of_row, year, field
FROM search_words
JOIN search_entry ON search_entry.id = search_words.rowid
WHERE search_words MATCH :words AND {conditions}
ORDER BY search_words.rank, search_entry.id DESC
LIMIT :limit
