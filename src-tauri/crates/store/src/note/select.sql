SELECT
    note.id, note.indicator, note.year, note.text
FROM note
