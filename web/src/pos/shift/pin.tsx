import { useState } from 'preact/hooks';
import { Button } from '../../shared/button';
import { Field } from '../../shared/field';
import { t } from '../words';

const PIN = /^\d{4,12}$/;

/** The PIN is in the field until it is sent, and nowhere afterwards. */
export function PinForm({ busy, onPin }: { busy: boolean; onPin: (pin: string) => void }) {
  const [pin, setPin] = useState('');
  const [wrong, setWrong] = useState<string>();
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!PIN.test(pin)) return setWrong(t('pos.pin.wrong'));
        setWrong(undefined);
        onPin(pin);
        setPin('');
      }}
    >
      <Field label={t('pos.pin')} name="pin" type="password" inputMode="numeric" value={pin} onValue={setPin} wrong={wrong} maxLength={12} large leftToRight />
      <Button type="submit" kind="main" wide busy={busy}>
        {t('pos.pin.do')}
      </Button>
    </form>
  );
}
