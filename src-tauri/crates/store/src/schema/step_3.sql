-- Units that report figures, what they reported, rounds of collecting; what imports are remembered.

CREATE TABLE reporter (
    organisation INTEGER PRIMARY KEY REFERENCES organisation (id) ON DELETE CASCADE,
    office INTEGER NOT NULL REFERENCES organisation (id)
        CONSTRAINT "đơn vị không thể báo cáo cho chính nó" CHECK (office <> organisation),
    aliases TEXT NOT NULL CHECK (json_valid(aliases)),
    of_group TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;

CREATE INDEX reporter_office ON reporter (office, position);

-- A quantity or a date: the columns of the other are NULL.
CREATE TABLE reported (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    indicator INTEGER NOT NULL REFERENCES indicator (id),
    reporter INTEGER NOT NULL REFERENCES reporter (organisation),
    period TEXT NOT NULL CHECK (period <> ''),
    measure TEXT NOT NULL
        CHECK (measure IN ('estimate', 'actual', 'plan', 'commitment', 'date')),
    qualifiers TEXT,
    amount TEXT CHECK (amount GLOB '*[0-9]' AND amount NOT GLOB '*[^-.0-9]*'),
    upper TEXT CHECK (CAST(upper AS REAL) >= CAST(amount AS REAL)),
    denominator TEXT CHECK (CAST(denominator AS REAL) >= CAST(amount AS REAL)),
    unit TEXT,
    date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    raw TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (json_valid(origin)),
    state TEXT NOT NULL CHECK (state IN ('assumed', 'draft', 'confirmed')),
    CONSTRAINT "một giá trị không thể vừa có mẫu số vừa là khoảng"
        CHECK (upper IS NULL OR denominator IS NULL),
    CHECK ((measure = 'date') = (date IS NOT NULL)),
    CHECK ((measure = 'date') = (amount IS NULL)),
    CHECK ((amount IS NULL) = (unit IS NULL) AND (amount IS NULL) = (qualifiers IS NULL)),
    UNIQUE (indicator, reporter, period, measure)
) STRICT;

CREATE INDEX reported_reporter ON reported (reporter);

CREATE TABLE collection (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL CONSTRAINT "đợt thu thập phải có tên" CHECK (name <> ''),
    period TEXT NOT NULL CHECK (period <> ''),
    due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    UNIQUE (organisation, name)
) STRICT;

CREATE TABLE collection_question (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    indicator INTEGER NOT NULL REFERENCES indicator (id),
    measure TEXT NOT NULL
        CHECK (measure IN ('estimate', 'actual', 'plan', 'commitment', 'date')),
    UNIQUE (collection, position),
    UNIQUE (indicator, collection, measure)
) STRICT;

CREATE TABLE collection_reporter (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    reporter INTEGER NOT NULL REFERENCES reporter (organisation),
    UNIQUE (collection, position),
    UNIQUE (reporter, collection)
) STRICT;

CREATE TABLE learned_form (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    fingerprint TEXT NOT NULL CHECK (fingerprint <> ''),
    name TEXT NOT NULL,
    answers TEXT NOT NULL CHECK (json_valid(answers)),
    UNIQUE (organisation, fingerprint)
) STRICT;

CREATE TABLE saved_import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL,
    saved TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;

CREATE INDEX saved_import_organisation ON saved_import (organisation);
