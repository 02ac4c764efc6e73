INSERT INTO learned_form (
    organisation, fingerprint, name, answers
)
VALUES (
    :organisation, :fingerprint, :name, :answers
)
ON CONFLICT (organisation, fingerprint) DO UPDATE SET
    name = excluded.name,
    answers = excluded.answers
RETURNING id
