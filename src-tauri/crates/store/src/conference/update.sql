UPDATE conference SET
    organisation = :organisation,
    name = :name,
    ordinal = :ordinal,
    days = :days,
    day_words = :day_words,
    period = :period,
    topics = :topics,
    facts = :facts,
    origin = :origin,
    state = :state,
    aliases = :aliases
WHERE id = :id
RETURNING id
