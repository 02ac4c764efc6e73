UPDATE document SET
    organisation = :organisation,
    kind = :kind,
    number = :number,
    date = :date,
    issuer = :issuer,
    subject = :subject,
    state = :state
WHERE id = :id
RETURNING id
