SELECT
    coalesce(sum(content <> printf('%0200d', number)), 0),
    coalesce(max(number), 0),
    count(*)
FROM selftest
