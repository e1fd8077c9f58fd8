// What can be practised, and the code that the practice customer shows for it.

import type { Purpose } from '../operation';
import type { Currency } from './sums';

/** Of a range that no telephone company gives to anybody (Ofcom's numbers for drama). */
export const PHONE_NUMBER = '+447700900999';

/**
 * `typed`: the customer says the amount at the counter. `lost`: answers are lost. `poor`: not enough in the wallet.
 * `over`: the time ends before the payment. `late`: it ends while the cash is counted.
 */
export const LESSONS = ['well', 'typed', 'wrong', 'lost', 'poor', 'over', 'late'] as const;
export type Lesson = (typeof LESSONS)[number];

/** What whoever practises has chosen. */
export interface Chosen {
  lesson: Lesson;
  /** None where the place serves none. */
  currency: Currency | undefined;
}

const CODES: Record<Lesson, string> = { well: '482915', typed: '730264', wrong: '915370', lost: '351826', poor: '264083', over: '507192', late: '638441' };

/** Nothing is paid out of the wallet, and no time runs while notes are counted, when cash is taken in. */
const WITHDRAWALS_ALONE: ReadonlySet<Lesson> = new Set(['poor', 'late']);

/** The lesson as far as this purpose has it. */
const fitting = (lesson: Lesson, purpose: Purpose): Lesson => (purpose === 'deposit' && WITHDRAWALS_ALONE.has(lesson) ? 'well' : lesson);

/** To pay in, the digits stand the other way round: a code is for one purpose, as a real one is. */
const turned = (code: string): string => [...code].reverse().join('');

export function practiceCode(lesson: Lesson, purpose: Purpose): string {
  const code = CODES[fitting(lesson, purpose)];
  return purpose === 'deposit' ? turned(code) : code;
}

/** What a code was made for; undefined: nobody's code, which the wrong one is, too. */
export function lessonOf(code: string): { lesson: Lesson; purpose: Purpose } | undefined {
  for (const lesson of LESSONS) {
    if (lesson === 'wrong') continue;
    if (code === CODES[lesson]) return { lesson, purpose: 'withdraw' };
    if (code === turned(CODES[lesson]) && !WITHDRAWALS_ALONE.has(lesson)) return { lesson, purpose: 'deposit' };
  }
  return undefined;
}
