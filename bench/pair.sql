\set wallet random(1, 10000)
\set pos random(10001, 10064)
\set units random(2, 20)
WITH wallet AS (
    UPDATE accounts SET balance = balance - :units WHERE id = :wallet AND balance >= :units RETURNING id
)
INSERT INTO holds (wallet, pos, units) SELECT id, :pos, :units FROM wallet RETURNING id AS hold \gset
WITH hold AS (
    UPDATE holds SET posted = true WHERE id = :hold AND NOT posted RETURNING wallet, pos, units
), pos AS (
    UPDATE accounts SET balance = balance + hold.units FROM hold WHERE accounts.id = hold.pos RETURNING accounts.id
)
INSERT INTO transfers (debit, credit, units) SELECT hold.wallet, hold.pos, hold.units FROM hold, pos;
