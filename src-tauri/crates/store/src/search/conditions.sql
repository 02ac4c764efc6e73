(:organisations IS NULL OR organisation IN (SELECT value FROM json_each(:organisations)))
AND (:nouns IS NULL OR noun IN (SELECT value FROM json_each(:nouns)))
AND (:fields IS NULL OR field IN (SELECT value FROM json_each(:fields)))
AND (
    :body IS NULL
    OR noun = 'conclusion' AND (
        of_row IN (SELECT conclusion FROM assignment WHERE body = :body)
        OR of_row IN (SELECT id FROM conclusion WHERE assigner = :body)
    )
)
