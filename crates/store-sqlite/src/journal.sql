-- The journal: one row a batch. The commit of a row is the commit of everything in it.
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
    first_command INTEGER PRIMARY KEY,
    commands INTEGER NOT NULL CHECK (commands > 0),
    bytes BLOB NOT NULL
) STRICT;

CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'journal rows are only added'); END;
CREATE TRIGGER journal_is_not_removed BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal rows are only added'); END;
