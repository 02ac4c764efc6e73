INSERT INTO document (
    id, organisation, kind, number, date, date_words, issuer, subject, state, aliases, field, term,
    conference
)
VALUES (
    :id, :organisation, :kind, :number, :date, :date_words, :issuer, :subject, :state, :aliases,
    :field, :term, :conference
)
RETURNING id
