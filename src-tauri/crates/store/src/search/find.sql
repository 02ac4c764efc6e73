-- Every hit but, of the kinds with rows by the thousand, those entered before a number.
SELECT noun, of_row
FROM search_words
JOIN search_entry ON search_entry.id = search_words.rowid
WHERE
    search_words MATCH :words AND {conditions}
    AND (search_entry.id >= :from OR noun NOT IN ('figure', 'conclusion'))
ORDER BY search_words.rank, search_entry.id DESC
LIMIT :limit
