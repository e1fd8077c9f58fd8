import { beforeEach, expect, test } from 'vitest';
import { use } from '../words';
import { formatDistance, formatWhen } from '.';

beforeEach(() => use('en'));

test('a distance is told in the largest unit of which there are two', () => {
  const now_ms = Date.parse('2026-11-23T12:00:00Z');
  for (const [at, said] of [
    ['2026-11-26T12:00:00Z', 'in 3 days'],
    ['2026-11-24T12:00:00Z', 'in 24 hours'],
    ['2026-11-23T13:30:00Z', 'in 90 minutes'],
    ['2026-11-23T11:55:00Z', '5 minutes ago'],
  ] as const) expect(formatDistance(at, now_ms), at).toBe(said);
});

test('a text that is no time is shown as it came', () => {
  expect(formatWhen('soon')).toBe('soon');
  expect(formatDistance('soon', 0)).toBe('soon');
});
