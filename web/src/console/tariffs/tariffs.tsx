import './tariffs.css';
import type { Shape } from '../../api';
import { TroubleNotice } from '../../shared/notice';
import { formatNumber } from '../../shared/money';
import { ButtonLink } from '../../shared/button';
import { Screen } from '../../shared/screen';
import { locale } from '../../shared/words';
import { Form } from '../act';
import { may, part, post, useAnswer } from '../desk';
import { Facts, Id, MoneyOr, named, When } from '../pieces';
import { Listing, Table } from '../table';
import { t } from '../words';

type Tariff = Shape<'Tariff'>;
type Schedule = Shape<'TariffSchedule'>;

/** Rates are hundredths of a percent: shown as percent, never reckoned with. */
export const rate = (basis_points: number): string => new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 2 }).format(basis_points / 10_000);

const sum = (text: string | undefined, currency: string): string => (text ? `${formatNumber(text)} ${currency}` : '');

/** A schedule in a line. */
export function scheduleLine(of: Schedule, currency: string): string {
  const bands = (of.bands ?? []).map((band) => t('console.band.line', { from: sum(band.from, currency), rate: [band.basis_points ? rate(band.basis_points) : '', band.step ? `+${sum(band.step, currency)}` : ''].filter(Boolean).join(' ') || '0' }));
  return [of.flat && t('console.flat.line', { sum: sum(of.flat, currency) }), ...bands, of.min && t('console.min.line', { sum: sum(of.min, currency) }), of.max && t('console.max.line', { sum: sum(of.max, currency) })].filter(Boolean).join('; ');
}

/** Whom a tariff is for. */
const forWhom = (of: Tariff): string =>
  [of.owner_id && t('console.for.owner', { id: of.owner_id.slice(-8) }), of.channel && named('channel', of.channel), of.kyc_tier !== null && t('console.tier.of', { tier: of.kyc_tier })].filter(Boolean).join(' · ') || t('console.for.all');

export function Tariffs() {
  return (
    <Screen title={t('console.tariffs')} aside={may('admin', 'finance') && <ButtonLink kind="main" href="#/tariff/new">{t('console.tariff.add')}</ButtonLink>}>
      <Listing<Tariff>
        quiet
        caption={t('console.tariffs')}
        file="tariffs"
        empty={t('console.tariffs.none')}
        list={{ path: '/tariffs', cursor: 'after', about: ['tariff', 'proposal'], rows: (page: Shape<'Tariffs'>) => page.tariffs }}
        keyOf={(one) => one.tariff_id}
        columns={[
          { head: t('console.name'), show: (one) => <a href={`#/tariff/${part(one.tariff_id)}`}><bdi>{one.name}</bdi></a> },
          { head: t('console.currency'), text: (one) => one.currency },
          { head: t('console.for'), text: forWhom },
          { head: t('console.fee'), text: (one) => scheduleLine(one.fee, one.currency) },
          { head: t('console.commission'), text: (one) => scheduleLine(one.commission, one.currency) },
          { head: t('console.valid_from'), show: (one) => <When at={one.valid_from} /> },
          { head: t('console.valid_to'), show: (one) => <When at={one.valid_to} /> },
        ]}
      />
      <Quote />
    </Screen>
  );
}

/** What a withdrawal would cost, by the server's own reckoning. */
export function Quote() {
  return (
    <section class="stack-s narrow" aria-label={t('console.quote')}>
      <h2>{t('console.quote')}</h2>
      <QuoteForm />
    </section>
  );
}

const CHANNELS = ['app', 'sms', 'ussd', 'offline'] as const;

function QuoteForm() {
  return (
    <Form<Shape<'Quote'>>
      submit={t('console.quote.ask')}
      asks={[
        { name: 'wallet_id', label: t('console.wallet.id'), kind: 'code' },
        { name: 'pos_id', label: t('console.pos.id'), kind: 'code' },
        { name: 'amount', label: t('console.amount'), kind: 'decimal' },
        { name: 'currency', label: t('console.currency'), kind: 'code', maxLength: 3 },
        { name: 'channel', label: t('console.channel'), kind: 'choice', options: CHANNELS.map((value) => ({ value, text: t(`console.channel.${value}`) })) },
      ]}
      send={({ wallet_id, pos_id, amount, currency, channel }, intent) => post('/quotes', intent, { wallet_id: wallet_id?.trim(), pos_id: pos_id?.trim(), amount: { amount: amount?.trim(), currency: currency?.trim().toUpperCase() }, channel })}
      done={(quote) => (
        <Facts
          of={[
            [t('console.amount'), <MoneyOr of={quote.amount} />],
            [t('console.fee'), <MoneyOr of={quote.fee} />],
            [t('console.total'), <MoneyOr of={quote.total} />],
            [t('console.tariff'), quote.tariff_id ? <Id of={quote.tariff_id} to={['tariff', quote.tariff_id]} /> : t('console.none')],
          ]}
        />
      )}
    />
  );
}

/** A version of a tariff with its bands. */
export function TariffOf({ tariff_id }: { tariff_id: string }) {
  const read = useAnswer<Tariff>(`/tariffs/${part(tariff_id)}`);
  const of = read.value;
  return (
    <Screen title={of ? of.name : t('console.tariff')} back="#/tariffs" aside={of && may('admin', 'finance') && <ButtonLink href={`#/tariff/new?after=${part(tariff_id)}`}>{t('console.tariff.replace')}</ButtonLink>}>
      {read.trouble && <TroubleNotice trouble={read.trouble} onRetry={read.reread} />}
      {of && (
        <>
          <Facts
            of={[
              [t('console.id'), <Id of={of.tariff_id} whole />],
              [t('console.currency'), of.currency],
              [t('console.for'), forWhom(of)],
              [t('console.valid_from'), <When at={of.valid_from} />],
              [t('console.valid_to'), <When at={of.valid_to} />],
              [t('console.tax'), rate(of.tax_basis_points)],
              [t('console.made_by'), <bdi>{of.made_by}</bdi>],
              [t('console.made_at'), <When at={of.made_at} />],
            ]}
          />
          <div class="panels">
            <Bands caption={t('console.fee')} of={of.fee} currency={of.currency} />
            <Bands caption={t('console.commission')} of={of.commission} currency={of.currency} />
          </div>
        </>
      )}
    </Screen>
  );
}

function Bands({ caption, of, currency }: { caption: string; of: Schedule; currency: string }) {
  return (
    <div class="panel">
      <Table
        caption={caption}
        empty={t('console.bands.none')}
        rows={of.bands ?? []}
        keyOf={(band) => band.from}
        columns={[
          { head: t('console.band.from'), money: (band) => ({ amount: band.from, currency }) },
          { head: t('console.band.rate'), text: (band) => rate(band.basis_points ?? 0) },
          { head: t('console.band.step'), money: (band) => (band.step ? { amount: band.step, currency } : null) },
        ]}
      />
      <Facts of={[[t('console.flat'), sum(of.flat, currency)], [t('console.min'), sum(of.min, currency)], [t('console.max'), sum(of.max, currency)]]} />
    </div>
  );
}
