\set wallet random(1, 10000)
\set pos 10001
\set units random(2, 20)
WITH wallet AS (
    UPDATE accounts SET balance = balance - :units WHERE id = :wallet AND balance >= :units RETURNING id
), pos AS (
    UPDATE accounts SET balance = balance + :units WHERE id = :pos AND EXISTS (SELECT FROM wallet) RETURNING id
)
INSERT INTO transfers (debit, credit, units) SELECT wallet.id, pos.id, :units FROM wallet, pos;
