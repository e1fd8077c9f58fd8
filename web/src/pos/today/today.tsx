// Today's operations: those of this device, which can be looked into, and those the server knows of beside them.

import './today.css';
import { useEffect, useState } from 'preact/hooks';
import type { Trouble } from '../../api';
import { Button } from '../../shared/button';
import type { PosOperation, PosToday } from '../../api/wire-pos';
import { now_ms } from '../../shared/clock';
import { Money } from '../../shared/money';
import { address, Link } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { StatePill, type Tone } from '../../shared/state-pill';
import { locale } from '../../shared/words';
import { useApp, useDesk } from '../app/state';
import { Over, Refusal } from '../counter';
import { advice, type Moved, type Operation } from '../operation';
import { t } from '../words';

/** The server's lines beside this device's own, on a page. */
const PAGE_LINES = 50;

const TONE: Record<Moved, Tone> = { no: 'quiet', unknown: 'wait', held: 'wait', paid: 'good', part: 'good', back: 'quiet', in: 'good', undone: 'quiet' };

/** The server's states of a withdrawal. */
const MOVED: Readonly<Record<string, Moved>> = { pending: 'held', unconfirmed: 'held', completed: 'paid', partially_reversed: 'part', reversed: 'back', paid_late: 'paid', deposited: 'in' };

const time = (at: string): string => new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(new Date(at));

function midnight(): string {
  const day = new Date(now_ms());
  day.setHours(0, 0, 0, 0);
  return day.toISOString();
}

export function Today() {
  const { place } = useApp();
  const { operations } = useDesk();
  const [read, see] = useState<{ lines: PosOperation[]; next: string | null; busy: boolean; trouble?: Trouble }>({ lines: [], next: null, busy: true });
  const load = async (before: PosOperation[], past: string | null) => {
    see({ lines: before, next: past, busy: true });
    const answer = await place.get<PosToday>(`/pos/today?since=${encodeURIComponent(midnight())}&limit=${PAGE_LINES}${past === null ? '' : `&past=${encodeURIComponent(past)}`}`);
    see(answer.ok ? { lines: [...before, ...answer.value.operations], next: answer.value.next, busy: false } : { lines: before, next: past, busy: false, trouble: answer.trouble });
  };
  useEffect(() => void load([], null), [place]);
  const mine = new Set(operations.map(({ session }) => session?.operation_id));
  const others = read.lines.filter((one) => !mine.has(one.operation_id));
  const more = !read.busy && (read.next !== null || read.trouble !== undefined);
  return (
    <Screen title={t('pos.today.title')} back={address([])}>
      {read.busy && read.lines.length === 0 && <p class="quiet">{t('shared.loading')}</p>}
      {operations.length === 0 && others.length === 0 && !read.busy && !more && <p class="quiet">{t('pos.today.none')}</p>}
      {operations.length > 0 && (
        <section class="stack-s">
          <h2>{t('pos.today.here')}</h2>
          <ul class="today">
            {operations.map((one) => (
              <li key={one.id}>
                <Mine operation={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section class="stack-s">
          <h2>{t('pos.today.elsewhere')}</h2>
          <ul class="today">
            {others.map((one) => (
              <li key={one.operation_id}>
                <Other operation={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {read.trouble && <Refusal trouble={read.trouble} />}
      {(more || (read.busy && read.lines.length > 0)) && (
        <Button wide busy={read.busy} onPress={() => void load(read.lines, read.next)}>
          {t(read.trouble ? 'shared.again' : 'pos.today.more')}
        </Button>
      )}
    </Screen>
  );
}

function Mine({ operation }: { operation: Operation }) {
  const { moved } = advice(operation);
  const amount = operation.seen?.amount ?? operation.choice?.amount;
  return (
    <Link to={['today', operation.id]}>
      <span>
        {time(operation.begun_at)} · {t(operation.purpose === 'deposit' ? 'pos.over.deposit' : 'pos.over.withdraw')} · <bdi dir="ltr">{operation.customer}</bdi>
      </span>
      {amount && <Money of={amount} />}
      <StatePill tone={TONE[moved]}>{t(`pos.short.${moved}`)}</StatePill>
    </Link>
  );
}

function Other({ operation }: { operation: PosOperation }) {
  const at = operation.opened_at;
  const moved = MOVED[operation.state] ?? 'unknown';
  return (
    <p class="today-row">
      <span>{at ? time(at) : ''}</span>
      {operation.amount && <Money of={operation.amount} />}
      <StatePill tone={TONE[moved]}>{t(`pos.short.${moved}`)}</StatePill>
    </p>
  );
}

/** One of this device's operations, looked up. */
export function Looked({ id }: { id: string }) {
  const { operations } = useDesk();
  const operation = operations.find((one) => one.id === id);
  return operation ? <Over operation={operation} listed /> : <Today />;
}
