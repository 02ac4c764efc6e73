INSERT INTO document (
    id, organisation, kind, number, date, issuer, subject, state
)
VALUES (
    :id, :organisation, :kind, :number, :date, :issuer, :subject, :state
)
RETURNING id
