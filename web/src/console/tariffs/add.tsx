import { useRef, useState } from 'preact/hooks';
import { codeOf, Intent, type Shape, type Trouble } from '../../api';
import { Button } from '../../shared/button';
import { Area, Choice, Field } from '../../shared/field';
import { TroubleNotice } from '../../shared/notice';
import { go } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { toast } from '../../shared/toast';
import { part, post, useAnswer } from '../desk';
import { named } from '../pieces';
import { t } from '../words';
import { TariffChange } from './change';

type Tariff = Shape<'Tariff'>;
type Schedule = Shape<'TariffSchedule'>;

const BANDS_MAX = 16;

interface Band {
  from: string;
  rate: string;
  step: string;
}
interface TypedSchedule {
  flat: string;
  min: string;
  max: string;
  bands: Band[];
}
interface Typed {
  name: string;
  currency: string;
  owner_id: string;
  channel: string;
  kyc_tier: string;
  valid_from: string;
  valid_to: string;
  tax: string;
  fee: TypedSchedule;
  commission: TypedSchedule;
}

const typedSchedule = (of: Schedule | undefined): TypedSchedule => ({
  flat: of?.flat ?? '',
  min: of?.min ?? '',
  max: of?.max ?? '',
  bands: (of?.bands ?? []).map((band) => ({ from: band.from, rate: String(band.basis_points ?? 0), step: band.step ?? '' })),
});

const typed = (of: Tariff | undefined): Typed => ({
  name: of?.name ?? '',
  currency: of?.currency ?? '',
  owner_id: of?.owner_id ?? '',
  channel: of?.channel ?? '',
  kyc_tier: of?.kyc_tier === null || of?.kyc_tier === undefined ? '' : String(of.kyc_tier),
  valid_from: '',
  valid_to: '',
  tax: String(of?.tax_basis_points ?? 0),
  fee: typedSchedule(of?.fee),
  commission: typedSchedule(of?.commission),
});

const given = (name: string, text: string): Record<string, string> => (text.trim() ? { [name]: text.trim() } : {});

const schedule = (of: TypedSchedule): Schedule => ({
  ...given('flat', of.flat),
  ...given('min', of.min),
  ...given('max', of.max),
  bands: of.bands.map((band) => ({ from: band.from.trim(), basis_points: Number(band.rate || 0), ...given('step', band.step) })),
});

/** An hour as typed in this desk's own time. */
const atHour = (name: string, text: string): Record<string, string> => {
  const at = new Date(text);
  return text && !Number.isNaN(at.getTime()) ? { [name]: at.toISOString() } : {};
};

const body = (of: Typed): Shape<'AddTariff'> =>
  ({
    name: of.name,
    currency: of.currency.trim().toUpperCase(),
    ...given('owner_id', of.owner_id),
    ...given('channel', of.channel),
    ...(of.kyc_tier.trim() && { kyc_tier: Number(of.kyc_tier) }),
    ...atHour('valid_from', of.valid_from),
    ...atHour('valid_to', of.valid_to),
    tax_basis_points: Number(of.tax || 0),
    fee: schedule(of.fee),
    commission: schedule(of.commission),
  }) as Shape<'AddTariff'>;

/** A new version, beside the one whose place it takes. */
export function AddTariff({ after }: { after: string | null }) {
  const read = useAnswer<Tariff>(after ? `/tariffs/${part(after)}` : undefined);
  return (
    <Screen title={t('console.tariff.add')} back={after ? `#/tariff/${part(after)}` : '#/tariffs'}>
      {read.trouble && <TroubleNotice trouble={read.trouble} onRetry={read.reread} />}
      {(!after || read.value) && <Add before={read.value} />}
    </Screen>
  );
}

function Add({ before }: { before: Tariff | undefined }) {
  const [of, set] = useState(() => typed(before));
  const [look, setLook] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  /** One person alone may not add it: it is proposed to another one. */
  const [byTwo, setByTwo] = useState(false);
  const [why, setWhy] = useState('');
  const intent = useRef(new Intent());
  const proposal = useRef(new Intent());
  const change = (some: Partial<Typed>) => {
    set({ ...of, ...some });
    setTrouble(undefined);
    setByTwo(false);
    proposal.current = new Intent();
    intent.current = new Intent();
  };
  const submit = async () => {
    if (!look) return setLook(true);
    setBusy(true);
    const answer = await post<Tariff>('/tariffs', intent.current, body(of));
    setBusy(false);
    if (!answer.ok) {
      setByTwo(codeOf(answer.trouble) === 'needs_two_people');
      return setTrouble(answer.trouble);
    }
    toast(t('console.saved'));
    go(['tariff', answer.value.tariff_id], {}, true);
  };
  const propose = async () => {
    setBusy(true);
    const answer = await post<Shape<'Proposal'>>('/proposals', proposal.current, { kind: 'add_tariff', tariff: body(of), why });
    setBusy(false);
    if (!answer.ok) return setTrouble(answer.trouble);
    toast(t('console.proposed'));
    go(['proposal', answer.value.proposal_id], {}, true);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void (byTwo ? propose() : submit());
      }}
    >
      {look ? <TariffChange before={before} after={body(of)} /> : <Fields of={of} change={change} />}
      {trouble && <TroubleNotice trouble={trouble} />}
      {byTwo && (
        <Area
          name="why"
          label={t('console.why')}
          value={why}
          maxLength={512}
          onValue={(value) => {
            setWhy(value);
            proposal.current = new Intent();
          }}
        />
      )}
      <div class="row">
        {look && (
          <Button disabled={busy} onPress={() => setLook(false)}>
            {t('shared.back')}
          </Button>
        )}
        <Button type="submit" kind="main" busy={busy}>
          {t(byTwo ? 'console.propose.wider' : look ? 'console.tariff.add' : 'console.review')}
        </Button>
      </div>
    </form>
  );
}

function Fields({ of, change }: { of: Typed; change: (some: Partial<Typed>) => void }) {
  return (
    <>
      <div class="tariff-fields">
        <Field name="name" label={t('console.name')} value={of.name} onValue={(name) => change({ name })} required maxLength={128} />
        <Field name="currency" label={t('console.currency')} value={of.currency} onValue={(currency) => change({ currency })} required maxLength={3} leftToRight />
        <Field name="owner_id" label={t('console.owner.id')} hint={t('console.empty.all')} value={of.owner_id} onValue={(owner_id) => change({ owner_id })} leftToRight />
        <Choice
          name="channel"
          label={t('console.channel')}
          value={of.channel}
          onValue={(channel) => change({ channel })}
          options={[{ value: '', text: t('console.all') }, ...['app', 'sms', 'ussd', 'offline'].map((value) => ({ value, text: named('channel', value) }))]}
        />
        <Field name="kyc_tier" label={t('console.kyc_tier')} hint={t('console.empty.all')} inputMode="numeric" value={of.kyc_tier} onValue={(kyc_tier) => change({ kyc_tier })} leftToRight />
        <Field name="tax" label={t('console.tax.points')} inputMode="numeric" value={of.tax} onValue={(tax) => change({ tax })} leftToRight />
        <Field name="valid_from" label={t('console.valid_from')} hint={t('console.when.hint')} value={of.valid_from} onValue={(valid_from) => change({ valid_from })} leftToRight />
        <Field name="valid_to" label={t('console.valid_to')} hint={t('console.when.hint')} value={of.valid_to} onValue={(valid_to) => change({ valid_to })} leftToRight />
      </div>
      <ScheduleFields legend={t('console.fee')} of={of.fee} change={(fee) => change({ fee })} />
      <ScheduleFields legend={t('console.commission')} of={of.commission} change={(commission) => change({ commission })} />
    </>
  );
}

function ScheduleFields({ legend, of, change }: { legend: string; of: TypedSchedule; change: (of: TypedSchedule) => void }) {
  const band = (at: number, some: Partial<Band>) => change({ ...of, bands: of.bands.map((one, place) => (place === at ? { ...one, ...some } : one)) });
  return (
    <fieldset class="panel">
      <legend>{legend}</legend>
      <div class="tariff-fields">
        <Field name={`${legend}-flat`} label={t('console.flat')} inputMode="decimal" value={of.flat} onValue={(flat) => change({ ...of, flat })} leftToRight />
        <Field name={`${legend}-min`} label={t('console.min')} inputMode="decimal" value={of.min} onValue={(min) => change({ ...of, min })} leftToRight />
        <Field name={`${legend}-max`} label={t('console.max')} inputMode="decimal" value={of.max} onValue={(max) => change({ ...of, max })} leftToRight />
      </div>
      {of.bands.map((one, at) => (
        <div class="tariff-band" role="group" aria-label={t('console.band.of', { number: at + 1 })} key={at}>
          <Field name={`${legend}-from-${at}`} label={t('console.band.from')} inputMode="decimal" value={one.from} onValue={(from) => band(at, { from })} required leftToRight />
          <Field name={`${legend}-rate-${at}`} label={t('console.band.points')} inputMode="numeric" value={one.rate} onValue={(points) => band(at, { rate: points })} leftToRight />
          <Field name={`${legend}-step-${at}`} label={t('console.band.step')} inputMode="decimal" value={one.step} onValue={(step) => band(at, { step })} leftToRight />
          <Button kind="quiet" onPress={() => change({ ...of, bands: of.bands.filter((_, place) => place !== at) })}>
            {t('console.band.remove')}
          </Button>
        </div>
      ))}
      {of.bands.length < BANDS_MAX && (
        <div>
          <Button onPress={() => change({ ...of, bands: [...of.bands, { from: of.bands.length === 0 ? '0' : '', rate: '0', step: '' }] })}>{t('console.band.add')}</Button>
        </div>
      )}
    </fieldset>
  );
}
