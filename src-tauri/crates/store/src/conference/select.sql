SELECT
    id, organisation, name, ordinal, days, day_words, period, topics, facts, origin, state,
    aliases
FROM conference
