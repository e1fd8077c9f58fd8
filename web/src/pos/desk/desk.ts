// The counter's desk: keeps every operation on the device, sends what each one's state asks for, and goes on until it
// is answered. The order is always: keep, then send. What a reload or a reboot interrupts goes on where it was.
// Knows nothing of what the states mean; `operation/` does.

import type { Trouble } from '../../api';
import type { Store } from '../../shared/keep';
import { begin, heard, isOver, needsNobody, pressed, resumed, wish, type Operation, type Press, type Purpose, type Reply, type Wish } from '../operation';
import type { Asked } from '../wire';

/** Pauses between tries of one request; the last one repeats. Back online, the next try is made at once. */
export const PAUSES_MS = [400, 1_000, 2_000, 4_000] as const;
export const OPERATIONS_KEPT_MAX = 300;
/** The server takes a late word for 24 h; the list keeps an operation a day longer. */
export const KEPT_MS = 48 * 3_600_000;

export interface Line {
  /** Tries of the present request that were lost. */
  lost: number;
  trouble?: Trouble;
}

export interface Desk {
  /** The newest first. */
  operations: readonly Operation[];
  /** On the screen. */
  current: Operation | undefined;
  line: (id: string) => Line;
  /** The device's own store failed: nothing may be begun. */
  broken: boolean;
}

/** What stands for the server: one try of a request. */
export type Send = (wish: Wish, signal: AbortSignal) => Promise<Asked>;

const CURRENT = 'current';
const OPERATION = 'operation.';

export class Desks {
  readonly #keep: Store;
  readonly #send: Send;
  readonly #listeners = new Set<() => void>();
  #operations = new Map<string, Operation>();
  #lines = new Map<string, Line>();
  #running = new Map<string, { name: string; stop: AbortController }>();
  #current: string | undefined;
  #broken = false;
  /** One change at a time: each is kept before the next begins. */
  #queue: Promise<void> = Promise.resolve();
  #hurry = new Set<() => void>();

  constructor(keep: Store, sender: Send) {
    this.#keep = keep;
    this.#send = sender;
  }

  /** Reads what was kept and goes on with it. `now_ms`: by the device's clock, for forgetting alone. */
  async start(now_ms: number): Promise<void> {
    const names = (await this.#keep.keys()).filter((name) => name.startsWith(OPERATION));
    for (const name of names) {
      const kept = await this.#keep.get<Operation>(name);
      if (!kept) continue;
      if (isOver(kept) && now_ms - Date.parse(kept.begun_at) > KEPT_MS) await this.#keep.remove(name);
      else this.#operations.set(kept.id, resumed(kept));
    }
    this.#current = (await this.#keep.get<string>(CURRENT)) ?? this.state.operations.find((one) => !needsNobody(one) && one.step.at !== 'doubt')?.id;
    addEventListener('online', () => this.hurry());
    for (const operation of this.#operations.values()) this.#run(operation);
    this.#draw();
  }

  get state(): Desk {
    const operations = [...this.#operations.values()].sort((one, other) => (one.begun_at < other.begun_at ? 1 : -1));
    const current = this.#current === undefined ? undefined : this.#operations.get(this.#current);
    return { operations, current, line: (id) => this.#lines.get(id) ?? { lost: 0 }, broken: this.#broken };
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Begins an operation; it is on the screen from now on. */
  begin(what: { id: string; pos_id: string; purpose: Purpose; begun_at: string; phone_number: string; code: string; training: boolean }): Promise<void> {
    return this.#then(async () => {
      const current = this.state.current;
      if (current && !needsNobody(current)) return;
      const operation = begin(what);
      await this.#keep.set(OPERATION + operation.id, operation);
      await this.#show(operation.id);
      this.#operations.set(operation.id, operation);
      await this.#forget();
      this.#run(operation);
    });
  }

  press(id: string, press: Press): Promise<void> {
    return this.#then(() => this.#change(id, (operation) => pressed(operation, press)));
  }

  /** Puts an operation on the screen, or none: only one that needs nobody may leave it. */
  show(id: string | undefined): Promise<void> {
    return this.#then(async () => {
      const current = this.state.current;
      if (current && !needsNobody(current) && current.step.at !== 'doubt') return;
      await this.#show(id);
    });
  }

  /** Forgets every operation; for a device on which none waits. */
  clear(): Promise<void> {
    return this.#then(async () => {
      if (![...this.#operations.values()].every(isOver)) return;
      for (const id of this.#operations.keys()) await this.#keep.remove(OPERATION + id);
      this.#operations.clear();
      await this.#show(undefined);
    });
  }

  /** The next tries are made now. */
  hurry(): void {
    for (const wake of [...this.#hurry]) wake();
  }

  async #show(id: string | undefined): Promise<void> {
    if (id === undefined) await this.#keep.remove(CURRENT);
    else await this.#keep.set(CURRENT, id);
    this.#current = id;
  }

  /** Over ones beyond the bound, the oldest first. */
  async #forget(): Promise<void> {
    const over = this.state.operations.slice(OPERATIONS_KEPT_MAX).filter(isOver);
    for (const { id } of over) {
      await this.#keep.remove(OPERATION + id);
      this.#operations.delete(id);
    }
  }

  #then(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work).catch(() => void (this.#broken = true));
    this.#queue = done;
    return done.then(() => this.#draw());
  }

  async #change(id: string, make: (operation: Operation) => Operation): Promise<void> {
    const operation = this.#operations.get(id);
    if (!operation) return;
    const next = make(operation);
    if (next === operation) return;
    await this.#keep.set(OPERATION + id, next);
    this.#operations.set(id, next);
    this.#run(next);
  }

  /** Sends what the state asks for, unless that very request is on its way. */
  #run(operation: Operation): void {
    const wanted = wish(operation);
    const running = this.#running.get(operation.id);
    if (running && running.name === wanted?.name) return;
    running?.stop.abort();
    this.#lines.delete(operation.id);
    this.#running.delete(operation.id);
    if (!wanted) return;
    const stop = new AbortController();
    this.#running.set(operation.id, { name: wanted.name, stop });
    void this.#ask(operation.id, wanted, stop.signal);
  }

  async #ask(id: string, wanted: Wish, signal: AbortSignal): Promise<void> {
    for (let lost = 0; !signal.aborted; lost += 1) {
      const { reply, wait_ms } = await this.#send(wanted, signal);
      if (signal.aborted) return;
      if (reply.kind !== 'lost') return this.#answered(id, wanted, reply, signal);
      await this.#then(() => this.#change(id, (operation) => heard(operation, reply)));
      this.#lines.set(id, { lost: lost + 1, trouble: reply.trouble });
      this.#draw();
      await this.#pause(Math.max(wait_ms, PAUSES_MS[Math.min(lost, PAUSES_MS.length - 1)]!), signal);
    }
  }

  #answered(id: string, wanted: Wish, reply: Reply, signal: AbortSignal): Promise<void> {
    return this.#then(async () => {
      // A press may have changed the state while the answer was on its way.
      if (signal.aborted) return;
      const operation = this.#operations.get(id);
      if (!operation || wish(operation)?.name !== wanted.name) return;
      this.#running.delete(id);
      this.#lines.delete(id);
      await this.#change(id, (now) => heard(now, reply));
    });
  }

  #pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((done) => {
      const over = () => {
        clearTimeout(timer);
        this.#hurry.delete(over);
        signal.removeEventListener('abort', over);
        done();
      };
      const timer = setTimeout(over, ms);
      this.#hurry.add(over);
      signal.addEventListener('abort', over);
    });
  }

  #draw(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
