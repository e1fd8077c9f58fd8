import { useState } from 'preact/hooks';
import type { Shape } from '../../api';
import { Button } from '../../shared/button';
import { Field } from '../../shared/field';
import type { Amount } from '../../shared/money';
import { TroubleNotice } from '../../shared/notice';
import { Screen } from '../../shared/screen';
import { StatePill } from '../../shared/state-pill';
import { Act, type Asked, type Values } from '../act';
import { may, part, payoutsChanged, post, query, useAnswer } from '../desk';
import { Diff } from '../pieces';
import { Table, type TableFile } from '../table';
import { t } from '../words';
import { brakeChanges, limitChanges, limitName, sameLimit, whichLimit, windowName } from './changes';

type Limit = Shape<'Limit'>;

/** Limits, ceilings, brakes, and whether anybody is paid. */
export function Limits() {
  const read = useAnswer<Shape<'Limits'>>('/limits', ['limit', 'brake', 'payouts', 'proposal']);
  const of = read.value;
  const again = () => {
    read.reread();
    payoutsChanged(); // The notice of a stop stands outside this screen.
  };
  return (
    <Screen title={t('console.limits')} aside={of && may('admin') && <Payouts stopped={of.payouts_stopped !== null} again={again} />}>
      {read.trouble && <TroubleNotice trouble={read.trouble} onRetry={read.reread} />}
      {of && (
        <>
          <LimitTable caption={t('console.limits.set')} file={{ name: 'limits', path: '/limits.csv' }} of={of.limits} edit={
              may('admin')
                ? (one) => (
                    <div class="row">
                      <EditLimit all={of.limits} of={one} again={again} />
                      <ProposeRemoval title={limitName(one)} body={{ kind: 'remove_limit', limit: whichLimit(one) }} />
                    </div>
                  )
                : undefined
            } />
          {may('admin') && (
            <div>
              <EditLimit all={of.limits} again={again} />
            </div>
          )}
          <LimitTable caption={t('console.ceilings')} file={{ name: 'ceilings', path: '/limits/ceilings.csv' }} of={of.ceilings} />
          <Brakes of={of.brakes} again={again} />
          <Usage />
        </>
      )}
    </Screen>
  );
}

function LimitTable({ caption, file, of, edit }: { caption: string; file: TableFile; of: Limit[]; edit?: ((one: Limit) => preact.ComponentChild) | undefined }) {
  return (
    <Table
      caption={caption}
      file={file}
      empty={t('console.limits.none')}
      rows={of}
      keyOf={limitName}
      columns={[
        { head: t('console.limit'), text: limitName },
        { head: t('console.value_max'), money: (one) => sumOf(one.value_max, one.currency) },
        { head: t('console.count_max'), text: (one) => String(one.count_max ?? '') },
        { head: t('console.value_min'), money: (one) => sumOf(one.value_min, one.currency) },
        { head: t('console.multiple_of'), money: (one) => sumOf(one.multiple_of, one.currency) },
        ...(edit ? [{ head: t('console.change'), show: edit }] : []),
      ]}
    />
  );
}

const sumOf = (amount: string | undefined, currency: string): Amount | null => (amount === undefined ? null : { amount, currency });

const ACTIONS = ['withdraw', 'deposit'] as const;
const SCOPES = ['deployment', 'wallet', 'pos', 'owner', 'wallet_at_pos', 'tier'] as const;

function limitOf(values: Values): Limit {
  const text = (name: string) => (values[name]?.trim() ? { [name]: values[name]!.trim() } : {});
  const number = (name: string) => (values[name]?.trim() ? { [name]: Number(values[name]) } : {});
  return {
    action: values['action'] as Limit['action'],
    scope: values['scope'] as Limit['scope'],
    currency: (values['currency'] ?? '').trim().toUpperCase() as Limit['currency'],
    window_s: Number(values['window_s']),
    ...text('subject'),
    ...(values['scope'] === 'tier' ? number('tier') : {}),
    ...text('value_max'),
    ...number('count_max'),
    ...text('value_min'),
    ...text('multiple_of'),
  };
}

/** Sets a limit; what lets more pass is proposed to another person instead. */
function EditLimit({ all, of, again }: { all: readonly Limit[]; of?: Limit; again: () => void }) {
  const which: Asked[] = [
    { name: 'action', label: t('console.action'), kind: 'choice', options: ACTIONS.map((value) => ({ value, text: t(`console.action.${value}`) })), first: of?.action ?? 'withdraw' },
    { name: 'scope', label: t('console.scope'), kind: 'choice', options: SCOPES.map((value) => ({ value, text: t(`console.scope.${value}`) })), first: of?.scope ?? 'wallet' },
    { name: 'subject', label: t('console.subject'), hint: t('console.subject.hint'), kind: 'code', optional: true, first: of?.subject ?? '', when: (values) => ['wallet', 'pos', 'owner'].includes(values['scope'] ?? '') },
    { name: 'tier', label: t('console.kyc_tier'), kind: 'number', first: of?.tier === undefined ? '' : String(of.tier), when: (values) => values['scope'] === 'tier' },
    { name: 'currency', label: t('console.currency'), kind: 'code', maxLength: 3, first: of?.currency ?? '' },
    { name: 'window_s', label: t('console.window_s'), hint: t('console.window_s.hint'), kind: 'number', first: String(of?.window_s ?? 86_400) },
  ];
  const each = (values: Values) => Number(values['window_s']) === 0;
  return (
    <Act<Limit>
      kind={of ? 'quiet' : 'plain'}
      label={t(of ? 'console.change' : 'console.limit.add')}
      title={of ? limitName(of) : t('console.limit.add')}
      submit={t('console.save')}
      said={t('console.saved')}
      asks={[
        ...which.map((ask) => (of ? { ...ask, when: () => false } : ask)),
        { name: 'value_max', label: t('console.value_max'), kind: 'decimal', optional: true, first: of?.value_max ?? '' },
        { name: 'count_max', label: t('console.count_max'), kind: 'number', optional: true, first: String(of?.count_max ?? ''), when: (values) => !each(values) },
        { name: 'value_min', label: t('console.value_min'), kind: 'decimal', optional: true, first: of?.value_min ?? '', when: each },
        { name: 'multiple_of', label: t('console.multiple_of'), kind: 'decimal', optional: true, first: of?.multiple_of ?? '', when: each },
        { name: 'why', label: t('console.why'), hint: t('console.why.wider'), kind: 'area', optional: true, maxLength: 2000 },
      ]}
      review={(values) => {
        const after = limitOf(values);
        return <Diff caption={limitName(after)} of={limitChanges(all.find((one) => sameLimit(one, after)), after)} />;
      }}
      send={(values, intent) => post('/limits', intent, limitOf(values))}
      done={again}
      instead={{
        code: 'needs_two_people',
        label: t('console.propose.wider'),
        send: (values, intent) => post('/proposals', intent, { kind: 'set_limit', limit: limitOf(values), why: values['why'] }),
        done: (made: Shape<'Proposal'>) => void (location.hash = `#/proposal/${part(made.proposal_id)}`),
      }}
    />
  );
}

type Brake = Shape<'Brake'>;

function Brakes({ of, again }: { of: readonly Brake[]; again: () => void }) {
  return (
    <Table
      caption={t('console.brakes')}
      file={{ name: 'brakes', path: '/limits/brakes.csv' }}
      empty={t('console.brakes.none')}
      rows={of}
      keyOf={(one) => one.currency}
      columns={[
        { head: t('console.currency'), text: (one) => one.currency },
        { head: t('console.window'), text: (one) => windowName(one.window_s) },
        { head: t('console.used'), money: (one) => sumOf(one.used_value, one.currency) },
        { head: t('console.used_count'), text: (one) => String(one.used_count) },
        { head: t('console.slow.value'), money: (one) => sumOf(one.slow.value_max, one.currency) },
        { head: t('console.slow.count'), text: (one) => String(one.slow.count_max ?? '') },
        { head: t('console.stop.value'), money: (one) => sumOf(one.stop.value_max, one.currency) },
        { head: t('console.stop.count'), text: (one) => String(one.stop.count_max ?? '') },
        { head: t('console.state'), show: (one) => <StatePill tone={one.is_slow ? 'wait' : 'good'}>{t(one.is_slow ? 'console.brake.slow' : 'console.brake.off')}</StatePill> },
        ...(may('admin') ? [{ head: t('console.change'), show: (one: Brake) => <ChangeBrake all={of} of={one} again={again} /> }] : []),
      ]}
      after={
        may('admin') && (
          <div>
            <EditBrake all={of} again={again} />
          </div>
        )
      }
    />
  );
}

function ChangeBrake(props: { all: readonly Brake[]; of: Brake; again: () => void }) {
  return (
    <div class="row">
      <EditBrake {...props} />
      <ProposeRemoval title={t('console.brake.of', { currency: props.of.currency })} body={{ kind: 'remove_brake', currency: props.of.currency }} />
    </div>
  );
}

/** Without a limit or a brake more passes than with it: two people must want that. */
function ProposeRemoval({ title, body }: { title: string; body: Partial<Shape<'Propose'>> }) {
  return (
    <Act<Shape<'Proposal'>>
      kind="quiet"
      label={t('console.propose.removal')}
      title={`${t('console.propose.removal')}: ${title}`}
      submit={t('console.propose')}
      said={t('console.proposed')}
      asks={[{ name: 'why', label: t('console.why'), kind: 'area', maxLength: 2000 }]}
      send={(values, intent) => post('/proposals', intent, { ...body, why: values['why'] })}
      done={(made) => void (location.hash = `#/proposal/${part(made.proposal_id)}`)}
    >
      <p class="quiet">{t('console.two_people')}</p>
    </Act>
  );
}

function brakeOf(values: Values): Shape<'SetBrake'> {
  const level = (name: string) => ({
    ...(values[`${name}_value`]?.trim() && { value_max: values[`${name}_value`]!.trim() }),
    ...(values[`${name}_count`]?.trim() && { count_max: Number(values[`${name}_count`]) }),
  });
  return { currency: (values['currency'] ?? '').trim().toUpperCase() as Brake['currency'], window_s: Number(values['window_s']), slow: level('slow'), stop: level('stop') };
}

function EditBrake({ all, of, again }: { all: readonly Brake[]; of?: Brake; again: () => void }) {
  return (
    <Act<Shape<'SetBrake'>>
      kind={of ? 'quiet' : 'plain'}
      label={t(of ? 'console.change' : 'console.brake.add')}
      title={of ? t('console.brake.of', { currency: of.currency }) : t('console.brake.add')}
      submit={t('console.save')}
      said={t('console.saved')}
      asks={[
        { name: 'currency', label: t('console.currency'), kind: 'code', maxLength: 3, first: of?.currency ?? '', when: () => !of },
        { name: 'window_s', label: t('console.window_s'), kind: 'number', first: String(of?.window_s ?? 3_600) },
        { name: 'slow_value', label: t('console.slow.value'), kind: 'decimal', optional: true, first: of?.slow.value_max ?? '' },
        { name: 'slow_count', label: t('console.slow.count'), kind: 'number', optional: true, first: String(of?.slow.count_max ?? '') },
        { name: 'stop_value', label: t('console.stop.value'), kind: 'decimal', optional: true, first: of?.stop.value_max ?? '' },
        { name: 'stop_count', label: t('console.stop.count'), kind: 'number', optional: true, first: String(of?.stop.count_max ?? '') },
        { name: 'why', label: t('console.why'), hint: t('console.why.wider'), kind: 'area', optional: true, maxLength: 2000 },
      ]}
      review={(values) => {
        const after = brakeOf(values);
        return <Diff caption={t('console.brake.of', { currency: after.currency })} of={brakeChanges(all.find((one) => one.currency === after.currency), after)} />;
      }}
      send={(values, intent) => post('/brakes', intent, brakeOf(values))}
      done={again}
      instead={{
        code: 'needs_two_people',
        label: t('console.propose.wider'),
        send: (values, intent) => post('/proposals', intent, { kind: 'set_brake', brake: brakeOf(values), why: values['why'] }),
        done: (made: Shape<'Proposal'>) => void (location.hash = `#/proposal/${part(made.proposal_id)}`),
      }}
    />
  );
}

function Payouts({ stopped, again }: { stopped: boolean; again: () => void }) {
  return stopped ? (
    <Act<void> kind="main" label={t('console.resume')} submit={t('console.resume')} said={t('console.resumed')} send={(_, intent) => post('/payouts/resume', intent)} done={again}>
      <p>{t('console.resume.what')}</p>
    </Act>
  ) : (
    <Act<void>
      kind="danger"
      danger
      label={t('console.stop_payouts')}
      submit={t('console.stop_payouts')}
      asks={[{ name: 'reason', label: t('console.why'), maxLength: 200 }]}
      send={(values, intent) => post('/payouts/stop', intent, { reason: values['reason'] })}
      done={again}
    >
      <p>{t('console.stop_payouts.what')}</p>
    </Act>
  );
}

/** How much is used: of all, or of one wallet or POS. */
function Usage() {
  const [asked, setAsked] = useState({ wallet_id: '', pos_id: '' });
  const [typed, setTyped] = useState(asked);
  return (
    <section class="stack-s">
      <h2>{t('console.usage')}</h2>
      <form
        class="row narrow"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(typed);
        }}
      >
        <Field name="usage-wallet" label={t('console.wallet.id')} value={typed.wallet_id} onValue={(wallet_id) => setTyped({ wallet_id: wallet_id.trim(), pos_id: '' })} leftToRight />
        <Field name="usage-pos" label={t('console.pos.id')} value={typed.pos_id} onValue={(pos_id) => setTyped({ wallet_id: '', pos_id: pos_id.trim() })} leftToRight />
        <Button type="submit">{t('console.show')}</Button>
      </form>
      <UsageTable {...asked} />
    </section>
  );
}

export function UsageTable({ wallet_id, pos_id }: { wallet_id?: string; pos_id?: string }) {
  const read = useAnswer<Shape<'LimitUsages'>>(query('/limits/usage', { wallet_id, pos_id }));
  return (
    <>
      {read.trouble && <TroubleNotice trouble={read.trouble} onRetry={read.reread} />}
      <Table
        quiet
        caption={t('console.usage')}
        file={{ name: 'usage', path: query('/limits/usage.csv', { wallet_id, pos_id }) }}
        empty={t('console.usage.none')}
        busy={!read.value && !read.trouble}
        unread={!read.value && read.trouble !== undefined}
        rows={read.value?.usages ?? []}
        keyOf={(one) => `${one.is_ceiling} ${limitName(one.limit)}`}
        columns={[
          { head: t('console.limit'), text: (one) => limitName(one.limit) },
          { head: t('console.ceiling'), text: (one) => t(one.is_ceiling ? 'shared.yes' : 'shared.no') },
          { head: t('console.used'), money: (one) => sumOf(one.used_value, one.limit.currency) },
          { head: t('console.value_max'), money: (one) => sumOf(one.limit.value_max, one.limit.currency) },
          { head: t('console.used_count'), text: (one) => String(one.used_count) },
          { head: t('console.count_max'), text: (one) => String(one.limit.count_max ?? '') },
        ]}
      />
    </>
  );
}

