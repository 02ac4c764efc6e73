INSERT INTO office (
    organisation, superior_line, issuer_line, place, symbol, profile, signing, recipients,
    style
)
VALUES (
    :organisation, :superior_line, :issuer_line, :place, :symbol, :profile, :signing,
    :recipients, :style
)
ON CONFLICT (organisation) DO UPDATE SET
    superior_line = excluded.superior_line,
    issuer_line = excluded.issuer_line,
    place = excluded.place,
    symbol = excluded.symbol,
    profile = excluded.profile,
    signing = excluded.signing,
    recipients = excluded.recipients,
    style = excluded.style
RETURNING organisation
