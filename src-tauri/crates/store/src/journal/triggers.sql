CREATE TEMP TRIGGER journal_{table}_insert AFTER INSERT ON main.{table}
WHEN (SELECT replaying FROM journal_now) IS NOT 1
BEGIN
    INSERT INTO journal_change (step, of_table, of_row, before, after)
    VALUES (
        (SELECT step FROM journal_now), '{table}', new.rowid, NULL, json_object({new image})
    );
END;

CREATE TEMP TRIGGER journal_{table}_update AFTER UPDATE ON main.{table}
WHEN (SELECT replaying FROM journal_now) IS NOT 1 AND ({old}) IS NOT ({new})
BEGIN
    INSERT INTO journal_change (step, of_table, of_row, before, after)
    VALUES (
        (SELECT step FROM journal_now), '{table}', new.rowid,
        json_object({old image}), json_object({new image})
    );
END;

CREATE TEMP TRIGGER journal_{table}_delete AFTER DELETE ON main.{table}
WHEN (SELECT replaying FROM journal_now) IS NOT 1
BEGIN
    INSERT INTO journal_change (step, of_table, of_row, before, after)
    VALUES (
        (SELECT step FROM journal_now), '{table}', old.rowid, json_object({old image}), NULL
    );
END;

