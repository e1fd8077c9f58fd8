import { expect, test } from 'vitest';
import { now_ms, observe, offset, recall } from '.';

test('a remembered offset serves until an answer brings a fresh one', () => {
  recall(-3_600_000);
  expect(offset()).toBe(-3_600_000);
  const server_ms = Date.now() + 7_200_000;
  observe(new Date(server_ms).toISOString(), 200);
  expect(Math.abs(now_ms() - (server_ms + 100))).toBeLessThan(50);
  recall(0);
  expect(offset()).toBeGreaterThan(7_000_000);
});

test('a time that cannot be read changes nothing', () => {
  const before = offset();
  observe('yesterday', 10);
  expect(offset()).toBe(before);
});
