import { expect, test } from 'vitest';
import { field, line } from './csv';

test('a field is quoted only where it must be, and its quotes are doubled', () => {
  expect(line(['a', 'b,c', 'say "so"', 'two\nlines', ''])).toBe('a,"b,c","say ""so""","two\nlines",\r\n');
});

test('a text that a spreadsheet would run is marked as text, a number is not', () => {
  for (const [text, expected] of [
    ['=1+1', "'=1+1"], ['@x', "'@x"], ['-x', "'-x"], ['+cmd', "'+cmd"],
    ['-10.00', '-10.00'], ['+14155559992', '+14155559992'], ['10.00', '10.00'],
  ] as const) expect(field(text), text).toBe(expected);
});
