-- Words that are only begun are looked up, not gathered from all words; the next opening fills it.

DROP TABLE search_words;
CREATE VIRTUAL TABLE search_words USING fts5 (
    words, content = '', contentless_delete = 1, prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 0'
);
DELETE FROM search_filled;
