DELETE FROM list_item WHERE list = :list AND position >= :count
