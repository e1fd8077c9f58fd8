// The cashier, the page and a server together, over a line that loses and delays: every order in which requests, lost
// answers, late arrivals, reloads and the end of the session can fall. The server here is cash-lifecycle.md's table for
// one withdrawal; the cashier does what the screen says and tells the truth. The law: whoever got cash has paid, and
// whoever got none has not.

import { expect, test } from 'vitest';
import type { Trouble } from '../../api';
import { advice, begin, heard, isOver, mayCancel, maySay, pressed, resumed, wish, type Operation, type Reply, type Seen, type Wish } from '.';

const TEN = { amount: '10.00', currency: 'GBP' };
const ZERO = { amount: '0.00', currency: 'GBP' };

interface Books {
  session: 'none' | 'open' | 'over';
  money: 'none' | 'barred' | 'held' | 'paid' | 'back';
  /** The value of the withdrawal that was carried out. */
  by: string | undefined;
  withdrawals: number;
}

interface World {
  page: Operation;
  books: Books;
  /** A request on its way that the page believes lost. */
  late: Wish | undefined;
  handed: boolean;
}

const ok = (value: unknown): Reply => ({ kind: 'ok', value });
const refused = (code: string): Reply => {
  const problem = { type: '', title: '', status: 400, detail: '', code, money_moved: false, retry: '', request_id: '' };
  return { kind: 'refused', trouble: { kind: 'problem', problem } satisfies Trouble };
};
const LOST: Reply = { kind: 'lost', trouble: { kind: 'offline', changes: true } };

function seen({ session, money }: Books): Seen {
  const figures = { amount: TEN, held: ZERO, paid: ZERO, returned: ZERO };
  switch (money) {
    case 'none':
    case 'barred':
      return { do: money === 'none' && session === 'open' ? 'withdraw' : 'do_not_hand_out', state: money, amount: null, held: null, paid: null, returned: null };
    case 'held':
      return { ...figures, do: session === 'open' ? 'hand_out' : 'call_operator', state: money, held: TEN };
    case 'paid':
      return { ...figures, do: 'already_paid', state: money, paid: TEN };
    case 'back':
      return { ...figures, do: 'do_not_hand_out', state: money, returned: TEN };
  }
}

/** What the server makes of a request. */
function served(books: Books, asked: Wish): [Books, Reply] {
  if (asked.path.includes('/login/')) {
    if (books.session === 'over' || books.money !== 'none') return [books, refused('ERROR_OTP_NOT_VALID')];
    const accounts = [{ account_id: 'a', account_currency: 'GBP', account_alias: 'GBP', account_balance: 189 }];
    return [{ ...books, session: 'open' }, ok({ token_id: 't', operation_id: 'o', accounts })];
  }
  if (asked.path.includes('/withdraw/')) return withdrawn(books, asked.name);
  if (asked.path.endsWith('/logout')) return [{ ...books, session: 'over', money: books.money === 'held' ? 'paid' : books.money }, ok({})];
  if (!asked.path.endsWith('/outcome')) return [books, ok(seen(books))];
  const { outcome } = asked.body as { outcome: string };
  const next: Books = { ...books };
  if (outcome === 'dispensed' && books.money === 'held') next.money = 'paid';
  if (outcome === 'not_dispensed' && (books.money === 'held' || books.money === 'paid')) next.money = 'back';
  if (outcome === 'not_dispensed' && books.money === 'none') next.money = 'barred';
  return [next, ok(seen(next))];
}

function withdrawn(books: Books, name: string): [Books, Reply] {
  switch (books.money) {
    case 'none':
      if (books.session !== 'open') return [books, refused('ERROR_SESSION_EXPIRED')];
      return [{ ...books, money: 'held', by: name, withdrawals: books.withdrawals + 1 }, ok({ transaction_id: 'x' })];
    case 'barred':
    case 'back':
      return [books, refused('ERROR_WITHDRAWAL_ALREADY_REVERSED')];
    case 'held':
    case 'paid':
      return [books, books.by === name ? ok({ transaction_id: 'x' }) : refused('ERROR_SESSION_ALREADY_USED')];
  }
}

/** The requests and what may become of each. */
function onTheLine(world: World): World[] {
  const { page, books, late } = world;
  const worlds: World[] = [];
  const asked = wish(page);
  if (asked) {
    const [after, reply] = served(books, asked);
    worlds.push({ ...world, books: after, page: heard(page, reply) });
    worlds.push({ ...world, books: after, page: heard(page, LOST) });
    worlds.push({ ...world, page: heard(page, LOST) });
    if (!late && asked.verb === 'POST') worlds.push({ ...world, late: asked, page: heard(page, LOST) });
    // A money request that the server refuses for a reason of its own, before it would do anything.
    if (asked.path.includes('/withdraw/') && books.money === 'none') worlds.push({ ...world, page: heard(page, refused('NOT_ENOUGH_FUNDS')) });
  }
  if (late) worlds.push({ ...world, late: undefined, books: served(books, late)[0] });
  if (books.session === 'open') worlds.push({ ...world, books: { ...books, session: 'over' } });
  return [...worlds, { ...world, page: resumed(page) }];
}

/** What a cashier does who follows the screen and tells the truth. */
function atTheCounter(world: World): World[] {
  const { page, handed } = world;
  const { cash } = advice(page);
  const worlds: World[] = [];
  if ((cash === 'hand_out' || cash === 'hand_out_unless_done') && !handed) worlds.push({ ...world, handed: true });
  if (page.step.at === 'choosing' && page.choices < 2) worlds.push({ ...world, page: pressed(page, { press: 'choose', account_id: 'a', amount: TEN }) });
  if (mayCancel(page) && !handed) worlds.push({ ...world, page: pressed(page, { press: 'cancel' }) });
  if (maySay(page)) worlds.push({ ...world, page: pressed(page, { press: 'word', word: { kind: handed ? 'dispensed' : 'not_dispensed' } }) });
  return [...worlds, { ...world, page: pressed(page, { press: 'look' }) }, { ...world, page: pressed(page, { press: 'ask_again' }) }];
}

function everyWorld(): World[] {
  const page = begin({ id: 'i', pos_id: 'p', purpose: 'withdraw', begun_at: '', phone_number: '+447700900001', code: '123456', training: false });
  const first: World = { page, books: { session: 'none', money: 'none', by: undefined, withdrawals: 0 }, late: undefined, handed: false };
  const known = new Map<string, World>();
  const open = [first];
  for (let world = open.pop(); world; world = open.pop()) {
    for (const next of [...onTheLine(world), ...atTheCounter(world)]) {
      const key = JSON.stringify(next);
      if (known.has(key)) continue;
      known.set(key, next);
      open.push(next);
    }
  }
  return [...known.values()];
}

const WORLDS = everyWorld();
const shown = ({ page, books, late, handed }: World) => ({ step: page.step, word: page.word, books, late: late?.path, handed });

test('the walk meets every way it can end', () => {
  const ends = new Set(WORLDS.filter(({ page }) => isOver(page)).map(({ page }) => `${page.step.at} ${advice(page).moved}`));
  expect([...ends].sort()).toEqual(['done back', 'done paid', 'ended no']);
  expect(WORLDS.length).toBeGreaterThan(1_000);
});

test('money is moved once at most', () => {
  expect(WORLDS.filter(({ books }) => books.withdrawals > 1).map(shown)).toEqual([]);
});

test('cash is handed out only while the money for it is set aside', () => {
  const wrong = WORLDS.filter((world) => !world.handed && atTheCounter(world).some(({ handed }) => handed) && world.books.money !== 'held');
  expect(wrong.map(shown)).toEqual([]);
});

test('when it is over, whoever got cash has paid and whoever got none has not, whatever arrives late', () => {
  const wrong = WORLDS.filter(({ page }) => isOver(page)).filter(({ books, late, handed }) => {
    const { money } = late ? served(books, late)[0] : books;
    return handed ? money !== 'paid' : money === 'paid' || money === 'held';
  });
  expect(wrong.map(shown)).toEqual([]);
});

test('where the page says that no money has moved, none has', () => {
  const wrong = WORLDS.filter(({ page, books }) => isOver(page) && advice(page).moved === 'no' && (books.money === 'held' || books.money === 'paid'));
  expect(wrong.map(shown)).toEqual([]);
});
