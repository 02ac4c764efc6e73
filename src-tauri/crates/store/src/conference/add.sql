INSERT INTO conference (
    id, organisation, name, ordinal, days, day_words, period, topics, facts, origin, state
)
VALUES (
    :id, :organisation, :name, :ordinal, :days, :day_words, :period, :topics, :facts, :origin,
    :state
)
RETURNING id
