// Calls of our own API, signed in by cookie. A call that changes something carries an intent's idempotency value
// and is repeated with the same value when its answer is lost; a call that only reads is not.
// Never throws: what went wrong is part of the answer.

import { Intent } from './intent';
import { isProblem, type Answer, type Trouble } from './trouble';

export const CALL_TIMEOUT_MS = 10_000;
/** Pauses before the second, the third … try of a call that changes something. */
export const RETRY_PAUSES_MS = [400, 1_200, 3_000] as const;
const RETRY_AFTER_MAX_S = 5;

export type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Call {
  body?: unknown;
  /** Needed by every verb but GET. */
  intent?: Intent;
  headers?: Record<string, string>;
  timeout_ms?: number;
  /** 0: ask once. */
  retries?: number;
  signal?: AbortSignal;
}

/** What one try brought: the status and the body as JSON, or nothing readable. */
export type Sent = { status: number; body: unknown; headers: Headers } | { status: 0; why: 'offline' | 'timeout' | 'garbled' };

/** One try over the network. For calls that are not of our own API, such as the POS wire. */
export async function send(verb: Verb, path: string, call: Call = {}): Promise<Sent> {
  const headers: Record<string, string> = { accept: 'application/json', ...call.headers };
  if (call.body !== undefined) headers['content-type'] = 'application/json';
  const ended = AbortSignal.timeout(call.timeout_ms ?? CALL_TIMEOUT_MS);
  try {
    const answer = await fetch(path, {
      method: verb,
      headers,
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: call.signal ? anyOf(ended, call.signal) : ended,
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as unknown), headers: answer.headers };
  } catch (failure) {
    if (ended.aborted) return { status: 0, why: 'timeout' };
    return { status: 0, why: failure instanceof SyntaxError ? 'garbled' : 'offline' };
  }
}

function anyOf(first: AbortSignal, second: AbortSignal): AbortSignal {
  const both = new AbortController();
  for (const one of [first, second]) {
    if (one.aborted) both.abort();
    else one.addEventListener('abort', () => both.abort(), { once: true });
  }
  return both.signal;
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** What a page asks of it. */
export type Calls = Pick<Client, 'get' | 'post'>;

export class Client {
  readonly #base: string;
  #csrf: string | undefined;

  /** `base`: the path all calls begin with. */
  constructor(base = '/api/v1') {
    this.#base = base;
  }

  /** The token that shows the page itself made the call. */
  set csrf(token: string | undefined) {
    this.#csrf = token;
  }

  get<T>(path: string, call: Call = {}): Promise<Answer<T>> {
    return this.call<T>('GET', path, call);
  }

  post<T>(path: string, intent: Intent, body: unknown = {}, call: Call = {}): Promise<Answer<T>> {
    return this.call<T>('POST', path, { ...call, intent, body });
  }

  async call<T>(verb: Verb, path: string, call: Call = {}): Promise<Answer<T>> {
    const changes = verb !== 'GET';
    const headers: Record<string, string> = { ...call.headers };
    if (changes) headers['idempotency-key'] = (call.intent ?? new Intent()).key;
    if (changes && this.#csrf) headers['x-csrf-token'] = this.#csrf;
    const pauses = changes ? RETRY_PAUSES_MS.slice(0, call.retries ?? RETRY_PAUSES_MS.length) : [];
    for (let tries = 0; ; tries += 1) {
      const sent = await send(verb, this.#base + path, { ...call, headers });
      const answer = read<T>(sent, changes);
      const wait_ms = pauses[tries];
      if (answer.ok || wait_ms === undefined || call.signal?.aborted || !worthRepeating(answer.trouble)) return answer;
      await pause(Math.max(wait_ms, toldToWait_ms(answer.trouble)));
    }
  }
}

function read<T>(sent: Sent, changes: boolean): Answer<T> {
  if ('why' in sent) return { ok: false, trouble: { kind: sent.why, changes } };
  if (sent.status >= 200 && sent.status < 300) return { ok: true, value: sent.body as T };
  if (isProblem(sent.body)) return { ok: false, trouble: { kind: 'problem', problem: sent.body } };
  return { ok: false, trouble: { kind: 'garbled', changes } };
}

/** The answer was lost, or the server says that it was not ready: the same value is safe to send again. */
function worthRepeating(trouble: Trouble): boolean {
  if (trouble.kind !== 'problem') return trouble.kind !== 'garbled';
  const { status, retry_after_s } = trouble.problem;
  return (status === 503 || status === 504) && (retry_after_s ?? 0) <= RETRY_AFTER_MAX_S;
}

const toldToWait_ms = (trouble: Trouble): number =>
  trouble.kind === 'problem' ? (trouble.problem.retry_after_s ?? 0) * 1000 : 0;
