INSERT INTO list (
    id, organisation, slug, year, kind, field, name, counting_word, stated_count
)
VALUES (
    :id, :organisation, :slug, :year, :kind, :field, :name, :counting_word, :stated_count
)
RETURNING id
