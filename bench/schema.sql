-- A ledger written by hand for PostgreSQL, as small as it can be: balances with a floor, holds, transfers.
-- Accounts 1 to 10000 are wallets, 10001 to 10064 are POS. No foreign keys: they would only slow it down.

CREATE TABLE accounts (
    id bigint PRIMARY KEY,
    balance bigint NOT NULL CHECK (balance >= 0)
) WITH (fillfactor = 50);

CREATE TABLE holds (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    wallet bigint NOT NULL,
    pos bigint NOT NULL,
    units bigint NOT NULL,
    posted boolean NOT NULL DEFAULT false
) WITH (fillfactor = 50);

CREATE TABLE transfers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    debit bigint NOT NULL,
    credit bigint NOT NULL,
    units bigint NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
);

INSERT INTO accounts SELECT id, CASE WHEN id <= 10000 THEN 100000000 ELSE 0 END FROM generate_series(1, 10064) AS id;
VACUUM ANALYZE;
