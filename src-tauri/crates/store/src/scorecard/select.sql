SELECT
    id, organisation, slug, year, name,
    (
        SELECT json_group_array(indicator ORDER BY position)
        FROM scorecard_indicator
        WHERE scorecard = scorecard.id
    )
FROM scorecard
