UPDATE collection SET
    organisation = :organisation,
    name = :name,
    period = :period,
    due = :due
WHERE id = :id
RETURNING id
