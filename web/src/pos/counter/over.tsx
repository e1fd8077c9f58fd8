// What became of it: the word is on its way, or all is said. Receipt, cash that comes back, the next customer.

import { useState } from 'preact/hooks';
import { AmountPad, complete } from '../../shared/amount-pad';
import { Button } from '../../shared/button';
import { formatMoney, isZero, Money, type Amount } from '../../shared/money';
import { Notice } from '../../shared/notice';
import { address, go } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { useApp } from '../app/state';
import { useLater } from '../app/use-later';
import { isOver, mayGiveBack, maySay, needsNobody, type Operation } from '../operation';
import { t } from '../words';
import { usePress } from './counter';
import { LineNotice } from './line';
import { Refusal } from './refusal';
import { typedSoFar } from './typed';
import { Verdict } from './verdict';

/** `listed`: looked up in the list, so the way leads back there. */
export function Over({ operation, listed = false }: { operation: Operation; listed?: boolean }) {
  const { desks } = useApp();
  const later = useLater();
  const [giving, give] = useState(false);
  const { busy, press } = usePress(operation);
  const { step } = operation;
  if (giving && mayGiveBack(operation)) return <GiveBack operation={operation} back={() => give(false)} />;
  const trouble = step.at === 'doubt' || step.at === 'done' || step.at === 'ended' ? step.trouble : undefined;
  const printable = isOver(operation) && operation.seen?.amount;
  return (
    <Screen title={titleOf(operation)} back={listed ? address(['today']) : undefined}>
      <Verdict operation={operation} amount={operation.seen?.amount ?? (step.at === 'ended' ? undefined : operation.choice?.amount)} />
      {trouble && <Refusal trouble={trouble} />}
      {step.at === 'ended' && !trouble && <p>{t(step.why === 'cancelled' ? 'pos.ended.cancelled' : 'pos.ended.over')}</p>}
      {(step.at === 'telling' || step.at === 'closing') && (
        <Notice tone="wait" title={t('pos.telling.title')}>
          <p>{t('pos.telling.text')}</p>
        </Notice>
      )}
      {(step.at === 'telling' || step.at === 'closing' || step.at === 'returning') && <LineNotice id={operation.id} />}
      {step.at === 'doubt' && (
        <>
          <p>{t('pos.doubt.text')}</p>
          <Button kind="main" wide busy={busy} onPress={() => void desks.show(operation.id).then(() => press({ press: 'ask_again' }))}>
            {t('shared.again')}
          </Button>
        </>
      )}
      <Figures operation={operation} />
      {maySay(operation) && (
        <div class="row">
          <Button busy={busy} onPress={() => press({ press: 'word', word: { kind: 'dispensed' } })}>
            {t('pos.word.dispensed')}
          </Button>
          <Button busy={busy} onPress={() => press({ press: 'word', word: { kind: 'not_dispensed' } })}>
            {t('pos.word.not_dispensed')}
          </Button>
        </div>
      )}
      {!listed && (needsNobody(operation) || step.at === 'doubt') && (
        <Button
          kind={step.at === 'doubt' ? 'plain' : 'main'}
          wide
          onPress={() => {
            void desks.show(undefined).then(() => go([], {}, true));
          }}
        >
          {t('pos.next')}
        </Button>
      )}
      {printable && later && <later.Receipt operation={operation} onPrinted={(print) => press({ press: 'printed', print })} />}
      {mayGiveBack(operation) && (
        <Button wide onPress={() => give(true)}>
          {t('pos.back.title')}
        </Button>
      )}
    </Screen>
  );
}

function titleOf({ step, purpose }: Operation): string {
  switch (step.at) {
    case 'doubt':
      return t('pos.doubt.title');
    case 'returning':
      return t('pos.back.sending');
    case 'ended':
      return t('pos.ended.title');
    default:
      return t(purpose === 'deposit' ? 'pos.over.deposit' : 'pos.over.withdraw');
  }
}

/** The server's figures, where they say more than the amount. */
function Figures({ operation }: { operation: Operation }) {
  const { seen, session, transaction_id } = operation;
  const lines: [string, Amount | null | undefined][] = [
    [t('pos.figure.paid'), operation.purpose === 'deposit' ? undefined : seen?.paid],
    [t('pos.figure.returned'), seen?.returned],
    [t('pos.figure.held'), seen?.held],
    [t('pos.figure.fee'), seen?.fee],
  ];
  return (
    <dl class="stack-s">
      {lines
        .filter(([, of]) => of && !isZero(of.amount))
        .map(([name, of]) => (
          <div key={name} class="row-ends">
            <dt class="quiet">{name}</dt>
            <dd>
              <Money of={of!} />
            </dd>
          </div>
        ))}
      {session && (
        <div class="row-ends small">
          <dt class="quiet">{t('pos.figure.reference')}</dt>
          <dd class="digits" dir="ltr">
            {transaction_id ?? seen?.transaction_id ?? session.operation_id}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Cash that the customer brought back, in whole or in part. */
function GiveBack({ operation, back }: { operation: Operation; back: () => void }) {
  const { place } = useApp();
  const { busy, press } = usePress(operation);
  const [typed, type] = useState('');
  const [wrong, setWrong] = useState<string>();
  const paid = operation.seen?.paid ?? operation.choice!.amount;
  const decimals = place.bound!.self.currencies.find((one) => one.currency === paid.currency)?.decimals ?? 2;
  const send = (amount: string | undefined) => {
    if (amount === undefined) return setWrong(t('pos.choosing.nothing'));
    press({ press: 'give_back', amount: { amount, currency: paid.currency } });
  };
  return (
    <Screen title={t('pos.back.title')}>
      <p class="big">{t('pos.back.text')}</p>
      <Button kind="main" wide busy={busy} onPress={() => send(paid.amount)}>
        {t('pos.back.all', { amount: formatMoney(paid) })}
      </Button>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          send(complete(typed, decimals));
        }}
      >
        <AmountPad value={typed} onValue={type} currency={paid.currency} decimals={decimals} label={t('pos.back.part')} wrong={wrong} />
        <Button type="submit" wide busy={busy}>
          {t('pos.back.do', { amount: formatMoney({ amount: typedSoFar(typed, decimals), currency: paid.currency }) })}
        </Button>
      </form>
      <Button wide kind="quiet" onPress={back}>
        {t('shared.back')}
      </Button>
    </Screen>
  );
}
