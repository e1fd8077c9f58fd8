import { render } from 'preact';
import { expect, test } from 'vitest';
import { AmountPad, complete, press, tidy, type Key } from '.';

test('keys make an amount of the currency and nothing else', () => {
  const table: [keys: string, decimals: number, text: string][] = [
    ['10', 2, '10'], ['.', 2, '0.'], ['.5', 2, '0.5'], ['1.234', 2, '1.23'], ['1.2345', 3, '1.234'], ['1.5', 0, '15'],
    ['007', 2, '7'], ['1..2', 2, '1.2'], ['1234567890123', 2, '123456789012'], ['12<', 2, '1'], ['<', 2, ''], ['0.0<', 2, '0.'],
  ];
  for (const [keys, decimals, text] of table) {
    const typed = [...keys].reduce((before, key) => press(before, (key === '<' ? 'erase' : key) as Key, decimals), '');
    expect(typed, `${keys} with ${decimals}`).toBe(text);
  }
});

test('what a keyboard types reads like the keys', () => {
  for (const [raw, text] of [['10,50', '10.50'], ['£10', '10'], ['١٢٫٥', '12.5'], ['۱۲', '12'], ['-5', '5'], ['1e3', '13'], ['abc', '']] as const) {
    expect(tidy(raw, 2), raw).toBe(text);
  }
});

test('the text for the server has all decimals, and zero is no amount', () => {
  const table: [text: string, decimals: number, sent: string | undefined][] = [
    ['10', 2, '10.00'], ['10.', 2, '10.00'], ['0.5', 3, '0.500'], ['1000', 0, '1000'], ['', 2, undefined], ['0.00', 2, undefined],
  ];
  for (const [text, decimals, sent] of table) expect(complete(text, decimals), text).toBe(sent);
});

test('a currency without decimals has no point to press', () => {
  const page = document.createElement('div');
  render(<AmountPad value="" onValue={() => {}} currency="JPY" decimals={0} />, page);
  const off = [...page.querySelectorAll('button')].filter((key) => key.disabled);
  expect(off).toHaveLength(1);
});
