import { useState } from 'preact/hooks';
import { Button } from '../../shared/button';
import { Field } from '../../shared/field';
import { t } from '../words';
import type { Pins } from './drawer';

const PIN = /^\d{4,12}$/;
const NONE: Pins = { own: '', taker: '' };

interface Props {
  busy: boolean;
  /** The names of those who sign, where there are two. */
  names?: Readonly<Pins> | undefined;
  onPins: (pins: Pins) => void;
}

/** A PIN is in its field until it is sent, and nowhere afterwards. */
export function PinForm({ busy, names, onPins }: Props) {
  const [pins, setPins] = useState(NONE);
  const [wrong, setWrong] = useState<Partial<Pins>>({});
  const asked = names ? (['own', 'taker'] as const) : (['own'] as const);
  const submit = () => {
    const bad = asked.filter((who) => !PIN.test(pins[who]));
    setWrong(Object.fromEntries(bad.map((who) => [who, t('pos.pin.wrong')])));
    if (bad.length > 0) return;
    onPins(pins);
    setPins(NONE);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {asked.map((who) => (
        <Field
          key={who}
          label={names ? t('pos.pin.of', { name: names[who] }) : t('pos.pin')}
          name={who === 'own' ? 'pin' : 'taker-pin'}
          type="password"
          inputMode="numeric"
          value={pins[who]}
          onValue={(pin) => setPins({ ...pins, [who]: pin })}
          wrong={wrong[who]}
          maxLength={12}
          large
          leftToRight
        />
      ))}
      <Button type="submit" kind="main" wide busy={busy}>
        {t('pos.pin.do')}
      </Button>
    </form>
  );
}
