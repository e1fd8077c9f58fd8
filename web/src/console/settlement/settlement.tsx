import { useState } from 'preact/hooks';
import type { Shape } from '../../api';
import { TroubleNotice } from '../../shared/notice';
import { go } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { Act } from '../act';
import { may, part, post, useAnswer } from '../desk';
import { AccountLink, Facts, Id, MoneyOr, State, When } from '../pieces';
import { Listing } from '../table';
import { t, tx } from '../words';

type Terms = Shape<'Settlement'>;
type Batch = Shape<'SettlementBatch'>;
type Line = Shape<'BatchLine'>;

/** How POS owners are settled, and what was. */
export function Settlement() {
  const [version, setVersion] = useState(0);
  const again = () => setVersion((before) => before + 1);
  return (
    <Screen title={t('console.settlement')}>
      {may('admin', 'finance') && (
        <div class="row">
          <SetTerms again={again} />
        </div>
      )}
      <Listing<Batch>
        version={version}
        caption={t('console.batches')}
        file="batches"
        empty={t('console.batches.none')}
        list={{ path: '/settlement/batches', cursor: 'after', about: ['batch'], rows: (page: Shape<'SettlementBatches'>) => page.batches }}
        keyOf={(one) => one.batch_id}
        columns={[
          { head: t('console.batch'), show: (one) => <a href={`#/batch/${part(one.batch_id)}`}>{t('console.batch.of', { number: one.number })}</a> },
          { head: t('console.state'), show: (one) => <State of={one.state} /> },
          { head: t('console.amount'), money: (one) => one.amount },
          { head: t('console.due'), money: (one) => one.due },
          { head: t('console.bank_reference'), show: (one) => <bdi>{one.bank_reference}</bdi> },
          { head: t('console.owner'), show: (one) => <Id of={one.owner_id} /> },
          { head: t('console.cut_off_at'), show: (one) => <When at={one.cut_off_at} /> },
        ]}
      />
      <Listing<Terms>
        version={version}
        caption={t('console.terms')}
        file="terms"
        empty={t('console.terms.none')}
        list={{ path: '/settlement/terms', cursor: 'start_after', about: ['owner'], rows: (page: Shape<'Settlements'>) => page.terms }}
        keyOf={(one) => `${one.owner_id} ${one.currency}`}
        columns={[
          { head: t('console.owner'), show: (one) => <Id of={one.owner_id} /> },
          { head: t('console.currency'), text: (one) => one.currency },
          { head: t('console.cut_off'), show: (one) => <bdi dir="ltr">{`${one.cut_off} ${one.zone}`}</bdi> },
          { head: t('console.bank_reference'), show: (one) => <bdi>{one.bank_reference}</bdi> },
          { head: t('console.threshold'), money: (one) => one.threshold },
          { head: t('console.window_ends_at'), show: (one) => <When at={one.window_ends_at} /> },
          ...(may('admin', 'finance') ? [{ head: t('console.change'), show: (one: Terms) => <TermsActions of={one} again={again} /> }] : []),
        ]}
      />
    </Screen>
  );
}

function TermsActions({ of, again }: { of: Terms; again: () => void }) {
  return (
    <div class="row">
      <SetTerms of={of} again={again} />
      <Act<Batch> kind="quiet" label={t('console.cut')} submit={t('console.cut')} said={t('console.saved')} send={(_, intent) => post('/settlement/batches', intent, { owner_id: of.owner_id, currency: of.currency })} done={(made) => go(['batch', made.batch_id])}>
        <p>{t('console.cut.what')}</p>
      </Act>
    </div>
  );
}

function SetTerms({ of, again }: { of?: Terms; again: () => void }) {
  return (
    <Act<Terms>
      kind={of ? 'quiet' : 'plain'}
      label={t(of ? 'console.change' : 'console.terms.add')}
      submit={t('console.save')}
      said={t('console.saved')}
      asks={[
        { name: 'owner_id', label: t('console.owner.id'), kind: 'code', first: of?.owner_id ?? '', when: () => !of },
        { name: 'currency', label: t('console.currency'), kind: 'code', maxLength: 3, first: of?.currency ?? '', when: () => !of },
        { name: 'cut_off', label: t('console.cut_off'), hint: t('console.cut_off.hint'), kind: 'code', first: of?.cut_off ?? '22:00', maxLength: 5 },
        { name: 'zone', label: t('console.zone'), kind: 'code', first: of?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone },
        { name: 'bank_reference', label: t('console.bank_reference'), first: of?.bank_reference ?? '', maxLength: 140 },
        { name: 'threshold', label: t('console.threshold'), kind: 'decimal', optional: true, first: of?.threshold.amount ?? '' },
      ]}
      send={({ owner_id, currency, cut_off, zone, bank_reference, threshold }, intent) => {
        const code = currency?.trim().toUpperCase();
        return post('/settlement/terms', intent, { owner_id: owner_id?.trim(), currency: code, cut_off, zone, bank_reference, ...(threshold?.trim() && { threshold: { amount: threshold.trim(), currency: code } }) });
      }}
      done={again}
    />
  );
}

/** A batch: its lines, and what the bank said of it. */
export function BatchOf({ batch_id }: { batch_id: string }) {
  const path = `/settlement/batches/${part(batch_id)}`;
  const read = useAnswer<Batch>(path, [`batch:${batch_id}`]);
  const of = read.value;
  return (
    <Screen title={of ? t('console.batch.of', { number: of.number }) : t('console.batch')} back="#/settlement" aside={of && <State of={of.state} />}>
      {read.trouble && <TroubleNotice trouble={read.trouble} onRetry={read.reread} />}
      {of && (
        <>
          <Facts
            of={[
              [t('console.id'), <Id of={of.batch_id} whole />],
              [t('console.amount'), <MoneyOr of={of.amount} />],
              [t('console.due'), <MoneyOr of={of.due} />],
              [t('console.owner'), <Id of={of.owner_id} whole />],
              [t('console.bank_reference'), <bdi>{of.bank_reference}</bdi>],
              [t('console.cut_off_at'), <When at={of.cut_off_at} />],
              [t('console.made_at'), <When at={of.made_at} />],
              of.ended_at !== null && [t('console.ended_at'), <When at={of.ended_at} />],
              of.word !== null && [t('console.bank_word'), <bdi>{of.word}</bdi>],
            ]}
          />
          {may('admin', 'finance') && (of.state === 'due' || of.state === 'confirmed') && (
            <div class="row">
              {of.state === 'due' && (
                <Act<Batch>
                  kind="main"
                  label={t('console.batch.confirm')}
                  submit={t('console.batch.confirm')}
                  said={t('console.saved')}
                  asks={[{ name: 'payment', label: t('console.payment'), maxLength: 140 }]}
                  review={(values) => <p>{tx('console.batch.confirm.review', { amount: <MoneyOr of={of.due} />, payment: <bdi>{values['payment']}</bdi> })}</p>}
                  send={(values, intent) => post(`${path}/confirm`, intent, { payment: values['payment'] })}
                  done={read.reread}
                />
              )}
              <Act<Batch> danger label={t('console.batch.fail')} submit={t('console.batch.fail')} said={t('console.saved')} asks={[{ name: 'reason', label: t('console.why'), maxLength: 140 }]} send={(values, intent) => post(`${path}/fail`, intent, { reason: values['reason'] })} done={read.reread}>
                <p>{t('console.batch.fail.what')}</p>
              </Act>
            </div>
          )}
          <Listing<Line>
            caption={t('console.lines')}
            file={`batch-${of.number}`}
            empty={t('console.none')}
            list={{ path: `${path}/lines`, cursor: 'after_line', rows: (page: Shape<'BatchLines'>) => page.lines }}
            keyOf={(one) => one.line}
            columns={[
              { head: t('console.number'), text: (one) => String(one.line) },
              { head: t('console.account'), show: (one) => <AccountLink of={one.account_id} /> },
              { head: t('console.opening'), money: (one) => one.opening },
              { head: t('console.closing'), money: (one) => one.closing },
              { head: t('console.float'), money: (one) => one.float },
              { head: t('console.amount'), money: (one) => one.amount },
              { head: t('console.entries'), show: (one) => <a href={`#/account/${part(one.account_id)}?from=${one.last_transfer}`}>{t('console.entries')}</a> },
            ]}
          />
        </>
      )}
    </Screen>
  );
}
