import type { Shape } from '../../api';
import type { Amount } from '../../shared/money';
import { TroubleNotice } from '../../shared/notice';
import { address, go } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { Act } from '../act';
import { may, part, post, useAnswer } from '../desk';
import { UsageTable } from '../limits';
import { Diff, Facts, Id, MoneyOr, span, State, When } from '../pieces';
import { Table } from '../table';
import { Drawers } from '../tills';
import { t, tx } from '../words';
import { Keys } from './keys';

type PosShown = Shape<'PosShown'>;

/** One POS: its position, its keys, its cash. */
export function PosOf({ pos_id }: { pos_id: string }) {
  const path = `/pos/${part(pos_id)}`;
  const read = useAnswer<PosShown>(path, [`pos:${pos_id}`, 'proposal']);
  const of = read.value;
  return (
    <Screen title={of?.name ?? t('console.pos.one')} back="#/pos" aside={of && <State of={of.disabled ? 'disabled' : 'live'} />}>
      {read.trouble && <TroubleNotice trouble={read.trouble} onRetry={read.reread} />}
      {of && (
        <>
          <Facts
            of={[
              [t('console.id'), <Id of={of.pos_id} whole />],
              of.number !== null && [t('console.number'), of.number],
              [t('console.owner'), <a href={address(['owner', of.owner_id])}><bdi>{of.owner_name}</bdi></a>],
              [t('console.currencies'), of.currencies.join(' · ')],
              [t('console.made_at'), <When at={of.created_at} />],
              of.place !== null && [t('console.place'), <bdi>{[of.place.town, of.place.hours].filter(Boolean).join(' · ')}</bdi>],
              of.place !== null && [t('console.coordinates'), <bdi dir="ltr">{`${of.place.latitude}, ${of.place.longitude}`}</bdi>],
              [t('console.on_expiry'), of.after_s === null ? t('console.on_expiry.case') : `${t('console.on_expiry.assume')}: ${span(of.after_s)}`],
            ]}
          />
          <Floats of={of} again={read.reread} path={path} />
          <Service of={of} path={path} again={read.reread} />
          <Keys of={of} path={path} again={read.reread} />
          <Drawers pos_id={pos_id} />
          <section class="stack-s">
            <h2>{t('console.usage')}</h2>
            <UsageTable pos_id={pos_id} />
          </section>
        </>
      )}
    </Screen>
  );
}

/** Where it stands with the operator, a line a currency, and what may be done about it. */
function Floats({ of, path, again }: { of: PosShown; path: string; again: () => void }) {
  return (
    <div class="stack-s">
      <Table
        caption={t('console.position')}
        file={{ name: `float-${of.pos_id}`, path: `${path}/floats.csv` }}
        empty={t('console.none')}
        rows={of.floats}
        keyOf={(one) => one.position.currency}
        columns={[
          { head: t('console.currency'), show: (one) => <a href={address(['account', `pos:${of.pos_id}:${one.position.currency}`])}>{one.position.currency}</a> },
          { head: t('console.position'), money: (one) => one.position },
          { head: t('console.credit_line'), money: (one) => one.credit_line },
          { head: t('console.float.mark'), money: (one) => one.mark },
          { head: t('console.state'), show: (one) => (one.is_low ? <State of="low" /> : '—') },
        ]}
      />
      <Float of={of} path={path} again={again} />
    </div>
  );
}

const amountAsks = () => [
  { name: 'amount', label: t('console.amount'), kind: 'decimal' as const },
  { name: 'currency', label: t('console.currency'), kind: 'code' as const, maxLength: 3 },
];

const amountOf = (values: Readonly<Record<string, string>>) => ({ amount: values['amount']?.trim() ?? '', currency: (values['currency'] ?? '').trim().toUpperCase() });

/** Whether it is in service, where it is, and what becomes of cash of which nobody says anything. */
function Service({ of, path, again }: { of: PosShown; path: string; again: () => void }) {
  if (!may('admin')) return null;
  return (
    <section class="stack-s" aria-label={t('console.service')}>
      <h2>{t('console.service')}</h2>
      <div class="row">
        {!of.disabled && (
          <Act<Shape<'PosSwitch'>> danger label={t('console.disable')} submit={t('console.disable')} said={t('console.saved')} send={(_, intent) => post(`${path}/disable`, intent)} done={again}>
            <p>{t('console.disable.what')}</p>
          </Act>
        )}
        {of.disabled && <Act<Shape<'PosSwitch'>> label={t('console.enable')} submit={t('console.enable')} said={t('console.saved')} send={(_, intent) => post(`${path}/enable`, intent)} done={again} />}
        <Act<void>
          label={t('console.place')}
          submit={t('console.save')}
          said={t('console.saved')}
          asks={[
            { name: 'latitude', label: t('console.latitude'), kind: 'decimal', first: of.place?.latitude ?? '' },
            { name: 'longitude', label: t('console.longitude'), kind: 'decimal', first: of.place?.longitude ?? '' },
            { name: 'town', label: t('console.town'), first: of.place?.town ?? '' },
            { name: 'hours', label: t('console.hours'), first: of.place?.hours ?? '' },
          ]}
          send={(values, intent) => post(`${path}/place`, intent, values)}
          done={again}
        />
        <Act<void>
          label={t('console.on_expiry')}
          submit={t('console.save')}
          said={t('console.saved')}
          asks={[
            { name: 'on_expiry', label: t('console.on_expiry'), kind: 'choice', first: of.on_expiry, options: [{ value: 'case', text: t('console.on_expiry.case') }, { value: 'assume_dispensed', text: t('console.on_expiry.assume') }] },
            { name: 'after_s', label: t('console.after_s'), kind: 'number', first: String(of.after_s ?? 86_400), when: (values) => values['on_expiry'] === 'assume_dispensed' },
          ]}
          send={(values, intent) => post(`${path}/on-expiry`, intent, values['on_expiry'] === 'case' ? { on_expiry: 'case' } : { on_expiry: 'assume_dispensed', after_s: Number(values['after_s']) })}
          done={again}
        >
          <p>{t('console.on_expiry.what')}</p>
        </Act>
      </div>
    </section>
  );
}

/** What the operator brings, moves and takes back, and how far the position may go below zero. */
function Float({ of, path, again }: { of: PosShown; path: string; again: () => void }) {
  if (!may('admin', 'finance')) return null;
  const { pos_id } = of;
  const review = (key: 'console.prefund.review' | 'console.float.back.review' | 'console.float.move.review') => (values: Readonly<Record<string, string>>) =>
    <p>{tx(key, { amount: <MoneyOr of={amountOf(values)} />, pos: <Id of={values['to_pos_id'] ?? pos_id} /> })}</p>;
  return (
    <section class="stack-s" aria-label={t('console.float')}>
      <h2>{t('console.float')}</h2>
      <div class="row">
        <Act<Shape<'Funding'>> label={t('console.prefund')} submit={t('console.prefund')} said={t('console.money_moved')} asks={amountAsks()} review={review('console.prefund.review')} send={(values, intent) => post(`${path}/prefundings`, intent, { amount: amountOf(values) })} done={again} />
        <Act<Shape<'Funding'>>
          label={t('console.float.move')}
          submit={t('console.float.move')}
          said={t('console.money_moved')}
          asks={[{ name: 'to_pos_id', label: t('console.float.to'), kind: 'code' }, ...amountAsks()]}
          review={review('console.float.move.review')}
          send={(values, intent) => post(`${path}/float-moves`, intent, { to_pos_id: values['to_pos_id']?.trim(), amount: amountOf(values) })}
          done={again}
        />
        <Act<Shape<'Funding'>> label={t('console.float.back')} submit={t('console.float.back')} said={t('console.money_moved')} asks={amountAsks()} review={review('console.float.back.review')} send={(values, intent) => post(`${path}/float-returns`, intent, { amount: amountOf(values) })} done={again} />
        <Act<void> label={t('console.float.low')} submit={t('console.save')} said={t('console.saved')} asks={amountAsks()} send={(values, intent) => post(`${path}/low-float`, intent, { amount: amountOf(values) })} done={again}>
          <p>{t('console.float.low.what')}</p>
        </Act>
        {may('admin') && (
          <Act<void>
            label={t('console.credit_line')}
            submit={t('console.save')}
            said={t('console.saved')}
            asks={[...amountAsks(), { name: 'why', label: t('console.why'), hint: t('console.why.wider'), kind: 'area', optional: true, maxLength: 2000 }]}
            review={(values) => <LineChange of={of} to={amountOf(values)} />}
            send={(values, intent) => post(`${path}/credit-line`, intent, { amount: amountOf(values) })}
            done={again}
            instead={{
              code: 'needs_two_people',
              label: t('console.propose.wider'),
              send: (values, intent) => post('/proposals', intent, { kind: 'set_credit_line', pos_id, amount: amountOf(values), why: values['why'] }),
              done: (made: Shape<'Proposal'>) => go(['proposal', made.proposal_id]),
            }}
          >
            <p>{t('console.credit_line.what')}</p>
          </Act>
        )}
      </div>
    </section>
  );
}

/** A credit line as it is beside what it would be. */
export function LineChange({ of, to }: { of: PosShown; to: Amount }) {
  const before = of.floats.find((one) => one.credit_line.currency === to.currency)?.credit_line;
  return <Diff caption={t('console.would')} of={[{ name: t('console.credit_line'), before: <MoneyOr of={before} />, after: <MoneyOr of={to} />, changed: before?.amount !== to.amount }]} />;
}
