UPDATE document SET
    organisation = :organisation,
    kind = :kind,
    number = :number,
    date = :date,
    date_words = :date_words,
    issuer = :issuer,
    subject = :subject,
    state = :state,
    aliases = :aliases,
    field = :field,
    term = :term,
    conference = :conference
WHERE id = :id
RETURNING id
