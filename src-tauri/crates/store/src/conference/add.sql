INSERT INTO conference (
    id, organisation, name, ordinal, days, day_words, period, topics, facts, origin, state,
    aliases
)
VALUES (
    :id, :organisation, :name, :ordinal, :days, :day_words, :period, :topics, :facts, :origin,
    :state, :aliases
)
RETURNING id
