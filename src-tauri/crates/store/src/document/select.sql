SELECT
    id, organisation, kind, number, date, issuer, subject, state
FROM document
