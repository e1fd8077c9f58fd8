// The practice server's sums. It stands for the server, which alone reckons: whole minor units, as bigint.

import type { Amount } from '../../shared/money';
import type { PosSelf } from '../../api/wire-pos';

export type Currency = PosSelf['currencies'][number];

export function minorOf(amount: string, decimals: number): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0').slice(0, decimals));
}

export function amountOf(minor: bigint, { currency, decimals }: Currency): Amount {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return { amount: minor < 0n ? `-${text}` : text, currency };
}

const falling = ({ denominations, decimals }: Currency): bigint[] =>
  denominations.map((one) => minorOf(one, decimals)).sort((one, other) => (one < other ? 1 : -1));

/** A sum of the notes a drawer usually has: the second and the third largest together. */
export function usualSum(currency: Currency): bigint {
  const notes = falling(currency);
  const usual = notes.length > 2 ? notes.slice(1, 3) : notes.slice(0, 1);
  return usual.reduce((sum, note) => sum + note, 0n) || minorOf('10', currency.decimals);
}

/** The notes of a sum, the largest first; none, if they do not make it. */
export function notesFor(minor: bigint, currency: Currency): { denomination: string; count: number }[] {
  const notes = [];
  let left = minor;
  for (const note of falling(currency)) {
    if (note > 0n && left >= note) notes.push({ denomination: amountOf(note, currency).amount, count: Number(left / note) });
    if (note > 0n) left %= note;
  }
  return left === 0n ? notes : [];
}
