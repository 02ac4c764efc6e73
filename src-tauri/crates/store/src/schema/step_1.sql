-- Amounts are plain decimal text, periods and states their codes, origins JSON.
-- A check that a person can run into is named by the sentence that tells of it.
-- Ids are never used twice: the journal and exported reports name rows by them.

PRAGMA application_id = 0x544B6574;

CREATE TABLE organisation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    parent INTEGER REFERENCES organisation (id)
        CONSTRAINT "đơn vị không thể trực thuộc chính nó" CHECK (parent <> id),
    level TEXT NOT NULL CHECK (level IN ('central', 'province', 'district', 'commune', 'unit')),
    side TEXT NOT NULL CHECK (side IN ('party', 'state'))
) STRICT;

CREATE TABLE office (
    organisation INTEGER PRIMARY KEY REFERENCES organisation (id) ON DELETE CASCADE,
    superior_line TEXT NOT NULL,
    issuer_line TEXT NOT NULL,
    place TEXT NOT NULL,
    symbol TEXT NOT NULL,
    profile TEXT NOT NULL,
    signing TEXT NOT NULL CHECK (json_valid(signing)),
    recipients TEXT NOT NULL CHECK (json_valid(recipients)),
    style TEXT NOT NULL CHECK (json_valid(style))
) STRICT;

CREATE TABLE indicator (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    slug TEXT NOT NULL CHECK (slug <> ''),
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    aliases TEXT NOT NULL CHECK (json_valid(aliases)),
    unit TEXT NOT NULL,
    field TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('higher-is-better', 'lower-is-better')),
    decimals INTEGER CONSTRAINT "số chữ số thập phân từ 0 đến 28" CHECK (decimals BETWEEN 0 AND 28),
    phrase TEXT NOT NULL,
    part_of INTEGER REFERENCES indicator (id)
        CONSTRAINT "chỉ tiêu không thể là một phần của chính nó" CHECK (part_of <> id),
    cumulates INTEGER REFERENCES indicator (id)
        CONSTRAINT "chỉ tiêu không thể là lũy kế của chính nó" CHECK (cumulates <> id),
    since INTEGER
        CONSTRAINT "năm phải từ 1900 đến 2999" CHECK (since BETWEEN 1900 AND 2999),
    supplier TEXT NOT NULL,
    due TEXT NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (organisation, slug)
) STRICT;

CREATE INDEX indicator_position ON indicator (organisation, position);
CREATE INDEX indicator_part_of ON indicator (part_of) WHERE part_of IS NOT NULL;
CREATE INDEX indicator_cumulates ON indicator (cumulates) WHERE cumulates IS NOT NULL;

CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    kind TEXT NOT NULL,
    number TEXT NOT NULL
        CONSTRAINT "văn bản chờ ban hành thì chưa có số" CHECK (state <> 'pending' OR number = ''),
    date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'issued'))
) STRICT;

CREATE INDEX document_organisation ON document (organisation);

-- CAST makes a floating number of both sides only to compare them: rounding keeps the order,
-- so a right value is never refused. The exact comparison is made before writing.
CREATE TABLE figure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    indicator INTEGER NOT NULL REFERENCES indicator (id),
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    period TEXT NOT NULL CHECK (period <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('estimate', 'actual')),
    qualifiers TEXT NOT NULL,
    amount TEXT NOT NULL CHECK (amount GLOB '*[0-9]' AND amount NOT GLOB '*[^-.0-9]*'),
    upper TEXT CHECK (CAST(upper AS REAL) >= CAST(amount AS REAL)),
    denominator TEXT CHECK (CAST(denominator AS REAL) >= CAST(amount AS REAL)),
    unit TEXT NOT NULL,
    raw TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (json_valid(origin)),
    state TEXT NOT NULL CHECK (state IN ('assumed', 'draft', 'confirmed')),
    CONSTRAINT "một giá trị không thể vừa có mẫu số vừa là khoảng"
        CHECK (upper IS NULL OR denominator IS NULL),
    UNIQUE (indicator, organisation, period, kind)
) STRICT;

CREATE TABLE plan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    indicator INTEGER NOT NULL REFERENCES indicator (id),
    period TEXT NOT NULL CHECK (period <> ''),
    assigner TEXT NOT NULL,
    qualifiers TEXT NOT NULL,
    amount TEXT NOT NULL CHECK (amount GLOB '*[0-9]' AND amount NOT GLOB '*[^-.0-9]*'),
    upper TEXT CHECK (CAST(upper AS REAL) >= CAST(amount AS REAL)),
    denominator TEXT CHECK (CAST(denominator AS REAL) >= CAST(amount AS REAL)),
    unit TEXT NOT NULL,
    raw TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (json_valid(origin)),
    state TEXT NOT NULL CHECK (state IN ('assumed', 'draft', 'confirmed')),
    position INTEGER NOT NULL,
    CONSTRAINT "một giá trị không thể vừa có mẫu số vừa là khoảng"
        CHECK (upper IS NULL OR denominator IS NULL),
    UNIQUE (indicator, period, assigner)
) STRICT;

CREATE TABLE target (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    indicator INTEGER NOT NULL REFERENCES indicator (id),
    year INTEGER NOT NULL
        CONSTRAINT "năm phải từ 1900 đến 2999" CHECK (year BETWEEN 1900 AND 2999),
    qualifiers TEXT NOT NULL,
    amount TEXT NOT NULL CHECK (amount GLOB '*[0-9]' AND amount NOT GLOB '*[^-.0-9]*'),
    upper TEXT CHECK (CAST(upper AS REAL) >= CAST(amount AS REAL)),
    denominator TEXT CHECK (CAST(denominator AS REAL) >= CAST(amount AS REAL)),
    unit TEXT NOT NULL,
    document INTEGER REFERENCES document (id),
    selected INTEGER NOT NULL CHECK (selected IN (0, 1)),
    position INTEGER NOT NULL,
    raw TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (json_valid(origin)),
    state TEXT NOT NULL CHECK (state IN ('assumed', 'draft', 'confirmed')),
    CONSTRAINT "một giá trị không thể vừa có mẫu số vừa là khoảng"
        CHECK (upper IS NULL OR denominator IS NULL),
    UNIQUE (indicator, year)
) STRICT;

CREATE INDEX target_document ON target (document) WHERE document IS NOT NULL;

CREATE TABLE scorecard (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    slug TEXT NOT NULL CHECK (slug <> ''),
    year INTEGER NOT NULL
        CONSTRAINT "năm phải từ 1900 đến 2999" CHECK (year BETWEEN 1900 AND 2999),
    name TEXT NOT NULL,
    UNIQUE (organisation, slug, year)
) STRICT;

CREATE TABLE scorecard_indicator (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    scorecard INTEGER NOT NULL REFERENCES scorecard (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    indicator INTEGER NOT NULL REFERENCES indicator (id),
    UNIQUE (scorecard, position),
    UNIQUE (indicator, scorecard)
) STRICT;

CREATE TABLE theme (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    year INTEGER NOT NULL
        CONSTRAINT "năm phải từ 1900 đến 2999" CHECK (year BETWEEN 1900 AND 2999),
    separator TEXT NOT NULL,
    parts TEXT NOT NULL CHECK (json_valid(parts)),
    origin TEXT NOT NULL CHECK (json_valid(origin)),
    state TEXT NOT NULL CHECK (state IN ('assumed', 'draft', 'confirmed')),
    UNIQUE (organisation, year)
) STRICT;

CREATE TABLE list (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    slug TEXT NOT NULL CHECK (slug <> ''),
    year INTEGER NOT NULL
        CONSTRAINT "năm phải từ 1900 đến 2999" CHECK (year BETWEEN 1900 AND 2999),
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    name TEXT NOT NULL,
    counting_word TEXT NOT NULL,
    stated_count INTEGER CONSTRAINT "số đếm không thể âm" CHECK (stated_count >= 0),
    UNIQUE (organisation, slug, year)
) STRICT;

CREATE TABLE list_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list INTEGER NOT NULL REFERENCES list (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (json_valid(origin)),
    state TEXT NOT NULL CHECK (state IN ('assumed', 'draft', 'confirmed')),
    UNIQUE (list, position)
) STRICT;

CREATE TABLE setting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE CONSTRAINT "thiết lập phải có tên" CHECK (key <> ''),
    value TEXT NOT NULL
) STRICT;

-- One named step is what one undo takes back.
CREATE TABLE journal_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    time TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone'))
) STRICT;

CREATE TABLE journal_change (
    seq INTEGER PRIMARY KEY,
    step INTEGER NOT NULL REFERENCES journal_step (id) ON DELETE CASCADE,
    of_table TEXT NOT NULL,
    of_row INTEGER NOT NULL,
    before TEXT,
    after TEXT,
    CHECK (before IS NOT after)
) STRICT;

CREATE INDEX journal_change_step ON journal_change (step);
CREATE INDEX journal_change_row ON journal_change (of_table, of_row);

-- Numbered rows by which a crash test counts what survived; not journaled.
CREATE TABLE selftest (
    number INTEGER PRIMARY KEY,
    content TEXT NOT NULL
) STRICT;
