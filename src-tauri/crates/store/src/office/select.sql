SELECT
    organisation, superior_line, issuer_line, place, symbol, profile, signing, recipients,
    style
FROM office
