DELETE FROM assignment WHERE conclusion = :of AND position >= :count
