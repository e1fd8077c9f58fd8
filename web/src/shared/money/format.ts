// Amounts as people read them. The server sends decimal text and the page shows it: it never becomes a number here,
// since a float would lose the pence of a large sum. `Intl.NumberFormat` takes decimal text as it is.

import { locale } from '../words';

export interface Money {
  amount: string;
  currency: string;
}

const DECIMAL = /^-?\d{1,30}(?:\.(\d{1,6}))?$/;
const formats = new Map<string, Intl.NumberFormat>();

/** How many decimals a decimal text has. */
export const decimalsOf = (amount: string): number => DECIMAL.exec(amount)?.[1]?.length ?? 0;

/** The number of an amount, grouped as the language does; a text that is no amount is shown as it came. */
export function formatNumber(amount: string): string {
  if (!DECIMAL.test(amount)) return amount;
  const decimals = decimalsOf(amount);
  const key = `${locale()} ${decimals}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale(), { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    formats.set(key, format);
  }
  // Some languages put marks around the sign that would turn it over: the amount stands in an isolate already.
  return format.format(amount as Intl.StringNumericLiteral).replace(/[\u061c\u200e\u200f]/g, '');
}

/** `10.00 GBP`, for places that take text alone. */
export const formatMoney = ({ amount, currency }: Money): string => `${formatNumber(amount)}\u00a0${currency}`;

/** Whether the server's text is a zero, by its digits. */
export const isZero = (amount: string): boolean => DECIMAL.test(amount) && !/[1-9]/.test(amount);
