import { expect, test } from 'vitest';
import { LINES_MAX, read, sha256, type Kind } from './file';

const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text));
const HEAD = 'what,operation_id,reference,amount,currency,at\n';
const OPERATION = '018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05';
const wrongOf = (text: string, kind: Kind) => {
  const answer = read(bytes(text), kind);
  return answer.ok ? undefined : `${answer.wrong.line} ${answer.wrong.why}`;
};

test('a journal is read line by line, its sums as they are written', () => {
  const answer = read(bytes(`\ufeff${HEAD}withdrawal,${OPERATION},"a, ""b""",10.00,GBP,2026-01-31T12:00:00+01:00\r\n\r\ndeposit,,,5,JPY,2026-01-31T12:00:00Z`), 'pos_journal');
  expect(answer).toEqual({
    ok: true,
    lines: [
      { what: 'withdrawal', operation_id: OPERATION, reference: 'a, "b"', amount: { amount: '10.00', currency: 'GBP' }, at: '2026-01-31T12:00:00+01:00' },
      { what: 'deposit', amount: { amount: '5', currency: 'JPY' }, at: '2026-01-31T12:00:00Z' },
    ],
  });
});

test('a bank’s date is the end of its day, and its sums may be below zero', () => {
  expect(read(bytes('at,amount,currency,reference\n2026-01-31,-10.00,GBP,FPS 1\n'), 'bank')).toEqual({
    ok: true,
    lines: [{ what: 'payment', reference: 'FPS 1', amount: { amount: '-10.00', currency: 'GBP' }, at: '2026-01-31T23:59:59Z' }],
  });
});

test('a wrong cell is named by its line', () => {
  const good = 'withdrawal,,"a",10.00,GBP,2026-01-31T12:00:00Z\n\n';
  for (const [row, named] of [
    ['payment,,,10.00,GBP,2026-01-31T12:00:00Z', '4 what'],
    ['withdrawal,7,,10.00,GBP,2026-01-31T12:00:00Z', '4 operation_id'],
    ['withdrawal,,,-1.00,GBP,2026-01-31T12:00:00Z', '4 amount'],
    ['withdrawal,,,0.00,GBP,2026-01-31T12:00:00Z', '4 amount'],
    ['withdrawal,,,1e1,GBP,2026-01-31T12:00:00Z', '4 amount'],
    ['withdrawal,,,10.00,gbp,2026-01-31T12:00:00Z', '4 currency'],
    ['withdrawal,,,10.00,GBP,2026-01-31', '4 at'],
    ['withdrawal,,,10.00,GBP,2026-01-31T12:00:00', '4 at'],
    ['withdrawal,,,10.00,GBP,2026-13-31T12:00:00Z', '4 at'],
    ['withdrawal,,,10.00,GBP', '4 cells'],
    ['withdrawal,,a"b,10.00,GBP,2026-01-31T12:00:00Z', '4 quote'],
    ['withdrawal,,"a"b,10.00,GBP,2026-01-31T12:00:00Z', '4 quote'],
    ['withdrawal,,"a,10.00,GBP,2026-01-31T12:00:00Z', '4 quote'],
    [`withdrawal,,${'é'.repeat(71)},10.00,GBP,2026-01-31T12:00:00Z`, '4 reference'],
  ] as const) expect(wrongOf(`${HEAD}${good}${row}\n`, 'pos_journal'), row).toBe(named);
  expect(wrongOf(`${HEAD}${good}withdrawal,,${'é'.repeat(70)},10.00,GBP,2026-01-31T12:00:00Z\n`, 'pos_journal')).toBeUndefined();
});

test('columns are known and complete, and a file has its bounds', () => {
  const row = '2026-01-31,1.00,GBP\n';
  for (const [text, kind, named] of [
    ['', 'bank', '1 empty'],
    ['at,amount\n', 'bank', '1 missing'],
    ['at,amount,currency,what\n', 'bank', '1 column'],
    ['at,amount,currency,at\n', 'bank', '1 twice'],
    ['at,amount,currency\n', 'bank', '1 many'],
    [`at,amount,currency\n${row.repeat(LINES_MAX)}`, 'bank', undefined],
    [`at,amount,currency\n${row.repeat(LINES_MAX + 1)}`, 'bank', '1 many'],
    ['at,amount,currency,whta\n', 'pos_journal', '1 column'],
  ] as const) expect(wrongOf(text, kind), text.slice(0, 40)).toBe(named);
  expect(read(new Uint8Array([0xff, 0xfe]), 'bank')).toMatchObject({ wrong: { why: 'text' } });
});

test('a file is known by its SHA-256', async () => {
  expect(await sha256(bytes('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
