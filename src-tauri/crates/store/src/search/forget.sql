DELETE FROM search_entry WHERE noun = ?1 AND of_row = ?2 RETURNING id
