// Today's operations: those of this device, which can be looked into, and those the server knows of beside them.

import './today.css';
import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../api';
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

/** The server's lines beside this device's own, at most. */
const TODAY_LINES_MAX = 100;

const TONE: Record<Moved, Tone> = { no: 'quiet', unknown: 'wait', held: 'wait', paid: 'good', part: 'good', back: 'quiet', in: 'good', undone: 'quiet' };

/** The server's states of a withdrawal. */
const MOVED: Readonly<Record<string, Moved>> = { pending: 'held', unconfirmed: 'held', completed: 'paid', partially_reversed: 'part', reversed: 'back', paid_late: 'paid' };

const time = (at: string): string => new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(new Date(at));

function midnight(): string {
  const day = new Date(now_ms());
  day.setHours(0, 0, 0, 0);
  return day.toISOString();
}

export function Today() {
  const { place } = useApp();
  const { operations } = useDesk();
  const [answer, see] = useState<Answer<PosToday>>();
  useEffect(() => void place.get<PosToday>(`/pos/today?since=${encodeURIComponent(midnight())}&limit=${TODAY_LINES_MAX}`).then(see), [place]);
  const mine = new Set(operations.map(({ session }) => session?.operation_id));
  const others = answer?.ok ? answer.value.operations.filter((one) => !mine.has(one.operation_id)) : [];
  const absent = answer && !answer.ok && answer.trouble.kind === 'problem' && answer.trouble.problem.code === 'route_not_found';
  return (
    <Screen title={t('pos.today.title')} back={address([])}>
      {answer && !answer.ok && !absent && <Refusal trouble={answer.trouble} />}
      {operations.length === 0 && others.length === 0 && <p class="quiet">{t('pos.today.none')}</p>}
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
