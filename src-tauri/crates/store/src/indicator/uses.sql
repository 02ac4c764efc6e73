SELECT
    (SELECT count(*) FROM figure WHERE indicator = ?1),
    (SELECT count(*) FROM plan WHERE indicator = ?1),
    (SELECT count(*) FROM target WHERE indicator = ?1),
    (SELECT count(*) FROM scorecard_indicator WHERE indicator = ?1),
    (SELECT count(*) FROM indicator WHERE part_of = ?1 OR cumulates = ?1)
