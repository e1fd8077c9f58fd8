import { expect, test } from 'vitest';
import type { Trouble } from '../../api';
import { advice, begin, heard, isOver, mayCancel, pressed, resumed, wish, type Operation, type Press, type Purpose, type Reply, type Seen } from '.';
import { PRINTS_UNTOLD_MAX } from './machine';

const TEN = { amount: '10.00', currency: 'GBP' };
const NONE = { amount: '0.00', currency: 'GBP' };

const problem = (code: string): Trouble => ({
  kind: 'problem',
  problem: { type: '', title: code, status: 400, detail: '', code, money_moved: false, retry: '', request_id: 'r' },
});
const lost: Reply = { kind: 'lost', trouble: { kind: 'offline', changes: true } };
const refused = (code: string): Reply => ({ kind: 'refused', trouble: problem(code) });
const ok = (value: unknown): Reply => ({ kind: 'ok', value });
const seen = (of: Seen['do'], more: Partial<Seen> = {}): Seen => ({ do: of, state: of, amount: TEN, held: NONE, paid: NONE, returned: NONE, ...more });

const OPENED = ok({ token_id: 't', operation_id: 'o', accounts: [{ account_id: 'a', account_currency: 'GBP', account_alias: 'GBP', account_balance: 189 }] });
const start = (purpose: Purpose): Operation =>
  begin({ id: 'i', pos_id: 'p', purpose, begun_at: '2026-01-31T11:42:30.000Z', phone_number: '+447700900001', code: '123456', training: false });
const CHOOSE: Press = { press: 'choose', account_id: 'a', amount: TEN };

const LOOKS: Seen[] = [
  seen('withdraw', { amount: null, held: null, paid: null, returned: null }),
  seen('hand_out', { held: TEN }),
  seen('already_paid', { paid: TEN }),
  seen('do_not_hand_out', { returned: TEN }),
  seen('do_not_hand_out', { amount: null, held: null, paid: null, returned: null }),
  seen('call_operator', { held: TEN }),
  seen('take_cash'),
];
const CODES = [
  'NOT_ENOUGH_FUNDS',
  'ERROR_SESSION_EXPIRED',
  'ERROR_SESSION_ALREADY_USED',
  'ERROR_SESSION_NOT_FOUND',
  'ERROR_WITHDRAWAL_ALREADY_REVERSED',
  'UNAUTHENTICATED_API_CALL',
  'ERROR_OTP_NOT_VALID',
  'dispensed_exceeds_withdrawal',
  'A_CODE_NOBODY_KNOWS_YET',
];
const PRESSES: Press[] = [
  CHOOSE,
  { press: 'word', word: { kind: 'dispensed' } },
  { press: 'word', word: { kind: 'not_dispensed' } },
  { press: 'word', word: { kind: 'partial', dispensed: TEN } },
  { press: 'word', word: { kind: 'unknown' } },
  { press: 'word', word: { kind: 'undo' } },
  { press: 'cancel' },
  { press: 'look' },
  { press: 'give_back', amount: TEN },
  { press: 'ask_again' },
  { press: 'printed', print: { medium: 'browser', printed_at: '2026-01-31T11:50:00.000Z' } },
];

/** The answers that could come to what the state asks for. */
function replies(operation: Operation): Reply[] {
  const wanted = wish(operation);
  if (!wanted) return [];
  const good = wanted.path.includes('/login/')
    ? [OPENED]
    : wanted.path.includes('/withdraw/') || wanted.path.includes('/deposit/')
      ? [ok({ transaction_id: 'x' })]
      : wanted.own
        ? LOOKS.map((one) => ok(one))
        : [ok({})];
  return [...good, ...CODES.map(refused), lost];
}

type Happening = { name: string; before: Operation; after: Operation; reply?: Reply; press?: Press };
const ROUNDS_MAX = { choices: 2, words: 1, returns: 1, printed: 1 } as const;

/** Everything that can happen from here. */
function happenings(before: Operation): Happening[] {
  return [
    ...replies(before).map((reply) => ({ name: `reply ${JSON.stringify(reply).slice(0, 60)}`, before, after: heard(before, reply), reply })),
    ...PRESSES.map((press) => ({ name: `press ${JSON.stringify(press)}`, before, after: pressed(before, press), press })),
    { name: 'reload', before, after: resumed(before) },
  ];
}

function everything(): Happening[] {
  const known = new Set<string>();
  const all: Happening[] = [];
  const open: Operation[] = [start('withdraw'), start('deposit')];
  for (let operation = open.pop(); operation; operation = open.pop()) {
    for (const one of happenings(operation)) {
      all.push(one);
      // What a trouble says decides nothing later, so states that differ by it alone are one.
      const key = JSON.stringify(one.after, (name, value: unknown) => (name === 'trouble' ? value !== undefined : value));
      if (known.has(key) || Object.entries(ROUNDS_MAX).some(([name, most]) => one.after[name as keyof typeof ROUNDS_MAX] > most)) continue;
      known.add(key);
      open.push(one.after);
    }
  }
  return all;
}

const ALL = everything();
const steps = new Set(ALL.map(({ after }) => after.step.at));
const handsOut = (operation: Operation): boolean => ['hand_out', 'hand_out_unless_done'].includes(advice(operation).cash);

test('every step is reached', () => {
  expect([...steps].sort()).toEqual(['checking', 'choosing', 'closing', 'counting', 'doubt', 'done', 'ended', 'moving', 'opening', 'reading', 'returning', 'telling'].sort());
  expect(ALL.length).toBeGreaterThan(5_000);
});

test('the cashier is told to hand out by nothing but the server saying so', () => {
  const wrong = ALL.filter(({ before, after, reply }) => handsOut(after) && !handsOut(before) && !(reply?.kind === 'ok' && (reply.value as Seen).do === 'hand_out'));
  expect(wrong.map(({ name, before }) => `${before.step.at}: ${name}`)).toEqual([]);
});

test('after a reload nobody is told to hand out before the server has said so again', () => {
  expect(ALL.filter(({ after }) => handsOut(resumed(after))).map(({ after }) => after.step)).toEqual([]);
});

test('after a reload whoever may have handed out is told to do it only if it was not done', () => {
  for (const { before } of ALL.filter((one) => handsOut(one.before))) {
    const again = heard(resumed(before), ok(seen('hand_out', { held: TEN })));
    expect(advice(again).cash).toBe('hand_out_unless_done');
  }
});

test('a reload and a lost answer send the same request under the same value', () => {
  for (const before of new Set(ALL.map((one) => one.before))) {
    const wanted = wish(before);
    if (!wanted || wanted.verb === 'GET') continue;
    expect(wish(resumed(before))).toEqual(wanted);
    expect(wish(heard(before, lost))).toEqual(wanted);
    expect(wish(resumed(heard(before, lost)))).toEqual(wanted);
  }
});

test('a value is never used for two different requests', () => {
  const bodies = new Map<string, string>();
  // Two operations are walked here under one id, so each is looked at by itself.
  for (const purpose of ['withdraw', 'deposit'] as const) {
    bodies.clear();
    for (const { after } of ALL.filter((one) => one.after.purpose === purpose)) {
      const wanted = wish(after);
      if (!wanted || wanted.verb === 'GET' || wanted.name.includes('.word.')) continue;
      const text = `${wanted.path} ${JSON.stringify(wanted.body)}`;
      expect(bodies.get(wanted.name) ?? text).toBe(text);
      bodies.set(wanted.name, text);
    }
  }
});

test('a word once said is said until it is heard', () => {
  for (const { before, after, reply, press, name } of ALL) {
    if (before.step.at !== 'telling') continue;
    if (press || !reply || reply.kind === 'lost') expect(after, name).toEqual(before);
    else if (reply.kind === 'refused') expect(['doubt', 'counting'], name).toContain(after.step.at);
  }
});

test('a logout, which pays what is held, is sent only where nothing is held and nothing can arrive late', () => {
  for (const { after, name } of ALL) {
    if (after.step.at !== 'closing') continue;
    const held = after.seen?.held;
    expect(held === null || held === undefined || held.amount === '0.00', name).toBe(true);
    expect(after.choices === 0 || after.word !== undefined || after.purpose === 'deposit', name).toBe(true);
  }
});

test('a money request is made by the cashier alone, and only where none is open', () => {
  for (const { before, after, press, name } of ALL) {
    if (after.choices === before.choices) continue;
    expect(before.step.at, name).toBe('choosing');
    expect(press?.press, name).toBe('choose');
  }
});

test('a refusal of a try after one that was lost is never taken for "nothing happened"', () => {
  for (const { before, after, reply } of ALL) {
    if (before.step.at !== 'moving' || !before.step.unsure || reply?.kind !== 'refused') continue;
    expect(after.step.at).toBe('checking');
    expect(advice(after).moved).toBe('unknown');
  }
});

test('a key that is refused after money may have moved leaves a doubt and not an end', () => {
  for (const { before, after, reply } of ALL) {
    if (before.step.at !== 'checking' || reply?.kind !== 'refused') continue;
    expect(after.step.at).toBe('doubt');
    expect(advice(after)).toEqual({ cash: 'call_operator', moved: 'unknown' });
  }
});

test('what is said and brought back is not undone by a cancel', () => {
  const undone = ALL.filter(({ after }) => after.word !== undefined && !['choosing', 'reading'].includes(after.step.at) && mayCancel(after));
  expect(undone.map(({ after }) => after.step)).toEqual([]);
});

test('the code is forgotten as soon as it is answered', () => {
  expect(ALL.filter(({ after }) => after.step.at !== 'opening' && after.login !== undefined).map(({ after }) => after.step)).toEqual([]);
});

test('every state but those that wait for a person asks the server for something', () => {
  const tells = ({ session, untold = [] }: Operation) => session !== undefined && untold.length > 0;
  const waits = (operation: Operation) => {
    const { step } = operation;
    return ['choosing', 'doubt'].includes(step.at) || (isOver(operation) && !tells(operation)) || (step.at === 'counting' && step.fresh);
  };
  expect(ALL.filter(({ after }) => (wish(after) === undefined) !== waits(after)).map(({ after }) => after)).toEqual([]);
});

test('an operation that is over stays over but for what the cashier does', () => {
  for (const { before, after, press } of ALL) if (isOver(before) && !press) expect({ ...after, untold: before.untold }).toEqual({ ...before, untold: before.untold });
});

test('a print is told once what it belongs to is over, each under a value of its own, until it is heard', () => {
  const print = (printed_at: string): Press => ({ press: 'printed', print: { medium: 'file', printed_at } });
  const done = walk('withdraw', OPENED, OPEN, CHOOSE, MOVED, HAND_OUT, { press: 'word', word: { kind: 'dispensed' } }, PAID, ok({}));
  const twice = [print('a'), print('b'), lost, 'reload' as const].reduce<Operation>((now, one) => (one === 'reload' ? resumed(now) : 'press' in one ? pressed(now, one) : heard(now, one)), done);
  expect(wish(twice)).toMatchObject({ name: 'i.print.0', body: { medium: 'file', printed_at: 'a' } });
  const next = heard(twice, ok({ number: 1, copy: false }));
  expect(wish(next)).toMatchObject({ name: 'i.print.1', body: { printed_at: 'b' } });
  expect(wish(heard(next, refused('session_not_found')))).toBeUndefined();
  let many = done;
  for (let at = 0; at <= PRINTS_UNTOLD_MAX; at += 1) many = pressed(many, print(`${at}`));
  expect([many.printed, many.untold?.length]).toEqual([PRINTS_UNTOLD_MAX + 1, PRINTS_UNTOLD_MAX]);
  expect(wish(pressed(start('withdraw'), print('early')))?.path).toContain('/login/');
});

const walk = (purpose: Purpose, ...happenings: (Reply | Press | 'reload')[]): Operation =>
  happenings.reduce<Operation>((now, one) => (one === 'reload' ? resumed(now) : 'press' in one ? pressed(now, one) : heard(now, one)), start(purpose));
const OPEN = ok(seen('withdraw', { amount: null, held: null, paid: null, returned: null }));
const HAND_OUT = ok(seen('hand_out', { held: TEN }));
const PAID = ok(seen('already_paid', { paid: TEN }));
const MOVED = ok({ transaction_id: 'x' });

test.each<[string, Operation, ReturnType<typeof advice>]>([
  ['the ordinary withdrawal', walk('withdraw', OPENED, OPEN, CHOOSE, MOVED, HAND_OUT, { press: 'word', word: { kind: 'dispensed' } }, PAID, ok({})), { cash: 'all_done', moved: 'paid' }],
  ['a reload while nobody knows', walk('withdraw', OPENED, OPEN, CHOOSE, lost, 'reload'), { cash: 'do_not_hand_out', moved: 'unknown' }],
  ['a reload while the cashier counts', walk('withdraw', OPENED, OPEN, CHOOSE, MOVED, HAND_OUT, 'reload'), { cash: 'say_what_happened', moved: 'held' }],
  ['the time is over while the cashier counts', walk('withdraw', OPENED, OPEN, CHOOSE, MOVED, HAND_OUT, { press: 'look' }, ok(seen('call_operator', { held: TEN }))), { cash: 'say_what_happened', moved: 'held' }],
  ['nobody knows what became of the cash', walk('withdraw', OPENED, OPEN, CHOOSE, MOVED, HAND_OUT, { press: 'word', word: { kind: 'unknown' } }, ok(seen('call_operator', { held: TEN }))), { cash: 'call_operator', moved: 'held' }],
  ['not enough money', walk('withdraw', OPENED, OPEN, CHOOSE, refused('NOT_ENOUGH_FUNDS')), { cash: 'nothing_yet', moved: 'no' }],
  ['a deposit on its way', walk('deposit', OPENED, OPEN, CHOOSE), { cash: 'leave_on_counter', moved: 'unknown' }],
  ['a deposit that is in', walk('deposit', OPENED, OPEN, CHOOSE, MOVED, ok(seen('take_cash')), { press: 'word', word: { kind: 'dispensed' } }, ok({})), { cash: 'all_done', moved: 'in' }],
  ['a deposit undone', walk('deposit', OPENED, OPEN, CHOOSE, MOVED, ok(seen('take_cash')), { press: 'word', word: { kind: 'undo' } }, ok({}), ok({}), ok(seen('do_not_hand_out', { returned: TEN }))), { cash: 'give_back', moved: 'undone' }],
  ['a deposit refused', walk('deposit', OPENED, OPEN, CHOOSE, refused('ERROR_SESSION_EXPIRED')), { cash: 'give_back', moved: 'no' }],
  ['a wrong code', walk('deposit', refused('ERROR_OTP_NOT_VALID')), { cash: 'take_nothing', moved: 'no' }],
])('%s', (_, operation, expected) => expect(advice(operation)).toEqual(expected));

test('a withdrawal cancelled after a try that may arrive is barred by a word, not closed', () => {
  const barred = walk('withdraw', OPENED, OPEN, CHOOSE, lost, { press: 'cancel' });
  expect(wish(barred)?.path).toMatch(/\/outcome$/);
  expect(wish(barred)?.body).toEqual({ outcome: 'not_dispensed' });
  const plain = walk('withdraw', OPENED, OPEN, { press: 'cancel' });
  expect(wish(plain)?.path).toBe('/v1/pos/logout');
});

test('the code armed for a deposit makes a deposit of it, whatever was pressed first', () => {
  const armed = seen('withdraw', { amount: null, held: null, paid: null, returned: null, armed: { purpose: 'deposit', amount: null } });
  expect(walk('withdraw', OPENED, ok(armed)).purpose).toBe('deposit');
});
