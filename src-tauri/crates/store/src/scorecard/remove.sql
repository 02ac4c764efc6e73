DELETE FROM scorecard WHERE id = ?1
