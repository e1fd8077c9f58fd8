// What went wrong, in three sentences: what happened, whether money moved, what to do now.

import './notice.css';
import type { ComponentChildren } from 'preact';
import { codeOf, moneyMoved, type Trouble } from '../../api';
import { Button } from '../button';
import { has, spoken, t, tellKnown } from '../words';

export type NoticeTone = 'good' | 'wait' | 'bad' | 'plain';

/** A box that says something of weight. `alert`: it is read out as it appears. */
export function Notice({ tone = 'plain', title, children, alert = false }: { tone?: NoticeTone; title?: string; children?: ComponentChildren; alert?: boolean }) {
  return (
    <div class={`notice notice-${tone}`} role={alert ? 'alert' : undefined}>
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  );
}

/** The catalogue's sentence for a code: the page's own (`trouble.CODE.what`), or the shared one. */
function sentence(code: string, part: 'what' | 'do'): string | undefined {
  return [`trouble.${code}.${part}`, `shared.trouble.${code}.${part}`].filter(has).map(tellKnown)[0];
}

export interface Told {
  what: string;
  /** The server's own words, in English, where we have none or it says more than we do. */
  detail: string | undefined;
  money: string;
  act: string;
  reference: string | undefined;
}

export function tell(trouble: Trouble): Told {
  const code = codeOf(trouble);
  const moved = moneyMoved(trouble);
  const known = sentence(code, 'what');
  const problem = trouble.kind === 'problem' ? trouble.problem : undefined;
  return {
    what: known ?? t('shared.trouble.other.what'),
    detail: problem && (!known || spoken() === 'en') ? problem.detail : undefined,
    money: moved === null ? t('shared.money.unknown') : moved ? t('shared.money.moved') : t('shared.money.still'),
    act: sentence(code, 'do') ?? t('shared.trouble.other.do'),
    reference: problem?.request_id,
  };
}

export function TroubleNotice({ trouble, onRetry }: { trouble: Trouble; onRetry?: (() => void) | undefined }) {
  const told = tell(trouble);
  return (
    <Notice tone="bad" title={told.what} alert>
      {told.detail && (
        <p lang="en" dir="ltr">
          {told.detail}
        </p>
      )}
      <p>
        <strong>{told.money}</strong> {told.act}
      </p>
      {told.reference && <p class="small quiet">{t('shared.reference', { id: told.reference })}</p>}
      {onRetry && <Button onPress={onRetry}>{t('shared.again')}</Button>}
    </Notice>
  );
}
