import { afterEach, expect, test, vi } from 'vitest';
import { Client, Intent, moneyMoved } from '.';

const problem = (code: string, status: number, more = {}) => ({
  type: `/errors/${code}`, title: 't', detail: 'd', code, status, money_moved: false, retry: 'r', request_id: 'q', ...more,
});

/** Answers in order; a string is a connection that breaks. */
function network(...answers: (string | { status: number; body?: unknown })[]) {
  const seen: Request[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    seen.push(new Request(new URL(path, 'http://specie.test'), { method: init.method!, headers: init.headers! }));
    const next = answers.shift();
    if (next === undefined) throw new Error('asked more often than the test foresaw');
    if (typeof next === 'string') throw new TypeError(next);
    return new Response(next.body === undefined ? null : JSON.stringify(next.body), { status: next.status });
  });
  return seen;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function settled<T>(call: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync();
  return call;
}

test('a lost answer is asked for again under the same idempotency value', async () => {
  vi.useFakeTimers();
  const seen = network('lost', { status: 504, body: problem('outcome_unknown', 504, { money_moved: null }) }, { status: 201, body: { code: '1' } });
  const answer = await settled(new Client().post('/wallet/codes', new Intent('k1')));
  expect(answer).toEqual({ ok: true, value: { code: '1' } });
  expect(seen.map((one) => one.headers.get('idempotency-key'))).toEqual(['k1', 'k1', 'k1']);
});

test('a refusal is not asked again', async () => {
  const seen = network({ status: 422, body: problem('not_enough_funds', 422) });
  const answer = await new Client().post('/wallet/codes', new Intent());
  expect(answer.ok || answer.trouble).toMatchObject({ kind: 'problem', problem: { code: 'not_enough_funds' } });
  expect(seen).toHaveLength(1);
});

test('a read is asked once and never sends an idempotency value', async () => {
  const seen = network('lost');
  const answer = await new Client().get('/wallet');
  expect(answer).toEqual({ ok: false, trouble: { kind: 'offline', changes: false } });
  expect(seen[0]!.headers.has('idempotency-key')).toBe(false);
});

test('the token of the sign-in goes with calls that change something, and only with those', async () => {
  const seen = network({ status: 200, body: {} }, { status: 200, body: {} });
  const client = new Client();
  client.csrf = 'c';
  await client.get('/wallet');
  await client.post('/wallet/freeze', new Intent());
  expect(seen.map((one) => one.headers.get('x-csrf-token'))).toEqual([null, 'c']);
});

test('a body that is no problem document is told as unreadable, with the outcome not known', async () => {
  network({ status: 502, body: 'bad gateway' });
  const answer = await new Client().post('/wallet/freeze', new Intent());
  expect(answer.ok ? undefined : moneyMoved(answer.trouble)).toBeNull();
});
