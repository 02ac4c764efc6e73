DELETE FROM note WHERE indicator = ?1 AND year = ?2
