import './reconciliation.css';
import { useState } from 'preact/hooks';
import type { Shape } from '../../api';
import { Button } from '../../shared/button';
import { Choice } from '../../shared/field';
import { isZero } from '../../shared/money';
import { TroubleNotice } from '../../shared/notice';
import { go } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { Act, type Values } from '../act';
import { may, part, post, useAnswer } from '../desk';
import { Facts, Id, MoneyOr, named, State, When } from '../pieces';
import { Download, Listing, tableOf, usePages } from '../table';
import { t } from '../words';
import { useLines, type PlacedLine } from './lines';
import { Sides } from './sides';
import { GoOn } from './take-in';

type Reconciliation = Shape<'Reconciliation'>;
type Break = Shape<'LineBreak'>;
type Match = Shape<'LineMatch'>;
type View = 'open' | 'all' | 'matches' | 'free' | 'lines';

const VIEWS: readonly View[] = ['open', 'all', 'matches', 'free', 'lines'];

/** Differences are cleared by proposals, which name no file. */
const aboutFile = (reconciliation_id: string) => [`reconciliation:${reconciliation_id}`, 'proposal'];

/** One file: what does not agree, what does, and its lines. */
export function ReconciliationOf({ reconciliation_id }: { reconciliation_id: string }) {
  const path = `/reconciliations/${part(reconciliation_id)}`;
  const read = useAnswer<Reconciliation>(path, aboutFile(reconciliation_id));
  const [view, setView] = useState<View>('open');
  const [version, setVersion] = useState(0);
  const of = read.value;
  const again = () => {
    read.reread();
    setVersion((before) => before + 1);
  };
  const whole = of !== undefined && of.taken === of.lines;
  return (
    <Screen title={of ? of.name : t('console.recon')} back="#/reconciliations" aside={of && <State of={of.open_breaks > 0 ? 'open' : 'closed'} />}>
      {read.trouble && <TroubleNotice trouble={read.trouble} onRetry={read.reread} />}
      {of && (
        <>
          <About of={of} />
          {!whole && may('admin', 'finance') && <GoOn of={of} onDone={again} />}
          <div class="row">
            <Choice name="view" label={t('console.show')} value={view} onValue={setView} options={VIEWS.map((value) => ({ value, text: named('recon.view', value) }))} />
            {whole && may('admin', 'finance') && <Tools of={of} path={path} again={again} />}
          </div>
          {(view === 'open' || view === 'all') && <Breaks key={`${view} ${version}`} of={of} path={path} state={view} again={again} />}
          {view === 'matches' && <Matches key={version} of={of} path={path} again={again} />}
          {(view === 'free' || view === 'lines') && <Lines of={of} path={path} version={version} free={view === 'free'} />}
        </>
      )}
    </Screen>
  );
}

const About = ({ of }: { of: Reconciliation }) => (
  <Facts
    of={[
      [t('console.recon.whose'), named('recon', of.kind)],
      of.pos_id !== null && [t('console.pos.one'), <Id of={of.pos_id} to={['pos', of.pos_id]} />],
      of.currency !== null && [t('console.currency'), of.currency],
      of.owner_id !== null && [t('console.owner'), <Id of={of.owner_id} />],
      [t('console.recon.from'), <When at={of.from} />],
      [t('console.recon.to'), <When at={of.to} />],
      [t('console.recon.lines'), of.lines],
      [t('console.recon.matched'), of.matched_lines],
      [t('console.recon.open_breaks'), of.open_breaks],
      [t('console.made_by'), <bdi>{of.made_by}</bdi>],
      [t('console.made_at'), <When at={of.made_at} />],
    ]}
  />
);

const numbersOf = (text: string | undefined): number[] => (text ?? '').split(/[\s,;]+/).filter(Boolean).map(Number);
const namesOf = (text: string | undefined): string[] => (text ?? '').split(/[\s,;]+/).filter(Boolean);

function Tools({ of, path, again }: { of: Reconciliation; path: string; again: () => void }) {
  return (
    <>
      <Act<Reconciliation> label={t('console.recon.search')} submit={t('console.recon.search')} said={t('console.recon.searched')} send={(_, intent) => post(`${path}/search`, intent)} done={again}>
        <p>{t('console.recon.search.what')}</p>
      </Act>
      <ByHand of={of} path={path} again={again} />
    </>
  );
}

/** Puts lines and facts together; those of a break stand there already. */
function ByHand({ of, path, from, again }: { of: Reconciliation; path: string; from?: Break; again: () => void }) {
  return (
    <Act<Shape<'PlacedByHand'>>
      kind={from ? 'quiet' : 'plain'}
      label={t('console.recon.match')}
      submit={t('console.recon.match')}
      said={t('console.recon.matched.said')}
      asks={[
        { name: 'lines', label: t('console.recon.match.lines'), hint: t('console.recon.match.lines.hint'), kind: 'code', first: from?.lines.join(' ') ?? '', optional: true },
        { name: 'ours', label: t('console.recon.match.ours'), hint: t(of.kind === 'bank' ? 'console.recon.match.ours.bank' : 'console.recon.match.ours.pos'), kind: 'code', first: from?.ours.map((fact) => fact.fact).join(' ') ?? '', optional: true },
        { name: 'why', label: t('console.why'), kind: 'area', maxLength: 500 },
      ]}
      send={(values, intent) => post(`${path}/matches`, intent, { lines: numbersOf(values['lines']), ours: namesOf(values['ours']), why: values['why'] })}
      done={again}
    >
      <p class="quiet">{t('console.recon.match.what')}</p>
    </Act>
  );
}

function Breaks({ of, path, state, again }: { of: Reconciliation; path: string; state: 'open' | 'all'; again: () => void }) {
  const list = { path: `${path}/breaks`, cursor: 'after_number', about: aboutFile(of.reconciliation_id), query: { state }, rows: (page: Shape<'LineBreaks'>) => page.breaks };
  const pages = usePages<Break>(list);
  const lines = useLines(path, pages.rows.flatMap((one) => one.lines));
  return (
    <section class="stack" aria-label={t('console.recon.breaks')}>
      <div class="row-ends">
        <h2>{t('console.recon.breaks')}</h2>
        {pages.rows.length > 0 && <Download name={`breaks-${of.reconciliation_id}`} path={tableOf(list)} />}
      </div>
      <Rest pages={pages} empty={t(state === 'open' ? 'console.recon.breaks.none' : 'console.none')} />
      {pages.rows.map((one) => (
        <BreakCard key={one.number} of={of} one={one} lines={lines} path={path} again={again} />
      ))}
      <More pages={pages} />
    </section>
  );
}

type AnyPages = Pick<ReturnType<typeof usePages>, 'rows' | 'busy' | 'trouble' | 'more' | 'reread'>;

function Rest({ pages, empty }: { pages: AnyPages; empty: string }) {
  if (pages.trouble || pages.rows.length > 0 || (pages.more && !pages.busy)) return null;
  return (
    <p class="quiet" role="status">
      {pages.busy ? t('shared.loading') : empty}
    </p>
  );
}

function More({ pages }: { pages: AnyPages }) {
  if (pages.trouble) return <TroubleNotice trouble={pages.trouble} onRetry={pages.more ?? pages.reread} />;
  return pages.more ? (
    <div>
      <Button onPress={pages.more}>{t('console.more')}</Button>
    </div>
  ) : null;
}

function BreakCard({ of, one, lines, path, again }: { of: Reconciliation; one: Break; lines: ReadonlyMap<number, PlacedLine>; path: string; again: () => void }) {
  const own = `${path}/breaks/${one.number}`;
  const id = `break-${one.number}`;
  return (
    <article class="panel" aria-labelledby={id}>
      <header class="break-head">
        <h3 id={id}>
          {t('console.recon.break.of', { number: one.number })} · {named('break', one.kind)}
        </h3>
        <State of={one.state} />
        <span class="quiet small">{t('console.recon.age', { n: one.age_days })}</span>
        <span class="break-difference">
          <span class="unseen">{t('console.recon.difference')} </span>
          <MoneyOr of={one.difference} />
        </span>
      </header>
      <Sides lines={one.lines} of={lines} known={one.ours} theirs={one.theirs} ours={one.known} />
      <Facts
        of={[
          one.assigned_to !== null && [t('console.assigned_to'), <bdi>{one.assigned_to}</bdi>],
          one.note !== null && [t('console.note.text'), <bdi>{one.note}</bdi>],
          one.closed_by !== null && [t('console.closed_by'), <bdi>{one.closed_by}</bdi>],
          one.closed_why !== null && [t('console.why'), <bdi>{one.closed_why}</bdi>],
          one.ended_at !== null && [t('console.ended_at'), <When at={one.ended_at} />],
          one.proposal_id !== null && [t('console.proposal'), <Id of={one.proposal_id} to={['proposal', one.proposal_id]} />],
        ]}
      />
      {may('admin', 'finance') && (
        <div class="row">
          {one.state === 'open' && <OpenBreak of={of} one={one} path={path} own={own} again={again} />}
          {one.state === 'cleared' && (
            <Act<Shape<'Proposal'>> kind="quiet" label={t('console.recon.unclear')} submit={t('console.propose')} said={t('console.proposed')} asks={[whyAsk()]} send={(values, intent) => post(`${own}/undo-clearing`, intent, { why: values['why'] })} done={toProposal}>
              <p>{t('console.recon.unclear.what')}</p>
            </Act>
          )}
        </div>
      )}
    </article>
  );
}

const whyAsk = () => ({ name: 'why', label: t('console.why'), kind: 'area', maxLength: 500 }) as const;
const toProposal = (made: Shape<'Proposal'>) => go(['proposal', made.proposal_id]);

function OpenBreak({ of, one, path, own, again }: { of: Reconciliation; one: Break; path: string; own: string; again: () => void }) {
  const given = (values: Values, name: string) => (values[name]?.trim() ? { [name]: values[name]?.trim() } : {});
  return (
    <>
      <Act<Break>
        kind="quiet"
        label={t('console.note')}
        submit={t('console.save')}
        said={t('console.saved')}
        asks={[
          { name: 'assign_to', label: t('console.assigned_to'), first: one.assigned_to ?? '', optional: true, maxLength: 64 },
          { name: 'note', label: t('console.note.text'), kind: 'area', first: one.note ?? '', maxLength: 500 },
        ]}
        send={(values, intent) => post(own, intent, { ...given(values, 'assign_to'), ...given(values, 'note') })}
        done={again}
      />
      <ByHand of={of} path={path} from={one} again={again} />
      {!isZero(one.difference.amount) && (
        <Act<Shape<'Proposal'>>
          kind="quiet"
          label={t('console.recon.clear')}
          submit={t('console.propose')}
          said={t('console.proposed')}
          asks={[...(of.kind === 'bank' ? [{ name: 'pos_id', label: t('console.pos.id'), kind: 'code' as const, maxLength: 64 }] : []), whyAsk()]}
          send={(values, intent) => post(`${own}/clear`, intent, { ...given(values, 'pos_id'), why: values['why'] })}
          done={toProposal}
        >
          <p>
            {t('console.recon.clear.what')} <MoneyOr of={one.difference} />
          </p>
          <p class="quiet">{t('console.two_people')}</p>
        </Act>
      )}
      <Act<Break> kind="quiet" label={t('console.recon.close')} submit={t('console.recon.close')} said={t('console.saved')} asks={[whyAsk()]} send={(values, intent) => post(`${own}/close`, intent, { why: values['why'] })} done={again}>
        <p>{t('console.recon.close.what')}</p>
      </Act>
    </>
  );
}

function Matches({ of, path, again }: { of: Reconciliation; path: string; again: () => void }) {
  const list = { path: `${path}/matches`, cursor: 'after_number', about: aboutFile(of.reconciliation_id), rows: (page: Shape<'LineMatches'>) => page.matches };
  const pages = usePages<Match>(list);
  const lines = useLines(path, pages.rows.flatMap((one) => one.lines));
  return (
    <section class="stack" aria-label={t('console.recon.matches')}>
      <div class="row-ends">
        <h2>{t('console.recon.matches')}</h2>
        {pages.rows.length > 0 && <Download name="matches" path={tableOf(list)} />}
      </div>
      <Rest pages={pages} empty={t('console.none')} />
      {pages.rows.map((one) => (
        <MatchCard key={one.number} one={one} lines={lines} path={path} again={again} />
      ))}
      <More pages={pages} />
    </section>
  );
}

function MatchCard({ one, lines, path, again }: { one: Match; lines: ReadonlyMap<number, PlacedLine>; path: string; again: () => void }) {
  const id = `match-${one.number}`;
  return (
    <article class="panel" aria-labelledby={id}>
      <header class="break-head">
        <h3 id={id}>
          {t('console.recon.match.of', { number: one.number })} · {named('found_by', one.found_by)}
        </h3>
        {one.undone_by !== null && <State of="withdrawn" />}
      </header>
      <Sides lines={one.lines} of={lines} known={one.ours} theirs={one.sum} ours={one.sum} />
      <Facts
        of={[
          one.by !== null && [t('console.made_by'), <bdi>{one.by}</bdi>],
          one.why !== null && [t('console.why'), <bdi>{one.why}</bdi>],
          one.undone_by !== null && [t('console.recon.undone_by'), <bdi>{one.undone_by}</bdi>],
          one.undone_why !== null && [t('console.recon.undone_why'), <bdi>{one.undone_why}</bdi>],
        ]}
      />
      {one.undone_by === null && may('admin', 'finance') && (
        <div>
          <Act<Reconciliation> kind="quiet" label={t('console.recon.undo')} submit={t('console.recon.undo')} said={t('console.saved')} asks={[whyAsk()]} send={(values, intent) => post(`${path}/matches/${one.number}/undo`, intent, { why: values['why'] })} done={again}>
            <p>{t('console.recon.undo.what')}</p>
          </Act>
        </div>
      )}
    </article>
  );
}

function Lines({ of, path, version, free }: { of: Reconciliation; path: string; version: number; free: boolean }) {
  return (
    <Listing<PlacedLine>
      version={version}
      caption={t('console.recon.lines')}
      file="lines"
      empty={t('console.none')}
      list={{ path: `${path}/lines`, cursor: 'after_number', about: aboutFile(of.reconciliation_id), query: { state: free ? 'free' : undefined }, rows: (page: Shape<'PlacedLines'>) => page.lines }}
      keyOf={(one) => one.line}
      columns={[
        { head: t('console.number'), text: (one) => String(one.line) },
        { head: t('console.what'), show: (one) => named('stated', one.what) },
        { head: t('console.amount'), money: (one) => one.amount },
        { head: t('console.at'), show: (one) => <When at={one.at} /> },
        { head: t('console.recon.reference'), show: (one) => <bdi>{one.reference || '—'}</bdi> },
        { head: t('console.operation'), show: (one) => (one.operation_id ? <Id of={one.operation_id} to={['operation', one.operation_id]} /> : '—') },
        { head: t('console.state'), show: (one) => `${named('place', one.state)} ${one.number ?? ''}`.trim() },
      ]}
    />
  );
}
