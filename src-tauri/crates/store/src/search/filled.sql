SELECT max(version) FROM search_filled
