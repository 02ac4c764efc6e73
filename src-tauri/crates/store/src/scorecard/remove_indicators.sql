DELETE FROM scorecard_indicator WHERE scorecard = ?1
