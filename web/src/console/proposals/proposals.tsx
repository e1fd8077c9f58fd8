import { useState } from 'preact/hooks';
import type { Shape } from '../../api';
import { useNow } from '../../shared/clock';
import { Choice } from '../../shared/field';
import { Notice, TroubleNotice } from '../../shared/notice';
import { Screen } from '../../shared/screen';
import { Act } from '../act';
import { may, part, person, post, query, useAnswer } from '../desk';
import { LineChange } from '../pos';
import { brakeChanges, limitChanges, sameLimit } from '../limits';
import { AccountLink, Diff, Facts, Id, MoneyOr, named, Secrets, State, When } from '../pieces';
import { Listing } from '../table';
import { placeTaken, TariffChange } from '../tariffs';
import { t, tx } from '../words';

type PosShown = Shape<'PosShown'>;

type Proposal = Shape<'Proposal'>;

/** What waits for another person. */
export function Proposals() {
  const [state, setState] = useState<Shape<'AskedProposals'>>('waiting');
  return (
    <Screen title={t('console.proposals')}>
      <div class="row">
        <Choice name="state" label={t('console.show')} value={state} onValue={setState} options={[{ value: 'waiting', text: t('console.proposals.waiting') }, { value: 'all', text: t('console.all') }]} />
        {may('admin', 'finance') && <ByHand />}
      </div>
      <Listing<Proposal>
        quiet
        caption={t('console.proposals')}
        file="proposals"
        empty={t('console.proposals.none')}
        list={{ path: '/proposals', cursor: 'after', about: ['proposal'], query: { state }, rows: (page: Shape<'Proposals'>) => page.proposals }}
        keyOf={(one) => one.proposal_id}
        columns={[
          { head: t('console.proposal'), show: (one) => <a href={`#/proposal/${part(one.proposal_id)}`}>{named('proposal', one.kind)}</a> },
          { head: t('console.state'), show: (one) => <State of={one.state} /> },
          { head: t('console.amount'), money: (one) => one.amount },
          { head: t('console.proposed_by'), text: (one) => one.proposed_by },
          { head: t('console.proposed_at'), show: (one) => <When at={one.proposed_at} /> },
          { head: t('console.expires_at'), show: (one) => <When at={one.expires_at} /> },
          { head: t('console.judged_by'), text: (one) => one.judged_by ?? '' },
        ]}
      />
    </Screen>
  );
}

/** One proposal: what it would do, and the word of another person. */
export function ProposalOf({ proposal_id }: { proposal_id: string }) {
  const path = `/proposals/${part(proposal_id)}`;
  const read = useAnswer<Proposal>(path, [`proposal:${proposal_id}`]);
  const [half, setHalf] = useState<string | null>(null);
  const of = read.value;
  return (
    <Screen title={of ? named('proposal', of.kind) : t('console.proposal')} back="#/proposals" aside={of && <State of={of.state} />}>
      {read.trouble && <TroubleNotice trouble={read.trouble} onRetry={read.reread} />}
      {of && (
        <>
          <Would of={of} />
          <Facts
            of={[
              [t('console.why'), of.why && <bdi>{of.why}</bdi>],
              [t('console.proposed_by'), <bdi>{of.proposed_by}</bdi>],
              [t('console.proposed_at'), <When at={of.proposed_at} />],
              [t('console.expires_at'), <When at={of.expires_at} />],
              of.judged_by !== null && [t('console.judged_by'), <bdi>{of.judged_by}</bdi>],
              of.judged_at !== null && [t('console.judged_at'), <When at={of.judged_at} />],
            ]}
          />
          {half !== null && (
            <>
              <Secrets note={t('console.once')} of={[[t('console.half.second'), half]]} />
              <p>{t('console.half.what')}</p>
            </>
          )}
          {of.state === 'waiting' && may('admin', 'finance') && <Judge of={of} path={path} again={read.reread} told={setHalf} />}
        </>
      )}
    </Screen>
  );
}

function Judge({ of, path, again, told }: { of: Proposal; path: string; again: () => void; told: (half: string | null) => void }) {
  const now = useNow(1_000);
  const mine = of.proposed_by === person();
  const early = Date.parse(of.not_before) > now;
  return (
    <>
      {mine && <Notice tone="wait" title={t('console.own')} />}
      {!mine && early && (
        <Notice tone="wait" title={t('console.early')}>
          <p>{tx('console.early.until', { at: <When at={of.not_before} /> })}</p>
        </Notice>
      )}
      <div class="row">
        {!mine && !early && (
          <Act<Proposal>
            kind="main"
            label={t('console.approve')}
            submit={t('console.approve')}
            said={t('console.approved')}
            send={(_, intent) => post(`${path}/approve`, intent)}
            done={(made) => {
              told(made.second_half);
              again();
            }}
          >
            <Would of={of} />
            <p>{t('console.approve.what')}</p>
          </Act>
        )}
        <Act<Proposal>
          label={t(mine ? 'console.take_back' : 'console.reject')}
          submit={t(mine ? 'console.take_back' : 'console.reject')}
          said={t('console.rejected')}
          danger={!mine}
          send={(_, intent) => post(`${path}/reject`, intent)}
          done={again}
        >
          <p>{t('console.reject.what')}</p>
        </Act>
      </div>
    </>
  );
}

/** The newest tariffs are among so many; of an older one nothing stands beside what is proposed. */
const TARIFFS_READ_MAX = 200;

/** What it would do, beside what is so now. */
function Would({ of }: { of: Proposal }) {
  const limits = useAnswer<Shape<'Limits'>>(of.limit || of.brake || of.currency ? '/limits' : undefined);
  const brake = of.brake ?? (of.currency ? { currency: of.currency, window_s: 0, slow: {}, stop: {} } : null);
  const pos = useAnswer<PosShown>(of.kind === 'set_credit_line' && of.pos_id ? `/pos/${part(of.pos_id)}` : undefined);
  const tariffs = useAnswer<Shape<'Tariffs'>>(of.tariff ? query('/tariffs', { limit: TARIFFS_READ_MAX }) : undefined);
  const removed = of.kind === 'remove_limit';
  const caption = t(of.state === 'waiting' ? 'console.would' : 'console.did');
  return (
    <section class="stack-s" aria-label={caption}>
      {of.limit && limits.value && (
        <Diff caption={caption} of={limitChanges(limits.value.limits.find((one) => sameLimit(one, of.limit!)), removed ? undefined : of.limit)} />
      )}
      {brake && limits.value && (
        <Diff caption={caption} of={brakeChanges(limits.value.brakes.find((one) => one.currency === brake.currency), of.kind === 'remove_brake' ? undefined : brake)} />
      )}
      {of.amount && pos.value && <LineChange of={pos.value} to={of.amount} />}
      {of.tariff && tariffs.value && <TariffChange before={placeTaken(tariffs.value.tariffs, of.tariff, of.judged_at)} after={of.tariff} />}
      {!of.limit && !brake && !pos.value && !tariffs.value && <h2>{caption}</h2>}
      <Facts
        of={[
          of.closing !== null && [t('console.finding'), named('closing', of.closing)],
          of.operation_id !== null && [t('console.case'), <Id of={of.operation_id} to={['case', of.operation_id]} />],
          of.amount !== null && [t('console.amount'), <MoneyOr of={of.amount} />],
          of.shortfall_on !== null && [t('console.shortfall'), t(of.shortfall_on === 'owner' ? 'console.bearer.owner' : 'console.bearer.loss')],
          of.pos_id !== null && [t('console.pos.one'), <Id of={of.pos_id} to={['pos', of.pos_id]} />],
          of.way !== null && [t('console.way'), t(of.way === 'claim' ? 'console.way.claim' : 'console.way.surplus')],
          of.debit !== null && [t('console.debit'), <AccountLink of={of.debit} />],
          of.credit !== null && [t('console.credit'), <AccountLink of={of.credit} />],
          of.person !== null && [t('console.person'), <bdi>{of.person}</bdi>],
          of.role !== null && [t('console.role'), named('role', of.role)],
          of.deposit_id !== null && [t('console.deposit'), <Id of={of.deposit_id} />],
          of.reconciliation_id !== null && [t('console.recon'), <Id of={of.reconciliation_id} to={['reconciliation', of.reconciliation_id]} />],
          of.break_number !== null && [t('console.recon.break'), of.break_number],
        ]}
      />
    </section>
  );
}

const KINDS = ['post', 'write_off', 'make_loss_good', 'correct_deposit'] as const;

/** What is proposed by itself; the rest is proposed where it belongs. */
function ByHand() {
  const is = (...kinds: string[]) => (values: Readonly<Record<string, string>>) => kinds.includes(values['kind'] ?? '');
  return (
    <Act<Proposal>
      label={t('console.propose.new')}
      submit={t('console.propose')}
      said={t('console.proposed')}
      asks={[
        { name: 'kind', label: t('console.proposal'), kind: 'choice', options: KINDS.map((value) => ({ value, text: named('proposal', value) })) },
        { name: 'debit', label: t('console.debit'), hint: t('console.account.hint'), kind: 'code', when: is('post') },
        { name: 'credit', label: t('console.credit'), kind: 'code', when: is('post') },
        { name: 'pos_id', label: t('console.pos.id'), kind: 'code', when: is('write_off') },
        { name: 'way', label: t('console.way'), kind: 'choice', options: [{ value: 'claim', text: t('console.way.claim') }, { value: 'surplus', text: t('console.way.surplus') }], when: is('write_off') },
        { name: 'deposit_id', label: t('console.deposit'), kind: 'code', when: is('correct_deposit') },
        { name: 'amount', label: t('console.amount'), kind: 'decimal' },
        { name: 'currency', label: t('console.currency'), kind: 'code', maxLength: 3 },
        { name: 'why', label: t('console.why'), kind: 'area', maxLength: 2000 },
      ]}
      review={(values) => (
        <Facts
          of={[
            [t('console.proposal'), named('proposal', values['kind'])],
            [t('console.amount'), `${values['amount']} ${values['currency']}`],
            is('post')(values) && [t('console.debit'), values['debit']],
            is('post')(values) && [t('console.credit'), values['credit']],
            is('write_off')(values) && [t('console.pos.id'), values['pos_id']],
            is('correct_deposit')(values) && [t('console.deposit'), values['deposit_id']],
            [t('console.why'), values['why']],
          ]}
        />
      )}
      send={(values, intent) => {
        const { kind, amount, currency, why, debit, credit, pos_id, way, deposit_id } = values;
        const own = is('post')(values) ? { debit, credit } : is('write_off')(values) ? { pos_id, way } : is('correct_deposit')(values) ? { deposit_id } : {};
        return post('/proposals', intent, { kind, why, amount: { amount, currency: currency?.toUpperCase() }, ...own });
      }}
      done={(made) => void (location.hash = `#/proposal/${part(made.proposal_id)}`)}
    >
      <p class="quiet">{t('console.two_people')}</p>
    </Act>
  );
}
