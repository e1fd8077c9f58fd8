import { expect, test } from 'vitest';
import { codeText, parseCode, parsePlace, placeText } from './texts';

test('a code and a place are read as they were written', () => {
  const shown = { phone_number: '+14155559992', code: '012345' };
  expect(parseCode(codeText(shown))).toEqual(shown);
  expect(parsePlace(placeText('https://cash.example', '1042'))).toBe('1042');
  expect(parsePlace(' 1042 ')).toBe('1042');
});

test('other texts are neither', () => {
  for (const text of ['', 'SPECIE1:14155559992:123456', 'SPECIE1:+14155559992:12345', 'https://example.com/', 'SPECIE1:+14155559992:123456;', '12a', '1234567890']) {
    expect(parseCode(text), text).toBeUndefined();
    expect(parsePlace(text), text).toBeUndefined();
  }
});
