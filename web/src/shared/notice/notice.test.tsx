import { beforeEach, expect, test } from 'vitest';
import type { Trouble } from '../../api';
import { use } from '../words';
import { words as en } from '../words/en';
import { words as fr } from '../words/fr';
import { tell } from '.';

beforeEach(() => use('en', en));

const problem = (code: string, money_moved: boolean | null): Trouble => ({
  kind: 'problem',
  problem: { type: '', title: '', status: 422, detail: 'The account holds 5.00 GBP.', code, money_moved, retry: '', request_id: 'r1' },
});

test('every trouble says what happened, whether money moved, and what to do', () => {
  const table: [Trouble, string][] = [
    [problem('not_enough_funds', false), en['shared.money.still']],
    [problem('outcome_unknown', null), en['shared.money.unknown']],
    [problem('a_code_of_next_year', true), en['shared.money.moved']],
    [{ kind: 'offline', changes: true }, en['shared.money.unknown']],
    [{ kind: 'offline', changes: false }, en['shared.money.still']],
    [{ kind: 'timeout', changes: true }, en['shared.money.unknown']],
  ];
  for (const [trouble, money] of table) {
    const told = tell(trouble);
    expect(told.money).toBe(money);
    expect(told.what).not.toBe('');
    expect(told.act).not.toBe('');
  }
});

test("the server's English is shown to others only where the catalogue has no words", () => {
  use('fr', fr);
  expect(tell(problem('not_enough_funds', false)).detail).toBeUndefined();
  expect(tell(problem('a_code_of_next_year', false)).detail).toBe('The account holds 5.00 GBP.');
});
