// The POS this device stands at: its access key, and what the server said of it. The key never leaves the device but
// as the header of a call.

import { Client, type Answer, type Calls } from '../../api';
import type { PosSelf } from '../../api/wire-pos';
import { observe } from '../../shared/clock';
import type { Store } from '../../shared/keep';

const KEY = 'access_key';
const SELF = 'self';
const PAPER = 'paper';

export type Paper = '58' | '80';

export interface Bound {
  access_key: string;
  self: PosSelf;
}

export class Place {
  readonly #keep: Store;
  readonly #client: Calls;
  bound: Bound | undefined;
  paper: Paper = '80';

  constructor(keep: Store, client: Calls = new Client()) {
    this.#keep = keep;
    this.#client = client;
  }

  async start(): Promise<void> {
    const [access_key, self, paper] = await Promise.all([this.#keep.get<string>(KEY), this.#keep.get<PosSelf>(SELF), this.#keep.get<Paper>(PAPER)]);
    if (access_key !== undefined && self !== undefined) this.bound = { access_key, self };
    this.paper = paper ?? '80';
  }

  /** Asks the server who the key is, and keeps both. */
  async bind(access_key: string): Promise<Answer<PosSelf>> {
    const answer = await this.#ask(access_key);
    if (answer.ok) {
      await this.#keep.set(KEY, access_key);
      await this.#keepSelf(access_key, answer.value);
    }
    return answer;
  }

  /** Asks again: notes, tills, training may have changed. Without an answer the last one stands. */
  async refresh(): Promise<void> {
    const access_key = this.bound?.access_key;
    if (access_key === undefined) return;
    const answer = await this.#ask(access_key);
    // The device may have been unbound meanwhile, and is not to be bound again by an answer.
    if (answer.ok && this.bound?.access_key === access_key) await this.#keepSelf(access_key, answer.value);
  }

  async unbind(): Promise<void> {
    this.bound = undefined;
    await this.#keep.clear();
  }

  async setPaper(paper: Paper): Promise<void> {
    await this.#keep.set(PAPER, paper);
    this.paper = paper;
  }

  /** A read of our own API with the key. */
  get<T>(path: string): Promise<Answer<T>> {
    return this.#client.get<T>(path, { headers: { access_key: this.bound?.access_key ?? '' } });
  }

  async #keepSelf(access_key: string, self: PosSelf): Promise<void> {
    this.bound = { access_key, self };
    await this.#keep.set(SELF, self);
  }

  async #ask(access_key: string): Promise<Answer<PosSelf>> {
    const asked_ms = performance.now();
    const answer = await this.#client.get<PosSelf>('/pos/self', { headers: { access_key } });
    if (answer.ok) observe(answer.value.server_time, performance.now() - asked_ms);
    return answer;
  }
}

/** A key as it may be seen over a shoulder. */
export const masked = (access_key: string): string => `•••• ${access_key.slice(-4)}`;

/** What may stand in a header; anything else is no key. */
export const looksLikeKey = (text: string): boolean => /^[\x21-\x7e]{8,128}$/.test(text);
