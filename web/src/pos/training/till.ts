// What stands for the server's tills while a cashier practises the shift: one drawer, two practice cashiers with one PIN,
// and a book of what should be in it. The drawer itself lacks one piece, so that a blind count finds a difference. It
// answers the page's own requests, keeps nothing and asks nobody.

import type { Answer, Calls, Intent, Trouble } from '../../api';
import type { PosSelf, Till, TillClosed, TillCount } from '../../api/wire-pos';
import { amountOf, minorOf, notesFor, usualSum, type Currency } from './sums';
import type { Chosen } from './lessons';
import { t } from './words';

/** No real cashier's: whoever practises types no PIN of her own. */
export const PRACTICE_PIN = '1234';
/** What is in the drawer before the shift, in usual sums. */
const FLOAT_SUMS = 10n;

type Cash = { currency: string; notes: { denomination: string; count: number }[] };

interface Body {
  cashier_id?: string;
  pin?: string;
  counts?: TillCount[];
  way?: string;
  currency?: string;
  notes?: TillCount['notes'];
  to?: { cashier_id?: string; pin?: string };
}

const refused = (code: string): Answer<never> => ({
  ok: false,
  trouble: { kind: 'problem', problem: { type: '', title: code, status: 422, detail: '', code, money_moved: false, retry: 'no', request_id: '' } } satisfies Trouble,
});

export const practiceCashiers = (): PosSelf['cashiers'] => [
  { cashier_id: 'practice-a', name: t('pos.practice.first'), role: 'cashier' },
  { cashier_id: 'practice-b', name: t('pos.practice.second'), role: 'cashier' },
];

export class PracticeTill {
  readonly #currencies: readonly Currency[];
  readonly #chosen: Chosen;
  /** What should be in the drawer; undefined: the shift is closed. */
  #book: Map<string, bigint> | undefined;
  #cashier_id = '';
  #sessions = 0;
  /** Equal requests get the first answer. */
  readonly #answers = new Map<string, Answer<unknown>>();

  constructor({ currencies }: PosSelf, chosen: Chosen) {
    this.#currencies = currencies;
    this.#chosen = chosen;
  }

  /** Cash of a practised visit. */
  moves(currency: string, minor: bigint): void {
    if (this.#book) this.#book.set(currency, (this.#book.get(currency) ?? 0n) + minor);
  }

  /** The pieces that lie in the drawer. */
  get lies(): Cash[] {
    const there = this.#currencies.map((one): Cash => ({ currency: one.currency, notes: notesFor(this.#there(one), one) }));
    return there.filter(({ notes }) => notes.length > 0);
  }

  #there(one: Currency): bigint {
    if (!this.#book) return one.currency === this.#chosen.currency?.currency ? usualSum(one) * FLOAT_SUMS : 0n;
    const should = this.#book.get(one.currency) ?? 0n;
    const smallest = one.denominations.map((text) => minorOf(text, one.decimals)).reduce((least, minor) => (least === 0n || minor < least ? minor : least), 0n);
    return should > smallest ? should - smallest : should;
  }

  readonly get: Calls['get'] = async <T>() => ({ ok: true, value: { tills: [this.#till()] } as T });

  readonly post: Calls['post'] = async <T>(path: string, intent: Intent, body?: unknown) => {
    const known = this.#answers.get(intent.key);
    const answer = known ?? this.#done(path.split('/').at(-1) ?? '', body as Body);
    if (answer.ok) this.#answers.set(intent.key, answer);
    // What was done is done; its answer is lost, and the same request sent again gets it.
    if (answer.ok && !known && this.#chosen.lesson === 'lost') return { ok: false, trouble: { kind: 'timeout', changes: true } };
    return answer as Answer<T>;
  };

  #till(): Till {
    const is_open = this.#book !== undefined;
    return {
      till_id: 'practice',
      name: t('pos.practice.till'),
      pos_id: 'practice',
      till_session_id: is_open ? this.#session() : null,
      cashier_id: is_open ? this.#cashier_id : null,
      opened_at: null,
    };
  }

  #session = (): string => `practice-${this.#sessions}`;

  #done(verb: string, body: Body): Answer<unknown> {
    const signs = [body.pin, ...(body.to ? [body.to.pin] : [])];
    if (signs.some((pin) => pin !== PRACTICE_PIN)) return refused('pin_not_valid');
    if (verb === 'open') return this.#open(body);
    if (!this.#book) return refused('till_not_open');
    if (verb === 'move') return this.#move(this.#book, body);
    return this.#counted(this.#book, body);
  }

  #open({ cashier_id = '', counts = [] }: Body): Answer<unknown> {
    if (this.#book) return refused('till_is_open');
    this.#begin(cashier_id, counts);
    return { ok: true, value: { till_session_id: this.#session() } };
  }

  #begin(cashier_id: string, counts: TillCount[]): void {
    this.#sessions += 1;
    this.#cashier_id = cashier_id;
    this.#book = new Map(counts.map(({ currency, notes }) => [currency, this.#worth(currency, notes)]));
  }

  #move(book: Map<string, bigint>, { way, currency = '', notes }: Body): Answer<unknown> {
    const sum = this.#worth(currency, notes);
    if (way === 'to_vault' && sum > (book.get(currency) ?? 0n)) return refused('count_not_acceptable');
    this.moves(currency, way === 'to_vault' ? -sum : sum);
    return { ok: true, value: undefined };
  }

  /** A closing count, or one that gives the drawer into other hands. */
  #counted(book: Map<string, bigint>, { counts = [], to }: Body): Answer<unknown> {
    const till_session_id = this.#session();
    const lines = this.#currencies.flatMap((one) => {
      const expected = book.get(one.currency) ?? 0n;
      const counted = this.#worth(one.currency, counts.find(({ currency }) => currency === one.currency)?.notes);
      const [was, found, off] = [expected, counted, counted - expected].map((minor) => amountOf(minor, one));
      return expected === 0n && counted === 0n ? [] : [{ expected: was!, counted: found!, variance: off! }];
    });
    if (to) this.#begin(to.cashier_id ?? '', counts);
    else this.#book = undefined;
    return { ok: true, value: { till_session_id, handed_to: to ? this.#session() : null, lines } satisfies TillClosed };
  }

  #worth(code: string, notes: TillCount['notes'] = []): bigint {
    const decimals = this.#currencies.find(({ currency }) => currency === code)?.decimals ?? 0;
    return notes.reduce((sum, { denomination, count }) => sum + minorOf(denomination, decimals) * BigInt(count), 0n);
  }
}
