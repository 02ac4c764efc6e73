-- The memory of the office: bodies and posts, conferences, what was concluded, more of documents;
-- and the index by which all is searched.

CREATE TABLE body (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL CONSTRAINT "cơ quan, chức danh phải có tên" CHECK (name <> ''),
    aliases TEXT NOT NULL CHECK (json_valid(aliases)),
    kind TEXT NOT NULL CHECK (kind IN ('post', 'collective')),
    position INTEGER NOT NULL,
    UNIQUE (organisation, name)
) STRICT;

CREATE TABLE conference (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL CONSTRAINT "hội nghị phải có tên" CHECK (name <> ''),
    ordinal INTEGER CONSTRAINT "hội nghị lần thứ mấy phải từ 1" CHECK (ordinal > 0),
    days TEXT NOT NULL CHECK (json_valid(days)),
    day_words TEXT NOT NULL,
    period TEXT CHECK (period <> ''),
    topics TEXT NOT NULL CHECK (json_valid(topics)),
    facts TEXT NOT NULL CHECK (json_valid(facts)),
    origin TEXT NOT NULL CHECK (json_valid(origin)),
    state TEXT NOT NULL CHECK (state IN ('assumed', 'draft', 'confirmed'))
) STRICT;

CREATE INDEX conference_organisation ON conference (organisation);

ALTER TABLE document ADD COLUMN date_words TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases));
ALTER TABLE document ADD COLUMN field TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN term TEXT CHECK (term <> '');
ALTER TABLE document ADD COLUMN conference INTEGER REFERENCES conference (id);

CREATE INDEX document_conference ON document (conference) WHERE conference IS NOT NULL;

-- Undo puts rows back column by column: the images of earlier steps get the new columns too.
UPDATE journal_change SET
    before = json_set(
        before, '$.date_words', '', '$.aliases', '[]', '$.field', '', '$.term', NULL,
        '$.conference', NULL
    ),
    after = json_set(
        after, '$.date_words', '', '$.aliases', '[]', '$.field', '', '$.term', NULL,
        '$.conference', NULL
    )
WHERE of_table = 'document';

-- Apart from the document, whose other columns are read for every report.
CREATE TABLE document_text (
    document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    text TEXT NOT NULL CHECK (text <> '')
) STRICT;

CREATE TABLE document_relation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('implements', 'amends', 'replaces')),
    to_document INTEGER NOT NULL REFERENCES document (id)
        CONSTRAINT "văn bản không thể thực hiện, sửa đổi hay thay thế chính nó"
        CHECK (to_document <> document),
    UNIQUE (document, position)
) STRICT;

CREATE INDEX document_relation_to ON document_relation (to_document);

CREATE TABLE document_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind IN (
            'drafted', 'consulted', 'submitted', 'issued', 'mid-term-review', 'final-review'
        )
    ),
    date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note TEXT NOT NULL,
    UNIQUE (document, position)
) STRICT;

CREATE TABLE opinion (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    body INTEGER REFERENCES body (id),
    text TEXT NOT NULL,
    answer TEXT CHECK (answer IN ('accepted', 'explained')),
    answer_text TEXT NOT NULL,
    UNIQUE (document, position)
) STRICT;

CREATE INDEX opinion_body ON opinion (body) WHERE body IS NOT NULL;

CREATE TABLE conclusion (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    kind TEXT NOT NULL CHECK (
        kind IN (
            'assessment', 'instruction', 'task', 'delegation', 'commitment', 'request',
            'proposal', 'limitation', 'cause', 'lesson', 'solution', 'objective', 'scheme',
            'statement'
        )
    ),
    text TEXT NOT NULL CONSTRAINT "dòng kết luận phải có nội dung" CHECK (text <> ''),
    quote TEXT NOT NULL,
    field TEXT NOT NULL,
    year INTEGER NOT NULL
        CONSTRAINT "năm phải từ 1900 đến 2999" CHECK (year BETWEEN 1900 AND 2999),
    covers TEXT CHECK (covers <> ''),
    -- Of `covers` and `year` together, so that a year finds what holds for it.
    first_year INTEGER NOT NULL,
    last_year INTEGER NOT NULL CHECK (last_year >= first_year),
    document INTEGER REFERENCES document (id),
    conference INTEGER REFERENCES conference (id),
    topic INTEGER CHECK (topic >= 0),
    assigner INTEGER REFERENCES body (id),
    part_of INTEGER REFERENCES conclusion (id)
        CONSTRAINT "dòng kết luận không thể là một phần của chính nó" CHECK (part_of <> id),
    cause TEXT CHECK (cause IN ('subjective', 'objective')),
    deadline TEXT CHECK (deadline GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    deadline_words TEXT NOT NULL,
    urgency TEXT NOT NULL,
    progress TEXT NOT NULL CHECK (progress IN ('open', 'doing', 'done', 'dropped')),
    stated_count INTEGER CONSTRAINT "số đếm không thể âm" CHECK (stated_count >= 0),
    counting_word TEXT NOT NULL,
    mentions TEXT NOT NULL CHECK (json_valid(mentions)),
    position INTEGER NOT NULL,
    origin TEXT NOT NULL CHECK (json_valid(origin)),
    state TEXT NOT NULL CHECK (state IN ('assumed', 'draft', 'confirmed'))
) STRICT;

CREATE INDEX conclusion_years ON conclusion (organisation, last_year, first_year);
CREATE INDEX conclusion_document ON conclusion (document) WHERE document IS NOT NULL;
CREATE INDEX conclusion_conference ON conclusion (conference) WHERE conference IS NOT NULL;
CREATE INDEX conclusion_assigner ON conclusion (assigner) WHERE assigner IS NOT NULL;
CREATE INDEX conclusion_part_of ON conclusion (part_of) WHERE part_of IS NOT NULL;

-- To a body with its role, or to whoever a rule names.
CREATE TABLE assignment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conclusion INTEGER NOT NULL REFERENCES conclusion (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    body INTEGER REFERENCES body (id),
    role TEXT CHECK (role IN ('lead', 'support')),
    rule TEXT CHECK (rule <> ''),
    indicator INTEGER REFERENCES indicator (id),
    below TEXT CHECK (below GLOB '*[0-9]' AND below NOT GLOB '*[^-.0-9]*'),
    CHECK ((body IS NULL) = (role IS NULL) AND (body IS NULL) <> (rule IS NULL)),
    UNIQUE (conclusion, position)
) STRICT;

CREATE INDEX assignment_body ON assignment (body) WHERE body IS NOT NULL;
CREATE INDEX assignment_indicator ON assignment (indicator) WHERE indicator IS NOT NULL;

-- The documents that a conclusion carries out or names.
CREATE TABLE conclusion_basis (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conclusion INTEGER NOT NULL REFERENCES conclusion (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES document (id),
    UNIQUE (conclusion, position)
) STRICT;

CREATE INDEX conclusion_basis_document ON conclusion_basis (document);

CREATE TABLE task_result (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conclusion INTEGER NOT NULL REFERENCES conclusion (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    indicator INTEGER REFERENCES indicator (id),
    document INTEGER REFERENCES document (id),
    UNIQUE (conclusion, position)
) STRICT;

CREATE INDEX task_result_indicator ON task_result (indicator) WHERE indicator IS NOT NULL;
CREATE INDEX task_result_document ON task_result (document) WHERE document IS NOT NULL;

-- What can be found, and its words as they are compared. Made from the rows and kept with them, so
-- it is not journaled; `search_words` is filled anew when its way of comparing words changes.
CREATE TABLE search_entry (
    id INTEGER PRIMARY KEY,
    noun TEXT NOT NULL,
    of_row INTEGER NOT NULL,
    organisation INTEGER NOT NULL,
    year INTEGER,
    field TEXT NOT NULL,
    UNIQUE (noun, of_row)
) STRICT;

CREATE VIRTUAL TABLE search_words USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);

CREATE TABLE search_filled (version INTEGER NOT NULL) STRICT;
