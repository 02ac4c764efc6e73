-- Drafts with their versions, the office's own templates, notes of the table of figures.

-- Bytes named by their SHA-256 in hexadecimal: Word files of versions, bodies of templates as they
-- were. Not journaled: a row never changes, and goes only when nothing names it any more, the
-- journal included.
CREATE TABLE content (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE template (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL CONSTRAINT "mẫu báo cáo phải có tên" CHECK (name <> ''),
    based_on TEXT NOT NULL,
    settings TEXT NOT NULL,
    body TEXT NOT NULL,
    changed TEXT NOT NULL,
    UNIQUE (organisation, name)
) STRICT;

CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    kind TEXT NOT NULL CHECK (kind <> ''),
    year INTEGER NOT NULL
        CONSTRAINT "năm phải từ 1900 đến 2999" CHECK (year BETWEEN 1900 AND 2999),
    title TEXT NOT NULL CONSTRAINT "dự thảo phải có tên" CHECK (title <> ''),
    settings TEXT NOT NULL CHECK (json_valid(settings)),
    body TEXT NOT NULL,
    template TEXT NOT NULL REFERENCES content (sha256),
    created TEXT NOT NULL,
    changed TEXT NOT NULL
) STRICT;

CREATE INDEX draft_organisation ON draft (organisation);
CREATE INDEX draft_template ON draft (template);

CREATE TABLE draft_version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    draft INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number > 0),
    name TEXT NOT NULL,
    time TEXT NOT NULL,
    note TEXT NOT NULL,
    body TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    docx TEXT NOT NULL REFERENCES content (sha256),
    UNIQUE (draft, number)
) STRICT;

CREATE INDEX draft_version_docx ON draft_version (docx);

CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    indicator INTEGER NOT NULL REFERENCES indicator (id) ON DELETE CASCADE,
    year INTEGER NOT NULL
        CONSTRAINT "năm phải từ 1900 đến 2999" CHECK (year BETWEEN 1900 AND 2999),
    text TEXT NOT NULL CHECK (text <> ''),
    UNIQUE (indicator, year)
) STRICT;

-- A change that goes on with what the newest step did, under the same key, joins that step.
ALTER TABLE journal_step ADD COLUMN key TEXT;

-- Of the step's images, so that the journal can be thinned by size without reading them.
ALTER TABLE journal_step ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
