SELECT DISTINCT period FROM figure
WHERE organisation = ?1
