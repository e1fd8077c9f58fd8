// Something to do: a button that opens a form, asks once more where that is wanted, sends it with one intent over all
// its tries, and says what came of it.

import './act.css';
import type { ComponentChild, ComponentChildren } from 'preact';
import { createPortal } from 'preact/compat';
import { useRef, useState } from 'preact/hooks';
import { codeOf, Intent, type Answer, type Trouble } from '../../api';
import { Button } from '../../shared/button';
import { Dialog } from '../../shared/dialog';
import { Area, Choice, Field } from '../../shared/field';
import { TroubleNotice } from '../../shared/notice';
import { toast } from '../../shared/toast';
import { t } from '../words';

export type Values = Readonly<Record<string, string>>;

interface Common {
  name: string;
  label: string;
  hint?: string;
  first?: string;
  /** Asked for only while this is so. */
  when?: (values: Values) => boolean;
}

export type Asked =
  | (Common & { kind?: 'text' | 'password' | 'code' | 'number' | 'decimal'; optional?: boolean; maxLength?: number })
  | (Common & { kind: 'area'; optional?: boolean; maxLength?: number })
  | (Common & { kind: 'choice'; options: readonly { value: string; text: string }[] });

export interface ActForm<T> {
  asks?: readonly Asked[];
  send: (values: Values, intent: Intent) => Promise<Answer<T>>;
  /** After the answer; what it gives back stands in place of the form (a secret shown once). */
  done: (value: T, values: Values) => ComponentChild | void;
  /** What it would do, looked at before it is sent. */
  review?: (values: Values) => ComponentChild;
  /** Another way that is offered when the first was refused with this code. */
  instead?: { code: string; label: string; send: (values: Values, intent: Intent) => Promise<Answer<unknown>>; done: (value: never) => ComponentChild | void };
  submit: string;
  said?: string;
  danger?: boolean;
}

interface ActProps<T> extends ActForm<T> {
  label: string;
  title?: string;
  children?: ComponentChildren;
  kind?: 'main' | 'plain' | 'danger' | 'quiet';
}

/** The button and its dialog. */
export function Act<T>({ label, title, children, kind = 'plain', ...form }: ActProps<T>) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  return (
    <>
      <Button kind={kind} onPress={() => setOpen(true)}>
        {label}
      </Button>
      {open &&
        createPortal(
          // Outside a table, whose rows and text would shape it.
          <Dialog title={title ?? label} onClose={() => !busy && setOpen(false)} actions={null}>
            {children}
            <Form {...form} onBusy={setBusy} onClose={() => setOpen(false)} />
          </Dialog>,
          document.body,
        )}
    </>
  );
}

const firstValues = (asks: readonly Asked[]): Values =>
  Object.fromEntries(asks.map((ask) => [ask.name, ask.first ?? (ask.kind === 'choice' ? (ask.options[0]?.value ?? '') : '')]));

/** Nobody knows whether it was done: only the very same may be sent again. */
const lost = (trouble: Trouble | undefined): boolean =>
  trouble !== undefined && (trouble.kind !== 'problem' || trouble.problem.money_moved === null || ['outcome_unknown', 'service_unavailable'].includes(codeOf(trouble)));

interface FormProps<T> extends ActForm<T> {
  onClose?: () => void;
  onBusy?: (busy: boolean) => void;
}

/** The form by itself, for a page. */
export function Form<T>(props: FormProps<T>) {
  const { asks = [], onClose } = props;
  const [values, setValues] = useState(() => firstValues(asks));
  const [step, setStep] = useState<'ask' | 'review'>('ask');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [outcome, setOutcome] = useState<ComponentChild>();
  const intent = useRef(new Intent());
  const other = useRef(new Intent());
  const stuck = lost(trouble);

  const renew = () => {
    intent.current = new Intent();
    other.current = new Intent();
  };
  const change = (name: string, value: string) => {
    setValues({ ...values, [name]: value });
    setTrouble(undefined);
    renew();
  };
  const work = async <A,>(send: () => Promise<Answer<A>>, done: (value: A) => ComponentChild | void) => {
    setBusy(true);
    props.onBusy?.(true);
    const answer = await send();
    setBusy(false);
    props.onBusy?.(false);
    if (!answer.ok) {
      if (!lost(answer.trouble)) renew(); // A refusal is remembered: asking once more is another wish.
      return setTrouble(answer.trouble);
    }
    if (props.said) toast(props.said);
    const shown = done(answer.value);
    if (shown === undefined || shown === null) onClose?.();
    else setOutcome(shown);
    if (!onClose && (shown === undefined || shown === null)) {
      setTrouble(undefined);
      setStep('ask');
      setValues(firstValues(asks));
      renew();
    }
  };
  const submit = () => {
    if (props.review && step === 'ask') return setStep('review');
    void work(() => props.send(values, intent.current), (value) => props.done(value, values));
  };

  if (outcome !== undefined) {
    return (
      <div class="stack">
        {outcome}
        {onClose && (
          <Button kind="main" onPress={onClose}>
            {t('console.done')}
          </Button>
        )}
      </div>
    );
  }
  const asked = asks.filter((ask) => ask.when?.(values) ?? true);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {step === 'review' ? props.review?.(values) : (
        <fieldset class="act-fields" disabled={busy || stuck}>
          {asked.map((ask) => (
            <Ask key={ask.name} ask={ask} value={values[ask.name] ?? ''} onValue={(value) => change(ask.name, value)} />
          ))}
        </fieldset>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
      <div class="act-actions">
        {step === 'review' && !stuck ? (
          <Button disabled={busy} onPress={() => setStep('ask')}>
            {t('shared.back')}
          </Button>
        ) : (
          onClose && (
            <Button disabled={busy} onPress={onClose}>
              {t('shared.cancel')}
            </Button>
          )
        )}
        {props.instead && trouble && codeOf(trouble) === props.instead.code ? (
          <Button kind="main" busy={busy} onPress={() => void work(() => props.instead!.send(values, other.current), props.instead!.done as (value: unknown) => ComponentChild | void)}>
            {props.instead.label}
          </Button>
        ) : (
          <Button type="submit" kind={props.danger ? 'danger' : 'main'} busy={busy}>
            {stuck ? t('shared.again') : props.review && step === 'ask' ? t('console.review') : props.submit}
          </Button>
        )}
      </div>
    </form>
  );
}

function Ask({ ask, value, onValue }: { ask: Asked; value: string; onValue: (value: string) => void }) {
  const common = { name: ask.name, label: ask.label, hint: ask.hint, value, onValue };
  if (ask.kind === 'choice') return <Choice {...common} options={ask.options} />;
  const length = ask.maxLength === undefined ? {} : { maxLength: ask.maxLength };
  if (ask.kind === 'area') return <Area {...common} {...length} />;
  return (
    <Field
      {...common}
      {...length}
      required={!ask.optional}
      type={ask.kind === 'password' ? 'password' : 'text'}
      inputMode={ask.kind === 'decimal' ? 'decimal' : ask.kind === 'number' ? 'numeric' : 'text'}
      leftToRight={ask.kind !== undefined && ask.kind !== 'text'}
    />
  );
}
