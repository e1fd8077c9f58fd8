import { expect, test } from 'vitest';
import { countOf } from './tills';

test('a count is read as people write it; what cannot be read is left to the server to refuse', () => {
  for (const [text, expected] of [
    ['', []],
    ['20x5', [['20', 5]]],
    ['20x5, 0.50×3\n10*1', [['20', 5], ['0.50', 3], ['10', 1]]],
    ['20', [['20', 0]]],
  ] as const) {
    expect(countOf(text).map((one) => [one.denomination, one.count]), text).toEqual(expected);
  }
});
