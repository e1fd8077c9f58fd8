import { expect, test } from 'vitest';
import { secondsLeft } from '.';

test('the last second counts until it is over', () => {
  for (const [left_ms, seconds] of [[30_000, 30], [29_999, 30], [1, 1], [0, 0], [-5, 0]] as const) {
    expect(secondsLeft(left_ms), `${left_ms}`).toBe(seconds);
  }
});
