import { useState } from 'preact/hooks';
import type { Shape } from '../../api';
import { Choice } from '../../shared/field';
import { TroubleNotice } from '../../shared/notice';
import { Screen } from '../../shared/screen';
import { Act } from '../act';
import { may, part, person, post, useAnswer } from '../desk';
import { Facts, Id, MoneyOr, named, State, When } from '../pieces';
import { Listing } from '../table';
import { t, tx } from '../words';

type Line = Shape<'CaseLine'>;
type Evidence = Shape<'CaseEvidence'>;

export const caseColumns = () =>
  [
    { head: t('console.case'), show: (one: Line) => <a href={`#/case/${part(one.operation_id)}`}>{named('case', one.kind)}</a> },
    { head: t('console.state'), show: (one: Line) => <State of={one.state} /> },
    { head: t('console.level'), text: (one: Line) => String(one.level) },
    { head: t('console.amount'), money: (one: Line) => one.amount },
    { head: t('console.pos.one'), show: (one: Line) => <Id of={one.pos_id} to={['pos', one.pos_id]} /> },
    { head: t('console.wallet'), show: (one: Line) => <Id of={one.wallet_id} to={['wallet', one.wallet_id]} /> },
    { head: t('console.assigned_to'), text: (one: Line) => one.assigned_to ?? '' },
    { head: t('console.opened_at'), show: (one: Line) => <When at={one.opened_at} /> },
    { head: t('console.due_at'), show: (one: Line) => <When at={one.due_at} /> },
  ] as const;

/** What the ledger alone cannot decide. */
export function Cases() {
  const [state, setState] = useState<Shape<'AskedCases'>>('open');
  return (
    <Screen title={t('console.cases')}>
      <div class="narrow">
        <Choice name="state" label={t('console.show')} value={state} onValue={setState} options={[{ value: 'open', text: t('console.cases.open') }, { value: 'all', text: t('console.all') }]} />
      </div>
      <Listing<Line>
        quiet
        caption={t('console.cases')}
        file="cases"
        empty={t('console.cases.none')}
        list={{ path: '/cases', cursor: 'after', about: ['case'], query: { state }, rows: (page: Shape<'Cases'>) => page.cases }}
        keyOf={(one) => one.operation_id}
        columns={caseColumns()}
      />
    </Screen>
  );
}

/** A piece of evidence as a sentence. */
export function evidenceLine(one: Evidence) {
  return (
    <>
      <strong>{named('evidence', one.what)}</strong>
      {one.outcome && `: ${named('outcome', one.outcome)}`}
      {one.closing && `: ${named('closing', one.closing)}`}
      {one.amount && (
        <>
          {' '}
          <MoneyOr of={one.amount} />
        </>
      )}
      {one.person && (
        <>
          {' '}
          · <bdi>{one.person}</bdi>
        </>
      )}
      {one.approved_by && <> · {tx('console.approved_by', { person: <bdi>{one.approved_by}</bdi> })}</>}
      {one.rule && (
        <>
          {' '}
          · <bdi>{one.rule}</bdi>
        </>
      )}
      {one.text && (
        <p class="evidence-text">
          <bdi>{one.text}</bdi>
        </p>
      )}
      {one.erased && <p class="quiet">{t('console.erased')}</p>}
    </>
  );
}

/** One case with all that is known of it. */
export function Case({ operation_id }: { operation_id: string }) {
  const path = `/cases/${part(operation_id)}`;
  const read = useAnswer<Shape<'Case'>>(path, [`case:${operation_id}`, `operation:${operation_id}`]);
  const of = read.value;
  return (
    <Screen title={of ? named('case', of.kind) : t('console.case')} back="#/cases" aside={of && <State of={of.state} />}>
      {read.trouble && <TroubleNotice trouble={read.trouble} onRetry={read.reread} />}
      {of && (
        <>
          <Facts
            of={[
              [t('console.operation'), <Id of={of.operation_id} whole {...(of.withdrawal && { to: ['withdrawal', of.withdrawal.transaction_id] })} />],
              [t('console.amount'), <MoneyOr of={of.amount} />],
              of.withdrawal ? [t('console.held'), <MoneyOr of={of.withdrawal.held} />] : null,
              of.withdrawal ? [t('console.paid'), <MoneyOr of={of.withdrawal.paid} />] : null,
              of.withdrawal ? [t('console.returned'), <MoneyOr of={of.withdrawal.returned} />] : null,
              [t('console.wallet'), <Id of={of.wallet_id} to={['wallet', of.wallet_id]} />],
              [t('console.pos.one'), <Id of={of.pos_id} to={['pos', of.pos_id]} />],
              [t('console.assigned_to'), of.assigned_to],
              [t('console.level'), of.level],
              [t('console.opened_at'), <When at={of.opened_at} />],
              [t('console.due_at'), <When at={of.due_at} />],
              of.closed_at !== null && [t('console.closed_at'), <When at={of.closed_at} />],
            ]}
          />
          {may('admin', 'finance') && (
            <div class="row">
              <Act<void>
                label={t('console.note')}
                submit={t('console.note')}
                said={t('console.saved')}
                asks={[{ name: 'text', label: t('console.note.text'), kind: 'area', maxLength: 2000 }]}
                send={(values, intent) => post(`${path}/notes`, intent, { text: values['text'] })}
                done={read.reread}
              />
              {of.assigned_to !== person() && (
                <Act<void> label={t('console.take')} submit={t('console.take')} said={t('console.saved')} send={(_, intent) => post(`${path}/notes`, intent, { assign_to: person() })} done={read.reread}>
                  <p>{t('console.take.what')}</p>
                </Act>
              )}
              {of.state === 'open' && <Close of={of} />}
            </div>
          )}
          <section class="stack-s" aria-label={t('console.evidence')}>
            <h2>{t('console.evidence')}</h2>
            <ol class="timeline">
              {of.evidence.map((one, at) => (
                <li key={at}>
                  <When at={one.at} />
                  <div>
                    {evidenceLine(one)} <span class="quiet small">{t('console.command', { id: one.command })}</span>
                  </div>
                </li>
              ))}
            </ol>
            {of.left_out > 0 && <p class="quiet">{t('console.left_out', { n: of.left_out })}</p>}
          </section>
        </>
      )}
    </Screen>
  );
}

const FINDINGS = ['pay', 'return', 'part', 'credit_pos', 'write_off', 'as_it_is'] as const;

/** Closing is proposed; another person approves it. */
function Close({ of }: { of: Shape<'Case'> }) {
  return (
    <Act<Shape<'Proposal'>>
      kind="main"
      label={t('console.close')}
      title={t('console.close.title')}
      submit={t('console.propose')}
      said={t('console.proposed')}
      asks={[
        { name: 'closing', label: t('console.finding'), kind: 'choice', options: FINDINGS.map((value) => ({ value, text: named('closing', value) })) },
        { name: 'amount', label: t('console.close.left'), kind: 'decimal', when: (values) => values['closing'] === 'part' },
        { name: 'shortfall_on', label: t('console.shortfall'), kind: 'choice', options: [{ value: 'owner', text: t('console.bearer.owner') }, { value: 'loss', text: t('console.bearer.loss') }], when: (values) => values['closing'] === 'credit_pos' },
        { name: 'why', label: t('console.why'), kind: 'area', maxLength: 2000 },
      ]}
      send={(values, intent) =>
        post('/proposals', intent, {
          kind: 'close_case',
          operation_id: of.operation_id,
          closing: values['closing'],
          ...(values['closing'] === 'part' && { amount: { amount: values['amount'], currency: of.amount?.currency } }),
          ...(values['closing'] === 'credit_pos' && { shortfall_on: values['shortfall_on'] }),
          ...(values['why'] && { why: values['why'] }),
        })
      }
      done={(made) => void (location.hash = `#/proposal/${part(made.proposal_id)}`)}
    >
      <p class="quiet">{t('console.two_people')}</p>
    </Act>
  );
}
