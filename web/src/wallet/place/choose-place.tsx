// Which place: by its sign's QR code, by the number on the sign, or from the list.

import { useEffect, useState } from 'preact/hooks';
import type { Place } from '../../api/wire-wallet';
import { Button } from '../../shared/button';
import { Field } from '../../shared/field';
import { Notice, TroubleNotice } from '../../shared/notice';
import { parsePlace } from '../../shared/qr/texts';
import { go } from '../../shared/route';
import { StatePill, type Tone } from '../../shared/state-pill';
import { useAsk } from '../../shared/asking';
import { load } from '../state/kept';
import { useLater } from '../state/use-later';
import { client } from '../state/wallet';
import { t } from '../words';

const CASH_TONE: Record<Place['cash'], Tone> = { yes: 'good', low: 'wait', unknown: 'quiet' };
const LOCATE_MS_MAX = 10_000;
const METRES_PER_KM = 1000;

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
      <Places purpose={purpose} flow={flow} />
    </>
  );
}

function Places({ purpose, flow }: Props) {
  const [near, setNear] = useState('');
  const [locating, setLocating] = useState(false);
  const [lost, setLost] = useState(false);
  const asked = useAsk(near, () => client.get<{ places: Place[] }>(`/wallet/places${near && `?near=${near}`}`));
  const locate = () => {
    setLocating(true);
    setLost(false);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLocating(false);
        setNear(`${coords.latitude.toFixed(4)},${coords.longitude.toFixed(4)}`);
      },
      () => {
        setLocating(false);
        setLost(true);
      },
      { timeout: LOCATE_MS_MAX, maximumAge: 60_000 },
    );
  };
  const places = asked.value?.places.filter((place) => place.purposes.includes(purpose));
  return (
    <section class="stack-s">
      <h2>{t('wallet.place.list')}</h2>
      <Button busy={locating} onPress={locate}>
        {t('wallet.place.near')}
      </Button>
      {lost && <Notice tone="wait" title={t('wallet.place.lost')} alert />}
      {asked.trouble && <TroubleNotice trouble={asked.trouble} onRetry={asked.ask} />}
      {!places && asked.busy && <p class="quiet">{t('shared.loading')}</p>}
      {places?.length === 0 && <p class="quiet">{t('wallet.place.none')}</p>}
      <ul class="list">
        {places?.map((place) => (
          <li key={place.pos_id}>
            <button type="button" class="list-link" onClick={() => go([flow, String(place.number)])}>
              <PlaceLines place={place} />
              <StatePill tone={CASH_TONE[place.cash]}>{t(`wallet.place.cash.${place.cash}`)}</StatePill>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PlaceLines({ place }: { place: Place }) {
  const lines = [place.address, place.hours].filter((line) => !!line);
  return (
    <span class="stack-s">
      <span>
        <bdi class="list-name">{place.name}</bdi> <bdi class="quiet">{place.number}</bdi>
      </span>
      {lines.map((line) => (
        <bdi key={line} class="quiet small">
          {line}
        </bdi>
      ))}
      {place.distance_m != null && (
        <span class="quiet small">
          {place.distance_m < METRES_PER_KM
            ? t('wallet.place.metres', { n: Math.round(place.distance_m) })
            : t('wallet.place.kilometres', { n: (place.distance_m / METRES_PER_KM).toFixed(1) })}
        </span>
      )}
    </span>
  );
}
