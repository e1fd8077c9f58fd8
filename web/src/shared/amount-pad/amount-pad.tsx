import './amount-pad.css';
import { useId } from 'preact/hooks';
import { t } from '../words';
import { press, tidy, type Key } from './typing';

interface Props {
  /** What was typed; `complete` makes the server's text of it. */
  value: string;
  onValue: (value: string) => void;
  currency: string;
  /** Decimals of the currency. */
  decimals: number;
  label?: string | undefined;
  wrong?: string | undefined;
  /** No keys of our own: the device's keyboard serves. */
  plain?: boolean;
}

const ROWS: readonly (readonly Key[])[] = [['1', '2', '3'], ['4', '5', '6'], ['7', '8', '9'], ['.', '0', 'erase']];

/** An amount in large digits, with keys for a thumb; a keyboard types into it as well. */
export function AmountPad(props: Props) {
  const id = useId();
  return (
    <div class="pad">
      <label for={id}>{props.label ?? t('shared.pad.amount')}</label>
      <div class="pad-line" dir="ltr">
        <input
          id={id}
          class="pad-input digits"
          name="amount"
          inputMode={props.plain ? 'decimal' : 'none'}
          autocomplete="off"
          placeholder={props.decimals === 0 ? '0' : `0.${'0'.repeat(props.decimals)}`}
          value={props.value}
          aria-invalid={props.wrong ? true : undefined}
          aria-describedby={`${id}-currency ${id}-wrong`}
          onInput={(event) => {
            const text = tidy(event.currentTarget.value, props.decimals);
            event.currentTarget.value = text;
            props.onValue(text);
          }}
        />
        <span id={`${id}-currency`} class="pad-currency">
          {props.currency}
        </span>
      </div>
      <p id={`${id}-wrong`} class="pad-wrong" role="alert">
        {props.wrong}
      </p>
      {!props.plain && (
        <div class="pad-keys" role="group" aria-label={t('shared.pad.keys')} dir="ltr">
          {ROWS.flat().map((key) => (
            <PadKey key={key} name={key} off={key === '.' && props.decimals === 0} onPress={() => props.onValue(press(props.value, key, props.decimals))} />
          ))}
        </div>
      )}
    </div>
  );
}

function PadKey({ name, off, onPress }: { name: Key; off: boolean; onPress: () => void }) {
  const label = name === 'erase' ? t('shared.pad.erase') : name === '.' ? t('shared.pad.point') : undefined;
  return (
    <button type="button" class="pad-key digits" disabled={off} aria-label={label} onClick={onPress}>
      {name === 'erase' ? '\u232b' : name}
    </button>
  );
}
