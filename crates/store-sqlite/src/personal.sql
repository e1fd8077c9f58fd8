-- The wallets' personal keys, each wrapped by the vault. In a file of their own, outside the journal and
-- outside every backup of it, because erasing a customer means that his key is gone.
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE personal_keys (
    wallet_id BLOB PRIMARY KEY,
    wrapped BLOB NOT NULL
) STRICT, WITHOUT ROWID;
