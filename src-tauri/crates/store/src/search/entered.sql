SELECT noun, of_row FROM search_entry
