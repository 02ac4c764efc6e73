INSERT INTO task_result (conclusion, position, text, date, indicator, document)
VALUES (:conclusion, :position, :text, :date, :indicator, :document)
ON CONFLICT (conclusion, position) DO UPDATE SET
    text = excluded.text,
    date = excluded.date,
    indicator = excluded.indicator,
    document = excluded.document
