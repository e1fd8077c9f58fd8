// The shift: opened with a count, cash moved from and to the vault, closed with a blind count. Only after the closing
// count is in does the server tell what should have been there.

import './shift.css';
import { useEffect, useState } from 'preact/hooks';
import type { Answer, Trouble } from '../../api';
import type { Till, TillClosed } from '../../api/wire-pos';
import { Button, ButtonLink } from '../../shared/button';
import { isZero, Money } from '../../shared/money';
import { Notice } from '../../shared/notice';
import { address } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { toast } from '../../shared/toast';
import { useApp } from '../app/state';
import { Refusal } from '../counter';
import { t } from '../words';
import { Counting } from './counting';
import type { Pins, Wanted } from './drawer';
import { PinForm } from './pin';

type Doing = 'none' | Wanted['kind'];

export function Shift() {
  const { place, drawer, room, changed } = useApp();
  const [tills, setTills] = useState<Answer<Till[]>>();
  const [doing, setDoing] = useState<Doing>('none');
  const [closed, setClosed] = useState<TillClosed>();
  // Tills and those who may answer for them, as the server has them now.
  useEffect(() => void drawer.tills().then((answer) => (setTills(answer), changed())), [drawer, doing]);
  useEffect(() => void place.refresh().then(changed), [place, doing]);

  if (closed) return <Result closed={closed} onDone={() => setClosed(undefined)} />;
  if (drawer.wanted) {
    return (
      <Pending
        wanted={drawer.wanted}
        onDone={(value) => {
          if (value && 'lines' in value) setClosed(value);
          else toast(t('pos.shift.done'));
          setDoing('none');
          changed();
        }}
        onDropped={changed}
      />
    );
  }
  if (doing !== 'none') return <Counting kind={doing} tills={tills?.ok ? tills.value : []} onBack={() => setDoing('none')} onCounted={changed} />;
  return (
    <Screen title={t('pos.shift.title')} back={address([])}>
      {tills && !tills.ok && <Refusal trouble={tills.trouble} />}
      <Notice tone={drawer.held ? 'good' : 'plain'} title={t(drawer.held ? 'pos.shift.opened' : 'pos.shift.closed')}>
        <p>
          {drawer.held ? (
            <>
              <bdi>{nameOfTill(tills, drawer.held.till_id)}</bdi> · <bdi>{drawer.nameOf(drawer.held.cashier_id)}</bdi>
            </>
          ) : (
            t('pos.shift.closed_text')
          )}
        </p>
      </Notice>
      {drawer.held ? (
        <>
          <Button wide onPress={() => setDoing('from_vault')}>
            {t('pos.shift.from_vault')}
          </Button>
          <Button wide onPress={() => setDoing('to_vault')}>
            {t('pos.shift.to_vault')}
          </Button>
          {otherTills(drawer.held.till_id, tills).length > 0 && (
            <Button wide onPress={() => setDoing('to_till')}>
              {t('pos.shift.to_till')}
            </Button>
          )}
          <Button wide onPress={() => setDoing('hand_over')}>
            {t('pos.shift.hand_over')}
          </Button>
          <Button wide kind="main" onPress={() => setDoing('close')}>
            {t('pos.shift.close')}
          </Button>
        </>
      ) : (
        <>
          <Button wide kind="main" disabled={!tills?.ok} onPress={() => setDoing('open')}>
            {t('pos.shift.open')}
          </Button>
          {!room && (
            <ButtonLink wide href={address(['training'])}>
              {t('pos.training.title')}
            </ButtonLink>
          )}
        </>
      )}
    </Screen>
  );
}

/** The tills that are open in other hands. */
const otherTills = (own: string, tills: Answer<Till[]> | undefined): Till[] => (tills?.ok ? tills.value.filter((till) => till.till_id !== own && till.till_session_id !== null) : []);

const nameOfTill = (tills: Answer<Till[]> | undefined, till_id: string): string => (tills?.ok ? (tills.value.find((till) => till.till_id === till_id)?.name ?? '') : '');

/** The count is kept; the PIN signs it. After a reload the same request goes out, so nothing is done twice. */
function Pending({ wanted, onDone, onDropped }: { wanted: Wanted; onDone: (value: TillClosed | undefined) => void; onDropped: () => void }) {
  const { drawer } = useApp();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  // What was refused did not happen; what got no answer may have, and is only to be repeated.
  const unsure = drawer.wanted?.unsure === true;
  const send = async (pins: Pins) => {
    setBusy(true);
    setTrouble(undefined);
    const answer = await drawer.send(pins);
    setBusy(false);
    if (answer.ok) return onDone(answer.value);
    setTrouble(answer.trouble);
  };
  return (
    <Screen title={t(`pos.shift.${wanted.kind}`)}>
      {trouble && <Refusal trouble={trouble} />}
      {unsure && !busy && <p>{t('pos.shift.repeat')}</p>}
      <p>{t(wanted.to ? 'pos.shift.sign_both' : 'pos.shift.sign')}</p>
      <PinForm busy={busy} names={wanted.to && { own: drawer.nameOf(wanted.cashier_id), taker: drawer.nameOf(wanted.to.cashier_id) }} onPins={(pins) => void send(pins)} />
      {!unsure && !busy && (
        <Button wide kind="quiet" onPress={() => void drawer.drop().then(onDropped)}>
          {t('pos.shift.count_again')}
        </Button>
      )}
    </Screen>
  );
}

function Result({ closed, onDone }: { closed: TillClosed; onDone: () => void }) {
  const right = closed.lines.every((line) => isZero(line.variance.amount));
  return (
    <Screen title={t(closed.handed_to === null ? 'pos.shift.result' : 'pos.shift.handed')}>
      <Notice tone={right ? 'good' : 'wait'} title={t(right ? 'pos.shift.right' : 'pos.shift.differs')}>
        {!right && <p>{t('pos.shift.differs_text')}</p>}
      </Notice>
      <table class="result">
        <caption class="unseen">{t('pos.shift.result_caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('pos.shift.counted')}</th>
            <th scope="col">{t('pos.shift.expected')}</th>
            <th scope="col">{t('pos.shift.variance')}</th>
          </tr>
        </thead>
        <tbody>
          {closed.lines.map((line) => (
            <tr key={line.counted.currency}>
              <td>
                <Money of={line.counted} />
              </td>
              <td>
                <Money of={line.expected} />
              </td>
              <td>
                <Money of={line.variance} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button wide kind="main" onPress={onDone}>
        {t('pos.next_shift')}
      </Button>
    </Screen>
  );
}
