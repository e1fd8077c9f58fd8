// Which place: by its sign's QR code, by the number on the sign, or from the list.

import { useEffect, useState } from 'preact/hooks';
import type { Place, Places } from '../../api/wire-wallet';
import { Button } from '../../shared/button';
import { Field } from '../../shared/field';
import { TroubleNotice } from '../../shared/notice';
import { parsePlace } from '../../shared/qr/texts';
import { go } from '../../shared/route';
import { StatePill, type Tone } from '../../shared/state-pill';
import { useAsk } from '../../shared/asking';
import { load } from '../state/kept';
import { useLater } from '../state/use-later';
import { client } from '../state/wallet';
import { locale } from '../../shared/words';
import { t } from '../words';

const CASH_TONE: Record<Exclude<Place['cash'], 'unknown'>, Tone> = { yes: 'good', low: 'wait' };

interface Props {
  purpose: 'withdraw' | 'deposit';
  /** The route's first word. */
  flow: string;
}

export function ChoosePlace({ purpose, flow }: Props) {
  const [scanning, setScanning] = useState(false);
  const [number, setNumber] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [last, setLast] = useState<Place>();
  const later = useLater();
  useEffect(() => void load('last_place').then(setLast), []);

  const take = (text: string) => {
    const found = parsePlace(text);
    if (found) go([flow, found]);
    else setWrong(t('wallet.place.no_number'));
  };
  return (
    <>
      {last?.purposes.includes(purpose) && (
        <Button wide onPress={() => take(String(last.number))}>
          <span>
            {t('wallet.place.last')} <bdi>{last.name}</bdi>
          </span>
        </Button>
      )}
      {scanning && later ? (
        <later.Scan label={t('wallet.place.scan_label')} onText={take} />
      ) : (
        <Button kind="main" wide onPress={() => setScanning(true)}>
          {t('wallet.place.scan')}
        </Button>
      )}
      <form
        class="stack-s"
        onSubmit={(event) => {
          event.preventDefault();
          take(number);
        }}
      >
        <Field
          label={t('wallet.place.number')}
          hint={t('wallet.place.number_hint')}
          name="place"
          inputMode="numeric"
          value={number}
          maxLength={9}
          large
          leftToRight
          wrong={wrong}
          onValue={(value) => {
            setNumber(value);
            setWrong(undefined);
          }}
        />
        <Button type="submit" wide disabled={number.trim() === ''}>
          {t('wallet.next')}
        </Button>
      </form>
      <List purpose={purpose} flow={flow} />
    </>
  );
}

function List({ purpose, flow }: Props) {
  const [near, setNear] = useState<string>();
  return (
    <section class="stack-s">
      <h2>{t(near === undefined ? 'wallet.place.list' : 'wallet.place.near_list')}</h2>
      {near === undefined ? (
        <>
          <Near onNear={setNear} />
          <All purpose={purpose} flow={flow} />
        </>
      ) : (
        <Nearest near={near} purpose={purpose} flow={flow} />
      )}
    </section>
  );
}

const ASK_MS_MAX = 15_000;
/** About a hundred metres: nearer than that the server need not know. */
const DECIMALS = 3;

/** Where the phone is, asked for by a tap alone and sent once. */
function Near({ onNear }: { onNear: (near: string) => void }) {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(false);
  if (!('geolocation' in navigator)) return null;
  const ask = () => {
    setBusy(true);
    setWrong(false);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => onNear(`${coords.latitude.toFixed(DECIMALS)},${coords.longitude.toFixed(DECIMALS)}`),
      () => {
        setBusy(false);
        setWrong(true);
      },
      { timeout: ASK_MS_MAX },
    );
  };
  return (
    <>
      <Button wide busy={busy} onPress={ask}>
        {t('wallet.place.near')}
      </Button>
      {wrong && (
        <p class="quiet" role="alert">
          {t('wallet.place.near_not')}
        </p>
      )}
    </>
  );
}

function Nearest({ near, purpose, flow }: Props & { near: string }) {
  const asked = useAsk(near, () => client.get<Places>(`/wallet/places?near=${encodeURIComponent(near)}`));
  const places = asked.value?.places.filter((place) => place.purposes.includes(purpose)) ?? [];
  return (
    <>
      {asked.trouble && <TroubleNotice trouble={asked.trouble} onRetry={asked.ask} />}
      {asked.busy && <p class="quiet">{t('shared.loading')}</p>}
      {asked.value && places.length === 0 && <p class="quiet">{t('wallet.place.none')}</p>}
      <Found places={places} flow={flow} />
    </>
  );
}

function All({ purpose, flow }: Props) {
  const [shown, setShown] = useState<Place[]>([]);
  const [past, setPast] = useState<number>();
  const asked = useAsk(`${past}`, () => client.get<Places>(`/wallet/places${past === undefined ? '' : `?past=${past}`}`));
  useEffect(() => {
    const page = asked.value;
    if (page) setShown((before) => [...before, ...page.places.filter((one) => !before.some((known) => known.pos_id === one.pos_id))]);
  }, [asked.value]);
  const places = shown.filter((place) => place.purposes.includes(purpose));
  const next = asked.value?.next;
  return (
    <>
      {asked.trouble && <TroubleNotice trouble={asked.trouble} onRetry={asked.ask} />}
      {asked.value && next == null && places.length === 0 && <p class="quiet">{t('wallet.place.none')}</p>}
      <Found places={places} flow={flow} />
      {asked.busy && <p class="quiet">{t('shared.loading')}</p>}
      {next != null && (
        <Button wide onPress={() => setPast(next)}>
          {t('wallet.history.more')}
        </Button>
      )}
    </>
  );
}

const METRES_IN_KM = 1_000;

/** `350 m`, `2.4 km`. */
function distance(metres: number): string {
  const [value, unit] = metres < METRES_IN_KM ? [metres, 'meter'] : [metres / METRES_IN_KM, 'kilometer'];
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, maximumFractionDigits: unit === 'meter' ? 0 : 1 }).format(value);
}

function Found({ places, flow }: { places: readonly Place[]; flow: string }) {
  return (
    <ul class="list">
      {places.map((place) => (
        <li key={place.pos_id}>
          <button type="button" class="list-link" onClick={() => go([flow, String(place.number)])}>
            <span class="stack-s">
              <span>
                <bdi class="list-name">{place.name}</bdi> <bdi class="quiet">{place.number}</bdi>
              </span>
              <bdi class="quiet small">{[place.owner_name, place.town].filter(Boolean).join(' · ')}</bdi>
              {place.hours && <bdi class="quiet small">{place.hours}</bdi>}
            </span>
            <span class="row">
              {place.distance_m != null && <bdi>{distance(place.distance_m)}</bdi>}
              {place.cash !== 'unknown' && <StatePill tone={CASH_TONE[place.cash]}>{t(`wallet.place.cash.${place.cash}`)}</StatePill>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
