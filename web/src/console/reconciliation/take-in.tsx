import './reconciliation.css';
import { useId, useRef, useState } from 'preact/hooks';
import { Intent, type Shape, type Trouble } from '../../api';
import { Button } from '../../shared/button';
import { Choice, Field } from '../../shared/field';
import { Notice, TroubleNotice } from '../../shared/notice';
import { go } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { toast } from '../../shared/toast';
import { named } from '../pieces';
import { t } from '../words';
import { FILE_BYTES_MAX, LINES_MAX, read, sha256, type Kind, type Line, type Wrong } from './file';
import { begin, goOn } from './sending';

type Reconciliation = Shape<'Reconciliation'>;

interface Chosen {
  name: string;
  hash: string;
  bytes: Uint8Array<ArrayBuffer>;
}

interface Typed {
  kind: Kind;
  pos_id: string;
  currency: string;
  owner_id: string;
  name: string;
  from: string;
  to: string;
}

const EMPTY: Typed = { kind: 'pos_journal', pos_id: '', currency: '', owner_id: '', name: '', from: '', to: '' };

/** An instant as typed in this desk's own time; what cannot be read goes to the server as it is, which says so. */
function instantOf(text: string): string {
  const at = new Date(text.trim());
  return Number.isNaN(at.getTime()) ? text.trim() : at.toISOString();
}

const bodyOf = (of: Typed, file: Chosen, lines: readonly Line[]): Shape<'BeginReconciliation'> => ({
  kind: of.kind,
  ...(of.kind === 'pos_journal' ? { pos_id: of.pos_id.trim() } : { currency: of.currency.trim().toUpperCase() }),
  ...(of.kind === 'bank' && of.owner_id.trim() && { owner_id: of.owner_id.trim() }),
  name: of.name.trim() || file.name,
  from: instantOf(of.from),
  to: instantOf(of.to),
  file_sha256: file.hash,
  lines: lines.length,
});

/** A file is taken in: read whole and judged here, then sent. */
export function TakeIn() {
  const [of, set] = useState(EMPTY);
  const [file, setFile] = useState<Chosen>();
  const intent = useRef(new Intent());
  const change = (some: Partial<Typed>) => {
    set({ ...of, ...some });
    intent.current = new Intent();
  };
  const bank = of.kind === 'bank';
  return (
    <Screen title={t('console.recon.take')} back="#/reconciliations">
      <div class="narrow stack">
        <p class="quiet">{t('console.recon.take.what')}</p>
        <Sender
          submit={t('console.recon.take.go')}
          kind={of.kind}
          file={file}
          onFile={(next) => {
            setFile(next);
            intent.current = new Intent();
          }}
          begun={(chosen, lines) => begin(bodyOf(of, chosen, lines), intent.current)}
          onRefused={() => (intent.current = new Intent())}
        >
          <Choice name="kind" label={t('console.recon.whose')} value={of.kind} onValue={(kind) => change({ kind })} options={[{ value: 'pos_journal', text: named('recon', 'pos_journal') }, { value: 'bank', text: named('recon', 'bank') }]} />
          {bank ? (
            <>
              <Field name="currency" label={t('console.currency')} value={of.currency} onValue={(currency) => change({ currency })} required maxLength={3} leftToRight />
              <Field name="owner_id" label={t('console.owner.id')} hint={t('console.empty.all')} value={of.owner_id} onValue={(owner_id) => change({ owner_id })} leftToRight />
            </>
          ) : (
            <Field name="pos_id" label={t('console.pos.id')} value={of.pos_id} onValue={(pos_id) => change({ pos_id })} required maxLength={64} leftToRight />
          )}
          <Field name="name" label={t('console.recon.name')} hint={t('console.recon.name.hint')} value={of.name} onValue={(name) => change({ name })} maxLength={128} />
          <div class="recon-period">
            <Field name="from" label={t('console.recon.from')} hint={t('console.recon.at.hint')} value={of.from} onValue={(from) => change({ from })} required leftToRight />
            <Field name="to" label={t('console.recon.to')} hint={t('console.recon.to.hint')} value={of.to} onValue={(to) => change({ to })} required leftToRight />
          </div>
        </Sender>
      </div>
    </Screen>
  );
}

/** The rest of a file whose taking was cut short. */
export function GoOn({ of, onDone }: { of: Reconciliation; onDone: () => void }) {
  const [file, setFile] = useState<Chosen>();
  const [other, setOther] = useState(false);
  return (
    <section class="panel narrow" aria-label={t('console.recon.cut_short')}>
      <Notice tone="wait" title={t('console.recon.cut_short')}>
        <p>{t('console.recon.cut_short.what', { taken: of.taken, lines: of.lines })}</p>
      </Notice>
      {other && <Notice tone="bad" title={t('console.recon.other_file')} alert />}
      <Sender
        submit={t('console.recon.go_on')}
        kind={of.kind}
        file={file}
        onFile={(next) => {
          setFile(next);
          setOther(next !== undefined && next.hash !== of.file_sha256);
        }}
        begun={async (chosen) => (chosen.hash === of.file_sha256 ? { ok: true, value: of } : undefined)}
        onDone={onDone}
      >
        {null}
      </Sender>
    </section>
  );
}

interface SenderProps {
  submit: string;
  kind: Kind;
  file: Chosen | undefined;
  onFile: (file: Chosen | undefined) => void;
  /** The reconciliation it belongs to; nothing: it is not sent. */
  begun: (file: Chosen, lines: readonly Line[]) => Promise<Awaited<ReturnType<typeof begin>> | undefined>;
  onRefused?: () => void;
  onDone?: () => void;
  children: preact.ComponentChildren;
}

function Sender({ submit, kind, file, onFile, begun, onRefused, onDone, children }: SenderProps) {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Wrong>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [taken, setTaken] = useState<{ taken: number; lines: number }>();
  const send = async () => {
    if (!file) return;
    setTrouble(undefined);
    const answer = read(file.bytes, kind);
    if (!answer.ok) return setWrong(answer.wrong);
    setWrong(undefined);
    setBusy(true);
    const begin = await begun(file, answer.lines);
    const onTaken = (count: number) => setTaken({ taken: count, lines: answer.lines.length });
    const done = begin?.ok ? await goOn(begin.value, { lines: answer.lines, onTaken }) : begin;
    setBusy(false);
    if (!done) return;
    if (begin?.ok) {
      // What is there is looked at where it stands; the rest is offered there.
      if (!done.ok) return setTrouble(done.trouble);
      toast(t('console.recon.taken'));
      return onDone ? onDone() : go(['reconciliation', begin.value.reconciliation_id], {}, true);
    }
    if (!done.ok) {
      setTrouble(done.trouble);
      onRefused?.();
    }
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <fieldset class="act-fields" disabled={busy}>
        {children}
        <ChooseFile
          onFile={(chosen) => {
            setWrong(undefined);
            setTrouble(undefined);
            onFile(chosen);
          }}
        />
      </fieldset>
      {wrong && (
        <Notice tone="bad" title={t('console.recon.wrong')} alert>
          <p>{t('console.recon.wrong.at', { line: wrong.line, why: t(`console.recon.wrong.${wrong.why === 'at' ? 'at_cell' : wrong.why}`, { seen: wrong.seen }) })}</p>
        </Notice>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
      <div role="status">{busy && taken && <progress class="recon-progress" max={taken.lines} value={taken.taken} aria-label={t('console.recon.progress', { taken: taken.taken, lines: taken.lines })} />}</div>
      <div>
        <Button type="submit" kind="main" busy={busy} disabled={!file}>
          {submit}
        </Button>
      </div>
    </form>
  );
}

function ChooseFile({ onFile }: { onFile: (file: Chosen | undefined) => void }) {
  const id = useId();
  const [wrong, setWrong] = useState<string>();
  const choose = async (file: File | undefined) => {
    setWrong(undefined);
    if (!file) return onFile(undefined);
    if (file.size > FILE_BYTES_MAX) {
      setWrong(t('console.recon.file.large'));
      return onFile(undefined);
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    onFile({ name: file.name, bytes, hash: await sha256(bytes) });
  };
  return (
    <div class="field">
      <label for={id}>{t('console.recon.file')}</label>
      <input id={id} name="file" type="file" accept=".csv,text/csv" required aria-describedby={`${id}-hint ${id}-wrong`} onChange={(event) => void choose(event.currentTarget.files?.[0])} />
      <p id={`${id}-hint`} class="quiet small">
        {t('console.recon.file.hint', { n: LINES_MAX })}
      </p>
      <p id={`${id}-wrong`} class="field-wrong small" role="alert">
        {wrong}
      </p>
    </div>
  );
}
