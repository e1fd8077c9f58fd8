import './field.css';
import { useId } from 'preact/hooks';

interface Common {
  label: string;
  hint?: string | undefined;
  /** What is wrong with the value; read out when it appears. */
  wrong?: string | undefined;
}

interface FieldProps extends Common {
  value: string;
  onValue: (value: string) => void;
  name: string;
  type?: 'text' | 'password' | 'tel' | 'search' | 'date' | 'number';
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'search' | 'none';
  autocomplete?: string;
  maxLength?: number;
  required?: boolean;
  large?: boolean;
  /** A code, a number, a name of a thing: never read right to left. */
  leftToRight?: boolean;
}

/** One line of text with its label. */
export function Field(props: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        name={props.name}
        class={props.large ? 'field-large digits' : undefined}
        type={(props.type ?? 'text') as 'text' /* The types want one literal for each kind of input. */}
        inputMode={props.inputMode}
        autocomplete={props.autocomplete ?? 'off'}
        autocapitalize="none"
        spellcheck={false}
        maxLength={props.maxLength}
        required={props.required}
        dir={props.leftToRight ? 'ltr' : undefined}
        value={props.value}
        aria-invalid={props.wrong ? true : undefined}
        aria-describedby={described(id, props)}
        onInput={(event) => props.onValue(event.currentTarget.value)}
      />
      <Notes id={id} {...props} />
    </div>
  );
}

interface AreaProps extends Common {
  value: string;
  onValue: (value: string) => void;
  name: string;
  maxLength?: number;
  rows?: number;
}

/** Several lines of text. */
export function Area(props: AreaProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <textarea
        id={id}
        name={props.name}
        rows={props.rows ?? 3}
        maxLength={props.maxLength}
        value={props.value}
        aria-invalid={props.wrong ? true : undefined}
        aria-describedby={described(id, props)}
        onInput={(event) => props.onValue(event.currentTarget.value)}
      />
      <Notes id={id} {...props} />
    </div>
  );
}

interface ChoiceProps<V extends string> extends Common {
  value: V;
  onValue: (value: V) => void;
  name: string;
  options: readonly { value: V; text: string }[];
}

/** One of a few. */
export function Choice<V extends string>(props: ChoiceProps<V>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select id={id} name={props.name} value={props.value} aria-describedby={described(id, props)} onChange={(event) => props.onValue(event.currentTarget.value as V)}>
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      <Notes id={id} {...props} />
    </div>
  );
}

const described = (id: string, { hint, wrong }: Common): string | undefined =>
  [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ') || undefined;

function Notes({ id, hint, wrong }: Common & { id: string }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} class="quiet small">
          {hint}
        </p>
      )}
      <p id={`${id}-wrong`} class="field-wrong small" role="alert">
        {wrong}
      </p>
    </>
  );
}
