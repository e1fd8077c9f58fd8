import './ring.css';
import { t } from '../words';

interface Props {
  left_ms: number;
  whole_ms: number;
  /** With less than this left the ring turns amber. */
  low_ms?: number;
}

const RADIUS = 26;
const ROUND = 2 * Math.PI * RADIUS;

/** The whole seconds left: the last second counts as one until it is over. */
export const secondsLeft = (left_ms: number): number => Math.max(0, Math.ceil(left_ms / 1000));

/** Time running out: a ring that empties, with the seconds in it. */
export function Ring({ left_ms, whole_ms, low_ms = 8_000 }: Props) {
  const seconds = secondsLeft(left_ms);
  const part = Math.min(1, Math.max(0, left_ms / whole_ms));
  return (
    <div class={`ring${left_ms < low_ms ? ' ring-low' : ''}`} role="img" aria-label={t('shared.seconds_left', { n: seconds })}>
      <svg viewBox="0 0 60 60" aria-hidden="true">
        <circle class="ring-track" cx="30" cy="30" r={RADIUS} />
        <circle class="ring-left" cx="30" cy="30" r={RADIUS} stroke-dasharray={ROUND} stroke-dashoffset={ROUND * (1 - part)} />
      </svg>
      <span class="ring-number digits" aria-hidden="true">
        {seconds}
      </span>
    </div>
  );
}
