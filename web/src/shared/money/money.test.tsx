import { render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import { use } from '../words';
import { decimalsOf, formatMoney, formatNumber, isZero, Money } from '.';

beforeEach(() => use('en'));

test('no digit of a large amount is lost, which a float would lose', () => {
  expect(formatNumber('92233720368547758.07')).toBe('92,233,720,368,547,758.07');
  expect(formatNumber('9223372036854775.807')).toBe('9,223,372,036,854,775.807');
});

test('decimals are those the server sent, never more and never fewer', () => {
  for (const [amount, shown] of [['10.00', '10.00'], ['1000', '1,000'], ['0.005', '0.005'], ['-3.50', '-3.50']] as const) {
    expect(formatNumber(amount), amount).toBe(shown);
  }
});

test('digits stay those of the keypad in every language', () => {
  use('ar');
  expect(formatNumber('1234.50')).toMatch(/^[\d.,\u066b\u066c]+$/);
  expect(formatNumber('-10.00')).toBe('-10.00');
  expect(formatMoney({ amount: '7', currency: 'JPY' })).toContain('7');
});

test('a text that is no amount is shown as it came', () => {
  for (const text of ['', '1e3', '٣', '1.2.3', '10.']) expect(formatNumber(text)).toBe(text);
});

test('a zero is known by its digits', () => {
  for (const [amount, zero] of [['0', true], ['0.00', true], ['0.01', false], ['10', false], ['', false]] as const) {
    expect(isZero(amount), amount).toBe(zero);
  }
  expect(decimalsOf('0.000')).toBe(3);
});

test('an amount stands in an isolate of its own', () => {
  const page = document.createElement('div');
  render(<Money of={{ amount: '10.00', currency: 'GBP' }} />, page);
  const isolate = page.querySelector('bdi')!;
  expect(isolate.getAttribute('dir')).toBe('ltr');
  expect(isolate.textContent).toBe('10.00\u00a0GBP');
});
