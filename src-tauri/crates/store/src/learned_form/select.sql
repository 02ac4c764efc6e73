SELECT
    id, organisation, fingerprint, name, answers
FROM learned_form
