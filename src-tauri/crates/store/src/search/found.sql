SELECT search_entry.id, noun IN ('figure', 'conclusion')
FROM search_words
JOIN search_entry ON search_entry.id = search_words.rowid
WHERE search_words MATCH :words AND {conditions}
ORDER BY search_words.rowid
