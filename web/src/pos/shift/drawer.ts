// The till in this device's hands. Opening, closing and moving cash are kept with their counts before they are sent,
// under one idempotency value each; the PIN is not kept, so after a reload it is asked for again and the same request
// goes out. What should be in the drawer is told by the server after the closing count, and never before.

import { Client, codeOf, Intent, moneyMoved, type Answer, type Calls } from '../../api';
import type { Till, TillClosed, TillCount, TillOpened } from '../../api/wire-pos';
import type { Store } from '../../shared/keep';
import type { Place } from '../place';

const HELD = 'till';
const WANTED = 'till.wanted';
const CASHIERS = 'till.cashiers';
export const CASHIERS_MAX = 20;

/** The till session that this device opened. */
export interface Held {
  till_id: string;
  till_session_id: string;
  cashier_id: string;
}

/** What was counted and not answered yet. */
export interface Wanted {
  kind: 'open' | 'close' | 'from_vault' | 'to_vault' | 'to_till' | 'hand_over';
  key: string;
  till_id: string;
  cashier_id: string;
  counts: TillCount[];
  /** Who takes the cash: signs, too. */
  to?: Taker;
  /** It went out, and nobody knows whether it was carried out: it may only be repeated. Kept, for a page that comes back. */
  unsure?: boolean;
}

/** Refusals of who signs this time: an earlier try, with a PIN that was right, may arrive yet. */
const OF_THIS_TRY: ReadonlySet<string> = new Set(['pin_not_valid', 'cashier_locked']);

export interface Taker {
  cashier_id: string;
  /** Another till; without it this one is handed over. */
  till_id?: string;
}

/** What was typed to sign with: nothing of it is kept. */
export interface Pins {
  own: string;
  /** Of whoever takes the cash. */
  taker: string;
}

export interface Cashier {
  cashier_id: string;
  name: string;
}

export class Drawer {
  readonly #keep: Store;
  readonly #place: Place;
  readonly #client: Calls;
  held: Held | undefined;
  wanted: Wanted | undefined;
  cashiers: Cashier[] = [];

  constructor(keep: Store, place: Place, client: Calls = new Client()) {
    this.#keep = keep;
    this.#place = place;
    this.#client = client;
  }

  async start(): Promise<void> {
    const [held, wanted, cashiers] = await Promise.all([this.#keep.get<Held>(HELD), this.#keep.get<Wanted>(WANTED), this.#keep.get<Cashier[]>(CASHIERS)]);
    this.held = held;
    this.wanted = wanted;
    this.cashiers = cashiers ?? [];
  }

  /** Those whom the server names, or whom this device was told of. */
  get known(): readonly Cashier[] {
    return this.#place.bound?.self.cashiers ?? this.cashiers;
  }

  nameOf(cashier_id: string): string {
    return this.known.find((one) => one.cashier_id === cashier_id)?.name ?? cashier_id.slice(-6);
  }

  async remember(cashier: Cashier): Promise<void> {
    const others = this.cashiers.filter((one) => one.cashier_id !== cashier.cashier_id);
    this.cashiers = [cashier, ...others].slice(0, CASHIERS_MAX);
    await this.#keep.set(CASHIERS, this.cashiers);
  }

  /** The POS's tills as they are now. What this device holds is corrected by them. */
  async tills(): Promise<Answer<Till[]>> {
    const answer = await this.#place.get<{ tills: Till[] }>('/pos/tills');
    if (!answer.ok) return answer;
    const mine = answer.value.tills.find((till) => till.till_id === this.held?.till_id);
    if (this.held && !this.wanted && mine?.till_session_id !== this.held.till_session_id) await this.#hold(undefined);
    return { ok: true, value: answer.value.tills };
  }

  /** Keeps the count; from now on it is one request, whatever happens to the page. */
  async want(wanted: Omit<Wanted, 'key'>): Promise<void> {
    this.wanted = { ...wanted, key: new Intent().key };
    await this.#keep.set(WANTED, this.wanted);
  }

  /** Nothing was sent, or it was refused: the count is taken anew. */
  async drop(): Promise<void> {
    this.wanted = undefined;
    await this.#keep.remove(WANTED);
  }

  /** Sends what is wanted. A lost answer leaves it wanted. */
  async send(pins: Pins): Promise<Answer<TillClosed | undefined>> {
    const { wanted } = this;
    if (!wanted) return { ok: false, trouble: { kind: 'garbled', changes: false } };
    const before = wanted.unsure === true;
    await this.#keepUnsure(wanted, true);
    const answer = await this.#ask(wanted, pins);
    if (!answer.ok && moneyMoved(answer.trouble) !== null) await this.#keepUnsure(wanted, before && OF_THIS_TRY.has(codeOf(answer.trouble)));
    return answer;
  }

  async #keepUnsure(wanted: Wanted, unsure: boolean): Promise<void> {
    this.wanted = { ...wanted, unsure };
    await this.#keep.set(WANTED, this.wanted);
  }

  async #ask(wanted: Wanted, { own: pin, taker }: Pins): Promise<Answer<TillClosed | undefined>> {
    const { kind, till_id, cashier_id, counts, to } = wanted;
    const other = { cashier_id: to?.cashier_id, pin: taker };
    const move = { way: kind, currency: counts[0]?.currency, notes: counts[0]?.notes };
    const headers = { access_key: this.#place.bound?.access_key ?? '' };
    const call = <T,>(verb: string, body: object) => this.#client.post<T>(`/pos/tills/${encodeURIComponent(till_id)}/${verb}`, new Intent(wanted.key), { cashier_id, pin, ...body }, { headers });
    switch (kind) {
      case 'open':
        return this.#settle(await call<TillOpened>('open', { counts }), ({ till_session_id }) => this.#hold({ till_id, till_session_id, cashier_id }));
      case 'close':
        return this.#settle(await call<TillClosed>('close', { counts }), () => this.#hold(undefined));
      case 'hand_over':
        return this.#settle(await call<TillClosed>('handover', { to: other, counts }), ({ handed_to }) =>
          this.#hold(handed_to === null ? undefined : { till_id, till_session_id: handed_to, cashier_id: to?.cashier_id ?? '' }),
        );
      case 'to_till':
        return this.#settle(await call<undefined>('move', { ...move, to_till_id: to?.till_id, to: other }), async () => undefined);
      case 'from_vault':
      case 'to_vault':
        return this.#settle(await call<undefined>('move', move), async () => undefined);
    }
  }

  async #settle<T>(answer: Answer<T>, done: (value: T) => Promise<void>): Promise<Answer<TillClosed | undefined>> {
    if (!answer.ok) return answer;
    await done(answer.value);
    await this.drop();
    return { ok: true, value: answer.value as TillClosed | undefined };
  }

  async #hold(held: Held | undefined): Promise<void> {
    this.held = held;
    if (held) await this.#keep.set(HELD, held);
    else await this.#keep.remove(HELD);
  }
}
