// The practice room as the page uses it: its own desk before the practice server. What is practised is what the page
// does at the counter; nothing of it is asked of a network or kept.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Desks } from '../desk';
import { advice, type Operation, type Press } from '../operation';
import { Intent } from '../../api';
import type { PosSelf, TillClosed } from '../../api/wire-pos';
import { lessonOf, LESSONS, PHONE_NUMBER, practiceCode, type Chosen, type Lesson } from './lessons';
import { memory } from './memory';
import { CHECK_WORD, LATE_MS, practiceServer } from './server';
import { PRACTICE_PIN, PracticeTill } from './till';
import { amountOf, minorOf, notesFor, usualSum } from './sums';

const GBP = { currency: 'GBP', decimals: 2, denominations: ['5.00', '50.00', '10.00', '20.00'] };
const SELF = { pos_id: 'p', name: 'Shop', currencies: [GBP], tills: false, training: true } as unknown as PosSelf;

const chosen = (lesson: Lesson = 'well'): Chosen => ({ lesson, currency: GBP });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', () => {
    throw new Error('the practice room asked the network');
  });
  vi.stubGlobal('indexedDB', undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A visit: begun with the lesson's code, then pressed through, each press when its screen is there. */
async function visit(lesson: Lesson, purpose: Operation['purpose'], ...presses: Press[]): Promise<{ operation: Operation; told: string[] }> {
  const desks = new Desks(memory(), practiceServer(SELF, chosen(), { moves: () => undefined }));
  const told: string[] = [];
  desks.listen(() => {
    const now = desks.state.current;
    const line = now ? `${now.step.at} ${advice(now).cash}` : '';
    if (line !== told.at(-1)) told.push(line);
  });
  await desks.begin({ id: 'visit-0001', pos_id: 'p', purpose, begun_at: '2026-01-31T11:42:30.000Z', phone_number: PHONE_NUMBER, code: practiceCode(lesson, purpose), training: true });
  await vi.advanceTimersByTimeAsync(5_000);
  for (const press of presses) {
    await desks.press('visit-0001', press);
    await vi.advanceTimersByTimeAsync(20_000);
  }
  return { operation: desks.state.current!, told };
}

const SUM = { amount: '30.00', currency: 'GBP' };
const PAY: Press = { press: 'choose', account_id: 'practice', amount: SUM };
const word = (kind: 'dispensed' | 'not_dispensed' | 'unknown' | 'undo'): Press => ({ press: 'word', word: { kind } });
const part = (amount: string): Press => ({ press: 'word', word: { kind: 'partial', dispensed: { amount, currency: 'GBP' } } });

test('a visit that goes well is amber, then green with notes and the check word, then done', async () => {
  const counting = await visit('well', 'withdraw', PAY);
  expect(counting.operation.seen).toMatchObject({ do: 'hand_out', held: SUM, check_word: CHECK_WORD, hand_out: [{ denomination: '20.00', count: 1 }, { denomination: '10.00', count: 1 }] });
  expect(counting.told).toContain('moving do_not_hand_out');
  const { operation } = await visit('well', 'withdraw', PAY, word('dispensed'));
  expect(operation).toMatchObject({ step: { at: 'done' }, training: true, seen: { paid: SUM, returned: { amount: '0.00' } } });
});

/** What each end of a visit says of the cash and the money. */
const ENDS: [name: string, lesson: Lesson, purpose: Operation['purpose'], presses: Press[], at: string, cash: string, moved: string][] = [
  ['not handed over', 'well', 'withdraw', [PAY, word('not_dispensed')], 'done', 'do_not_hand_out', 'back'],
  ['a part', 'typed', 'withdraw', [PAY, part('20.00')], 'done', 'all_done', 'part'],
  ['nobody knows', 'well', 'withdraw', [PAY, word('unknown')], 'done', 'call_operator', 'held'],
  ['nobody knew, then it is said', 'well', 'withdraw', [PAY, word('unknown'), word('not_dispensed')], 'done', 'do_not_hand_out', 'back'],
  ['cash brought back', 'well', 'withdraw', [PAY, word('dispensed'), { press: 'give_back', amount: SUM }], 'done', 'do_not_hand_out', 'back'],
  ['answers lost', 'lost', 'withdraw', [PAY, word('dispensed')], 'done', 'all_done', 'paid'],
  ['cancelled', 'well', 'withdraw', [{ press: 'cancel' }], 'ended', 'do_not_hand_out', 'no'],
  ['a wrong code', 'wrong', 'withdraw', [], 'ended', 'do_not_hand_out', 'no'],
  ['too late to pay', 'over', 'withdraw', [PAY], 'ended', 'do_not_hand_out', 'no'],
  ['taken in', 'well', 'deposit', [PAY, word('dispensed')], 'done', 'all_done', 'in'],
  ['taken in and given back', 'typed', 'deposit', [PAY, word('undo')], 'done', 'give_back', 'undone'],
  ['taken in though answers are lost', 'lost', 'deposit', [PAY, word('dispensed')], 'done', 'all_done', 'in'],
  ['too late to take in', 'over', 'deposit', [PAY], 'ended', 'give_back', 'no'],
];

test.each(ENDS)('%s ends as at the counter', async (_, lesson, purpose, presses, at, cash, moved) => {
  const { operation } = await visit(lesson, purpose, ...presses);
  expect({ at: operation.step.at, ...advice(operation) }).toEqual({ at, cash, moved });
});

test('too little in the wallet is refused and leaves another amount to be chosen', async () => {
  const { operation } = await visit('poor', 'withdraw', PAY);
  expect(operation.step).toMatchObject({ at: 'choosing', trouble: { problem: { code: 'NOT_ENOUGH_FUNDS', money_moved: false } } });
});

test('more than the whole wallet is refused in every lesson that pays', async () => {
  const { operation } = await visit('typed', 'withdraw', { ...PAY, amount: { amount: '300.01', currency: 'GBP' } });
  expect(operation.step).toMatchObject({ at: 'choosing', trouble: { problem: { code: 'NOT_ENOUGH_FUNDS' } } });
});

test('a part above the sum is refused and counted again', async () => {
  const { operation } = await visit('well', 'withdraw', PAY, part('30.01'));
  expect(operation.step).toMatchObject({ at: 'counting', trouble: { problem: { code: 'dispensed_exceeds_withdrawal' } } });
});

test('when the time ends while the cash is counted, a look says so', async () => {
  const desks = new Desks(memory(), practiceServer(SELF, chosen(), { moves: () => undefined }));
  await desks.begin({ id: 'visit-0001', pos_id: 'p', purpose: 'withdraw', begun_at: '', phone_number: PHONE_NUMBER, code: practiceCode('late', 'withdraw'), training: true });
  await vi.advanceTimersByTimeAsync(5_000);
  await desks.press('visit-0001', PAY);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(advice(desks.state.current!).cash).toBe('hand_out');
  await vi.advanceTimersByTimeAsync(LATE_MS);
  await desks.press('visit-0001', { press: 'look' });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(advice(desks.state.current!).cash).toBe('say_what_happened');
});

test('a code is for one purpose, and nobody else’s number opens it', async () => {
  for (const lesson of LESSONS) {
    for (const purpose of ['withdraw', 'deposit'] as const) {
      const code = practiceCode(lesson, purpose);
      expect(code).toMatch(/^\d{6}$/);
      expect(lessonOf(code)?.purpose, lesson).toBe(lesson === 'wrong' ? undefined : purpose);
    }
  }
  const desks = new Desks(memory(), practiceServer(SELF, chosen(), { moves: () => undefined }));
  await desks.begin({ id: 'other', pos_id: 'p', purpose: 'withdraw', begun_at: '', phone_number: '+447700900001', code: practiceCode('well', 'withdraw'), training: true });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(desks.state.current!.step).toMatchObject({ at: 'ended', trouble: { problem: { code: 'ERROR_OTP_NOT_VALID' } } });
});

test('sums are whole minor units in every currency', () => {
  const jpy = { currency: 'JPY', decimals: 0, denominations: ['1000', '10000', '5000'] };
  const kwd = { currency: 'KWD', decimals: 3, denominations: ['0.250', '1.000'] };
  expect(amountOf(usualSum(GBP), GBP)).toEqual(SUM);
  expect(amountOf(usualSum(jpy), jpy)).toEqual({ amount: '6000', currency: 'JPY' });
  expect(amountOf(usualSum(kwd), kwd)).toEqual({ amount: '1.000', currency: 'KWD' });
  expect(amountOf(usualSum({ ...GBP, denominations: [] }), GBP)).toEqual({ amount: '10.00', currency: 'GBP' });
  expect(minorOf('0.005', 3)).toBe(5n);
  expect(amountOf(5n, kwd).amount).toBe('0.005');
  expect(notesFor(1_750n, kwd)).toEqual([{ denomination: '1.000', count: 1 }, { denomination: '0.250', count: 3 }]);
  expect(notesFor(1_751n, kwd)).toEqual([]);
});

/** A shift at a place with one drawer, as far as its opening count. */
async function shift(lesson: Lesson = 'well') {
  const till = new PracticeTill(SELF, chosen(lesson));
  const ask = (verb: string, body: object, key: string = verb) => till.post<TillClosed>(`/pos/tills/practice/${verb}`, new Intent(key), { cashier_id: 'practice-a', pin: PRACTICE_PIN, ...body });
  const counted = (...notes: [denomination: string, count: number][]) => ({ counts: [{ currency: 'GBP', notes: notes.map(([denomination, count]) => ({ denomination, count })) }] });
  return { till, ask, counted, opened: await ask('open', counted(['20.00', 10], ['10.00', 10])) };
}

test('a practised shift is opened, moved and closed blind, and its drawer lacks a piece', async () => {
  const { till, ask, counted, opened } = await shift();
  expect(opened.ok).toBe(true);
  till.moves('GBP', -3_000n);
  await ask('move', { way: 'from_vault', currency: 'GBP', notes: [{ denomination: '5.00', count: 2 }] });
  await ask('move', { way: 'to_vault', currency: 'GBP', notes: [{ denomination: '10.00', count: 1 }] }, 'second move');
  // 300.00 − 30.00 + 10.00 − 10.00 should be there, and one note of 5.00 is not.
  expect(till.lies).toEqual([{ currency: 'GBP', notes: [{ denomination: '50.00', count: 5 }, { denomination: '10.00', count: 1 }, { denomination: '5.00', count: 1 }] }]);
  const closed = await ask('close', counted(['50.00', 5], ['10.00', 1], ['5.00', 1]));
  expect(closed).toMatchObject({ value: { handed_to: null, lines: [{ expected: { amount: '270.00' }, counted: { amount: '265.00' }, variance: { amount: '-5.00' } }] } });
  expect(await ask('close', counted(), 'again')).toMatchObject({ trouble: { problem: { code: 'till_not_open', money_moved: false } } });
});

test('a practised drawer is handed over with both PINs, and no other PIN signs', async () => {
  const { ask, counted } = await shift();
  const to = { cashier_id: 'practice-b', pin: '0000' };
  expect(await ask('handover', { ...counted(['20.00', 15]), to }, 'wrong')).toMatchObject({ trouble: { problem: { code: 'pin_not_valid' } } });
  const handed = await ask('handover', { ...counted(['20.00', 15]), to: { ...to, pin: PRACTICE_PIN } });
  expect(handed).toMatchObject({ value: { handed_to: 'practice-2', lines: [{ variance: { amount: '0.00' } }] } });
});

test('in the lesson of lost answers a count is signed again and done once', async () => {
  const { till, ask, counted, opened } = await shift('lost');
  expect(opened).toEqual({ ok: false, trouble: { kind: 'timeout', changes: true } });
  const again = await ask('open', counted(['20.00', 10], ['10.00', 10]));
  expect(again).toEqual({ ok: true, value: { till_session_id: 'practice-1' } });
  expect(await till.get('/pos/tills')).toMatchObject({ value: { tills: [{ till_session_id: 'practice-1' }] } });
});

test('cash of a visit moves the practised drawer, in the chosen currency', async () => {
  const jpy = { currency: 'JPY', decimals: 0, denominations: ['1000', '10000', '5000'] };
  const moved: [string, bigint][] = [];
  const desks = new Desks(memory(), practiceServer({ ...SELF, currencies: [GBP, jpy] } as PosSelf, { lesson: 'well', currency: jpy }, { moves: (code, minor) => minor !== 0n && moved.push([code, minor]) }));
  await desks.begin({ id: 'visit-0001', pos_id: 'p', purpose: 'withdraw', begun_at: '', phone_number: PHONE_NUMBER, code: practiceCode('well', 'withdraw'), training: true });
  await vi.advanceTimersByTimeAsync(5_000);
  const amount = desks.state.current!.seen!.armed!.amount!;
  expect(amount).toEqual({ amount: '6000', currency: 'JPY' });
  for (const press of [{ press: 'choose', account_id: 'practice', amount }, word('dispensed'), { press: 'give_back', amount: { amount: '1000', currency: 'JPY' } }] as Press[]) {
    await desks.press('visit-0001', press);
    await vi.advanceTimersByTimeAsync(20_000);
  }
  expect(moved).toEqual([['JPY', -6_000n], ['JPY', 1_000n]]);
});
