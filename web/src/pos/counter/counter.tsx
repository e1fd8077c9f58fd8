// The operation at the counter, one screen for each state.

import { useState } from 'preact/hooks';
import { Button } from '../../shared/button';
import { Screen } from '../../shared/screen';
import { useApp } from '../app/state';
import { mayCancel, type Operation, type Press } from '../operation';
import { t } from '../words';
import { Choosing } from './choosing';
import { Counting } from './counting';
import { LineNotice } from './line';
import { Over } from './over';
import { Announced, Verdict } from './verdict';

/** One press at a time: off until it is kept. */
export function usePress(operation: Operation): { busy: boolean; press: (press: Press) => void } {
  const { desks } = useApp();
  const [busy, setBusy] = useState(false);
  const press = (what: Press) => {
    if (busy) return;
    setBusy(true);
    void desks.press(operation.id, what).finally(() => setBusy(false));
  };
  return { busy, press };
}

export function Counter({ operation }: { operation: Operation }) {
  return (
    <>
      <Step operation={operation} />
      <Announced operation={operation} />
    </>
  );
}

function Step({ operation }: { operation: Operation }) {
  switch (operation.step.at) {
    case 'opening':
    case 'reading':
      return <Waiting key="open" operation={operation} title={t('pos.opening.title')} />;
    case 'choosing':
      return <Choosing key={operation.choices} operation={operation} />;
    case 'moving':
    case 'checking':
      return <Waiting key="move" operation={operation} title={t(operation.purpose === 'deposit' ? 'pos.moving.deposit' : 'pos.moving.withdraw')} />;
    case 'counting':
      return <Counting operation={operation} />;
    case 'telling':
    case 'closing':
    case 'returning':
    case 'done':
    case 'ended':
    case 'doubt':
      return <Over operation={operation} />;
  }
}

function Waiting({ operation, title }: { operation: Operation; title: string }) {
  const { busy, press } = usePress(operation);
  return (
    <Screen title={title}>
      <Verdict operation={operation} amount={operation.choice?.amount} />
      <LineNotice id={operation.id} />
      {mayCancel(operation) && (
        <Button wide busy={busy} onPress={() => press({ press: 'cancel' })}>
          {t(operation.choices > 0 ? 'pos.cancel_money' : 'shared.cancel')}
        </Button>
      )}
    </Screen>
  );
}
