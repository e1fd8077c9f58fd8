import './state-pill.css';

export type Tone = 'good' | 'wait' | 'bad' | 'quiet';
const MARK: Record<Tone, string> = { good: '\u2713', wait: '\u2026', bad: '!', quiet: '\u00b7' };

/** A state in one or two words. A mark stands beside the colour, for whoever does not see colours. */
export function StatePill({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span class={`pill pill-${tone}`}>
      <span aria-hidden="true">{MARK[tone]}</span> {children}
    </span>
  );
}
