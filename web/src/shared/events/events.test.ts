import { afterEach, expect, test, vi } from 'vitest';
import { listen, pauseBefore_ms, PAUSE_MAX_MS } from './events';

class Source extends EventTarget {
  static all: Source[] = [];
  onopen?: () => void;
  onerror?: () => void;
  closed = false;
  constructor(readonly url: string) {
    super();
    Source.all.push(this);
  }
  close() {
    this.closed = true;
  }
}
const make = (url: string) => new Source(url) as unknown as EventSource;
const latest = () => Source.all[Source.all.length - 1]!;

afterEach(() => {
  Source.all = [];
  vi.useRealTimers();
});

test('pauses double and end at their bound', () => {
  for (const [tries, pause_ms] of [[0, 1_000], [1, 2_000], [2, 4_000], [3, PAUSE_MAX_MS], [40, PAUSE_MAX_MS]] as const) {
    expect(pauseBefore_ms(tries, 0), `try ${tries}`).toBe(pause_ms);
  }
});

test('after a break the state is read anew, after the first opening it is not', () => {
  vi.useFakeTimers();
  const reread = vi.fn();
  const lines: string[] = [];
  const stop = listen('/events', { on: {}, reread, changed: (line) => lines.push(line) }, make);
  latest().onopen!();
  expect(reread).not.toHaveBeenCalled();
  latest().onerror!();
  vi.advanceTimersByTime(1_300);
  expect(Source.all).toHaveLength(2);
  latest().onopen!();
  expect(reread).toHaveBeenCalledTimes(1);
  expect(lines).toEqual(['live', 'broken', 'live']);
  stop();
  expect(latest().closed).toBe(true);
});

test('a line that opened only at the second try makes the page read its state', () => {
  vi.useFakeTimers();
  const reread = vi.fn();
  const stop = listen('/events', { on: {}, reread, changed: () => {} }, make);
  latest().onerror!();
  vi.advanceTimersByTime(1_300);
  latest().onopen!();
  expect(reread).toHaveBeenCalledTimes(1);
  stop();
});

test('an event that is no JSON makes the page read its state', () => {
  const reread = vi.fn();
  const heard = vi.fn();
  const stop = listen('/events', { on: { balance: heard }, reread, changed: () => {} }, make);
  latest().dispatchEvent(new MessageEvent('balance', { data: '{"n":1}' }));
  latest().dispatchEvent(new MessageEvent('balance', { data: '{' }));
  expect(heard).toHaveBeenCalledExactlyOnceWith({ n: 1 });
  expect(reread).toHaveBeenCalledTimes(1);
  stop();
});

test('a page that comes into sight, or whose network is back, waits no longer; one out of sight does', () => {
  vi.useFakeTimers();
  const stop = listen('/events', { on: {}, reread: () => {}, changed: () => {} }, make);
  latest().onerror!();
  const sight = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(Source.all).toHaveLength(1);
  sight.mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(Source.all).toHaveLength(2);
  latest().onerror!();
  dispatchEvent(new Event('online'));
  expect(Source.all).toHaveLength(3);
  stop();
  document.dispatchEvent(new Event('visibilitychange'));
  expect(Source.all).toHaveLength(3);
});
