DELETE FROM opinion WHERE document = :of AND position >= :count
