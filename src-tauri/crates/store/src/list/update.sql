UPDATE list SET
    organisation = :organisation,
    slug = :slug,
    year = :year,
    kind = :kind,
    field = :field,
    name = :name,
    counting_word = :counting_word,
    stated_count = :stated_count
WHERE id = :id
RETURNING id
