import { expect, test } from 'vitest';
import { pathOf } from '.';

test('a run of dark modules is one rectangle, and light ones are none', () => {
  expect(pathOf([[true, true, false, true], [false, false, false, false]])).toBe('M0 0h2v1h-2zM3 0h1v1h-1z');
});
