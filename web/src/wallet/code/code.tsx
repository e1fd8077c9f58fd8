// The code, and then what the place makes of it, as the server tells it live.

import './code.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useDoing } from '../../shared/asking';
import { Button, ButtonLink } from '../../shared/button';
import { useNow } from '../../shared/clock';
import { Money } from '../../shared/money';
import { Notice, TroubleNotice, type NoticeTone } from '../../shared/notice';
import { codeText } from '../../shared/qr/texts';
import { Ring, secondsLeft } from '../../shared/ring';
import { address, go } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { Dispute } from '../receipt/dispute';
import { Old } from '../state/old';
import { useStore } from '../state/store';
import { useLater } from '../state/use-later';
import { arm, leave, store } from '../state/wallet';
import { t, tx } from '../words';
import { Digits } from './digits';
import { isOver, type Visit } from './visit';

/** With less than this left a code may die on the way to the counter: the next one is offered. */
const NEXT_UNDER_MS = 8_000;

export function Code() {
  const { visit } = useStore(store);
  useEffect(() => {
    if (!visit) go([], {}, true);
  }, [visit]);
  if (!visit) return null;
  return visit.stage === 'code' ? <Shown visit={visit} /> : <Live visit={visit} />;
}

function Shown({ visit }: { visit: Visit }) {
  const now = useNow();
  const later = useLater();
  const from_ms = Date.parse(visit.armed.valid_from);
  const until_ms = Date.parse(visit.armed.expires_at);
  const [wanted, setWanted] = useState(false);
  const next = useDoing((intent) =>
    arm({ purpose: visit.purpose, place: visit.place, account: visit, amount: visit.amount?.amount }, intent),
  );
  const left_ms = until_ms - now;
  const early = from_ms > now;
  const over = left_ms <= 0;
  const asked = useRef('');
  useEffect(() => {
    if (!wanted || !over || asked.current === visit.armed.code) return;
    asked.current = visit.armed.code;
    setWanted(false);
    next.act();
  }, [wanted, over, visit.armed.code]);

  return (
    <Screen title={t('wallet.code.title')} quietTitle>
      <Old />
      <div class="code-head">
        <div class="stack-s">
          <p>{t(visit.purpose === 'withdraw' ? 'wallet.code.say' : 'wallet.code.say_deposit')}</p>
          <bdi class="list-name">{visit.place.name}</bdi>
          {visit.amount && <Money of={visit.amount} size="large" />}
        </div>
        {!over && <Ring left_ms={early ? until_ms - from_ms : left_ms} whole_ms={until_ms - from_ms} low_ms={NEXT_UNDER_MS} />}
      </div>
      <Digits of={visit.armed.code} dim={over || early} />
      {early && <p class="code-note">{t('wallet.code.early', { n: secondsLeft(from_ms - now) })}</p>}
      {over && (
        <Notice tone="wait" title={t('wallet.code.over')} alert>
          <p>{t('shared.money.still')}</p>
        </Notice>
      )}
      {next.trouble && <TroubleNotice trouble={next.trouble} />}
      {over || wanted || next.busy ? (
        <Button kind="main" wide busy={next.busy || wanted} onPress={next.act}>
          {wanted && !over ? t('wallet.code.next_in', { n: secondsLeft(left_ms) }) : t('wallet.code.new')}
        </Button>
      ) : (
        left_ms < NEXT_UNDER_MS && (
          <Button kind="main" wide onPress={() => setWanted(true)}>
            {t('wallet.code.next_in', { n: secondsLeft(left_ms) })}
          </Button>
        )
      )}
      {!over && later && (
        <div class="code-qr">
          <later.Qr text={codeText(visit.armed)} label={t('wallet.code.qr')} />
        </div>
      )}
      {visit.armed.fee && visit.armed.total && (
        <p class="quiet">{tx('wallet.code.cost', { fee: <Money of={visit.armed.fee} />, total: <Money of={visit.armed.total} /> })}</p>
      )}
      <Button
        wide
        onPress={() => {
          leave();
          go([], {}, true);
        }}
      >
        {t('wallet.code.leave')}
      </Button>
    </Screen>
  );
}

/** The same word stands on the cashier's screen: whoever sees another one is not at this counter. */
function CheckWord({ visit }: { visit: Visit }) {
  if (!visit.check_word) return null;
  return (
    <div class="code-word">
      <p class="quiet">{t('wallet.code.word')}</p>
      <p class="code-word-word">
        <bdi lang="en">{visit.check_word}</bdi>
      </p>
      <p class="quiet small">{t('wallet.code.word_why')}</p>
    </div>
  );
}

interface Told {
  tone: NoticeTone;
  title: string;
  text: string | undefined;
}

function told(visit: Visit): Told {
  const deposit = visit.purpose === 'deposit';
  switch (visit.stage) {
    case 'code':
    case 'opened':
      return { tone: 'plain', title: t('wallet.live.opened'), text: t(deposit ? 'wallet.live.opened_deposit' : 'wallet.live.opened_text') };
    case 'set_aside':
      return { tone: 'wait', title: t('wallet.live.set_aside'), text: t('wallet.live.set_aside_text') };
    case 'unconfirmed':
      return { tone: 'wait', title: t('wallet.live.unconfirmed'), text: t('wallet.live.unconfirmed_text') };
    case 'done':
      return { tone: 'good', title: t('wallet.live.done'), text: t(deposit ? 'wallet.live.done_deposit' : 'wallet.live.done_text') };
    case 'part':
      return { tone: 'good', title: t('wallet.live.part'), text: undefined };
    case 'returned':
      return { tone: 'plain', title: t('wallet.live.returned'), text: t('wallet.live.returned_text') };
  }
}

function Live({ visit }: { visit: Visit }) {
  const { snapshot } = useStore(store);
  const { tone, title, text } = told(visit);
  const account = snapshot?.wallet.accounts.find((one) => one.account_id === visit.account_id);
  const withdrawal = visit.withdrawal;
  return (
    <Screen title={t('wallet.code.title')} quietTitle>
      <Old />
      <p>
        <bdi class="list-name">{visit.place.name}</bdi>
      </p>
      {visit.amount && visit.stage !== 'part' && <Money of={visit.amount} size="huge" />}
      <Notice tone={tone} title={title} alert>
        {text && <p>{text}</p>}
        {visit.stage === 'part' && withdrawal && (
          <p>{tx('wallet.live.part_text', { paid: <Money of={withdrawal.paid} />, returned: <Money of={withdrawal.returned} /> })}</p>
        )}
      </Notice>
      {!isOver(visit) && <CheckWord visit={visit} />}
      {isOver(visit) && account && <p>{tx('wallet.you_have', { amount: <Money of={account.available} /> })}</p>}
      {withdrawal && <ButtonLink wide href={address(['withdrawals', withdrawal.transaction_id])}>{t('wallet.receipt.title')}</ButtonLink>}
      {withdrawal && <Dispute withdrawal={withdrawal} />}
      <Button
        kind={isOver(visit) ? 'main' : 'plain'}
        wide
        onPress={() => {
          leave();
          go([], {}, true);
        }}
      >
        {t(isOver(visit) ? 'wallet.live.finish' : 'wallet.live.leave')}
      </Button>
    </Screen>
  );
}
