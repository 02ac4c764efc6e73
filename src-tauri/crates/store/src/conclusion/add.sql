INSERT INTO conclusion (
    id, organisation, kind, text, quote, field, year, covers, first_year, last_year, document,
    conference, topic, assigner, part_of, cause, deadline, deadline_words, urgency, progress,
    stated_count, counting_word, mentions, position, origin, state
)
VALUES (
    :id, :organisation, :kind, :text, :quote, :field, :year, :covers, :first_year, :last_year,
    :document, :conference, :topic, :assigner, :part_of, :cause, :deadline, :deadline_words,
    :urgency, :progress, :stated_count, :counting_word, :mentions, :position, :origin, :state
)
RETURNING id
