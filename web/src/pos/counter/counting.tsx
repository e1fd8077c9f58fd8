// The server said what to do with the cash; the cashier says what became of it.

import { useEffect, useState } from 'preact/hooks';
import { AmountPad, complete } from '../../shared/amount-pad';
import { Button } from '../../shared/button';
import { now_ms, useNow } from '../../shared/clock';
import { formatMoney, formatNumber, type Amount } from '../../shared/money';
import { Screen } from '../../shared/screen';
import { useApp } from '../app/state';
import { advice, type Operation, type Word } from '../operation';
import { t } from '../words';
import { CheckWord } from './check-word';
import { usePress } from './counter';
import { LineNotice } from './line';
import { Refusal } from './refusal';
import { typedSoFar } from './typed';
import { Verdict } from './verdict';

export function Counting({ operation }: { operation: Operation }) {
  const { busy, press } = usePress(operation);
  const [part, askPart] = useState(false);
  const { seen, purpose, step } = operation;
  const told = advice(operation);
  const amount = purpose === 'withdraw' && seen?.held ? seen.held : (seen?.amount ?? operation.choice?.amount);
  const say = (word: Word) => press({ press: 'word', word });
  useLookAtEnd(operation, () => press({ press: 'look' }));
  if (part && amount) return <Part operation={operation} of={amount} busy={busy} say={say} back={() => askPart(false)} />;
  const late = told.cash === 'say_what_happened';
  const title = t(purpose === 'deposit' ? 'pos.counting.deposit' : late ? 'pos.counting.late' : 'pos.counting.withdraw');
  const trouble = step.at === 'counting' ? step.trouble : undefined;
  return (
    <Screen title={title}>
      {trouble && <Refusal trouble={trouble} />}
      <Verdict operation={operation} amount={amount}>
        <Notes operation={operation} />
      </Verdict>
      <CheckWord operation={operation} />
      <LineNotice id={operation.id} />
      {purpose === 'deposit' ? (
        <DepositWords operation={operation} busy={busy} say={say} />
      ) : (
        <div class="stack">
          <Button kind="main" wide busy={busy} onPress={() => say({ kind: 'dispensed' })}>
            {t('pos.word.dispensed')}
          </Button>
          <Button wide busy={busy} onPress={() => askPart(true)}>
            {t('pos.word.partial')}
          </Button>
          <Button wide kind="danger" busy={busy} onPress={() => say({ kind: 'not_dispensed' })}>
            {t('pos.word.not_dispensed')}
          </Button>
          {(late || told.cash === 'hand_out_unless_done') && (
            <Button wide busy={busy} onPress={() => say({ kind: 'unknown' })}>
              {t('pos.word.unknown')}
            </Button>
          )}
        </div>
      )}
      <TimeLeft operation={operation} />
    </Screen>
  );
}

function DepositWords({ operation, busy, say }: { operation: Operation; busy: boolean; say: (word: Word) => void }) {
  const undoable = operation.choice?.account_id !== undefined;
  return (
    <div class="stack">
      <Button kind="main" wide busy={busy} onPress={() => say({ kind: 'dispensed' })}>
        {t('pos.word.taken')}
      </Button>
      {undoable && (
        <Button wide kind="danger" busy={busy} onPress={() => say({ kind: 'undo' })}>
          {t('pos.word.undo')}
        </Button>
      )}
    </div>
  );
}

/** The notes the drawer suggests. */
function Notes({ operation: { seen } }: { operation: Operation }) {
  const notes = seen?.hand_out ?? [];
  if (notes.length === 0 || seen?.do !== 'hand_out') return null;
  return (
    <ul class="notes" aria-label={t('pos.counting.notes')}>
      {notes.map(({ denomination, count }) => (
        <li key={denomination} class="digits">
          <bdi dir="ltr">
            {count} × {formatNumber(denomination)}
          </bdi>
        </li>
      ))}
    </ul>
  );
}

/** How long the server waits for the word; when it is over, it is asked what is so. */
function TimeLeft({ operation }: { operation: Operation }) {
  const now = useNow(1_000);
  const ends = Date.parse(operation.session?.expires_at ?? '');
  if (Number.isNaN(ends) || ends <= now || operation.seen?.do !== 'hand_out') return null;
  return <p class="quiet">{t('pos.counting.left', { n: Math.ceil((ends - now) / 1_000) })}</p>;
}

/** The session's end is the server's to see a little later than this clock. */
const LOOK_LATE_MS = 1_500;

function useLookAtEnd(operation: Operation, look: () => void): void {
  const { desks } = useApp();
  const expires_at = operation.session?.expires_at;
  const live = operation.seen?.do === 'hand_out';
  useEffect(() => {
    const ends = Date.parse(expires_at ?? '');
    if (!live || Number.isNaN(ends)) return;
    const timer = setTimeout(look, Math.max(0, ends - now_ms()) + LOOK_LATE_MS);
    return () => clearTimeout(timer);
  }, [expires_at, live]);
  useEffect(() => {
    // A screen that was put away may show what is over.
    const seen = () => {
      if (document.visibilityState === 'visible') desks.hurry();
    };
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [desks]);
}

function Part({ operation, of, busy, say, back }: { operation: Operation; of: Amount; busy: boolean; say: (word: Word) => void; back: () => void }) {
  const { place } = useApp();
  const [typed, type] = useState('');
  const [wrong, setWrong] = useState<string>();
  const decimals = place.bound!.self.currencies.find((one) => one.currency === of.currency)?.decimals ?? 2;
  return (
    <Screen title={t('pos.part.title')}>
      <p class="big">{t('pos.part.text', { amount: formatMoney(of) })}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const amount = complete(typed, decimals);
          if (amount === undefined) return setWrong(t('pos.part.nothing'));
          say({ kind: 'partial', dispensed: { amount, currency: of.currency } });
        }}
      >
        <AmountPad value={typed} onValue={type} currency={of.currency} decimals={decimals} label={t('pos.part.amount')} wrong={wrong} />
        <Button type="submit" kind="main" wide busy={busy}>
          {t('pos.part.do', { amount: formatMoney({ amount: typedSoFar(typed, decimals), currency: of.currency }) })}
        </Button>
        <Button wide kind="quiet" onPress={back} label={t('shared.back')}>
          {t('shared.back')}
        </Button>
      </form>
      <p class="quiet">
        {t('pos.customer_is')} <bdi dir="ltr">{operation.customer}</bdi>
      </p>
    </Screen>
  );
}
