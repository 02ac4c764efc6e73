-- Together they are safe against power cuts.
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
