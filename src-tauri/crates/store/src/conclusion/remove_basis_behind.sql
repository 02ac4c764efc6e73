DELETE FROM conclusion_basis WHERE conclusion = :of AND position >= :count
