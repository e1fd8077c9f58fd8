// The one thing a cashier must see: what to do with the cash, in a colour, a mark and words; and whether money moved.

import './counter.css';
import type { ComponentChildren } from 'preact';
import { formatMoney, Money, type Amount } from '../../shared/money';
import type { Cash, Moved, Operation } from '../operation';
import { advice } from '../operation';
import { t } from '../words';

type Tone = 'wait' | 'good' | 'bad' | 'plain';

const MARKS: Record<Tone, string> = {
  wait: 'M12 5v8l4 3 M12 2a10 10 0 1 0 .01 0',
  good: 'm4 13 5 5L20 6',
  bad: 'M6 6l12 12M18 6 6 18',
  plain: 'M12 8v.01M12 12v5',
};

const TONES: Record<Cash, Tone> = {
  nothing_yet: 'wait',
  hand_out: 'good',
  hand_out_unless_done: 'good',
  do_not_hand_out: 'bad',
  say_what_happened: 'wait',
  take: 'good',
  take_unless_done: 'good',
  leave_on_counter: 'wait',
  give_back: 'bad',
  take_nothing: 'bad',
  all_done: 'good',
  call_operator: 'bad',
};

/** Amber while nobody knows: red is for "surely not". */
export const toneOf = ({ cash, moved }: { cash: Cash; moved: Moved }): Tone => (cash === 'do_not_hand_out' && moved === 'unknown' ? 'wait' : TONES[cash]);

export function Verdict({ operation, amount, children }: { operation: Operation; amount?: Amount | null | undefined; children?: ComponentChildren }) {
  const told = advice(operation);
  const tone = toneOf(told);
  return (
    <div class={`verdict verdict-${tone}`}>
      <svg class="verdict-mark" viewBox="0 0 24 24" aria-hidden="true">
        <path d={MARKS[tone]} />
      </svg>
      {operation.training && <p class="verdict-training">{t('pos.training.verdict')}</p>}
      <p class="verdict-what">{t(`pos.cash.${told.cash}`)}</p>
      {amount && (
        <p class="verdict-amount">
          <Money of={amount} size="huge" />
        </p>
      )}
      <p class="verdict-more">{t(`pos.moved.${told.moved}`)}</p>
      {children}
    </div>
  );
}

/** The sum it is about, as the screen of its step shows it. */
function sumOf({ step, purpose, seen, choice }: Operation): Amount | null | undefined {
  if (step.at === 'counting' && purpose === 'withdraw' && seen?.held) return seen.held;
  return seen?.amount ?? (step.at === 'ended' ? undefined : choice?.amount);
}

/**
 * The same for a reader's ear. It stays while the screens around it change, because a region that appears together with
 * its words is passed over by many readers: amber turns green in silence.
 */
export function Announced({ operation }: { operation: Operation }) {
  const told = advice(operation);
  const amount = sumOf(operation);
  const words = operation.step.at === 'choosing' ? [] : [operation.training && t('pos.training.verdict'), t(`pos.cash.${told.cash}`), amount && formatMoney(amount), t(`pos.moved.${told.moved}`)];
  return (
    <p class="unseen" role="status">
      {words.filter(Boolean).join('. ')}
    </p>
  );
}
