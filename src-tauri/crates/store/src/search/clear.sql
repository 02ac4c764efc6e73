DELETE FROM search_entry;
INSERT INTO search_words (search_words) VALUES ('delete-all');
DELETE FROM search_filled;
