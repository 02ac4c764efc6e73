DELETE FROM task_result WHERE conclusion = :of AND position >= :count
