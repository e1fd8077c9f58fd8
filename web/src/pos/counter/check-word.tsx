import type { Operation } from '../operation';
import { t } from '../words';

/** The same word stands on the customer's phone: both look at one operation. */
export function CheckWord({ operation: { seen } }: { operation: Operation }) {
  if (!seen?.check_word) return null;
  return (
    <p class="check-word">
      <span class="quiet">{t('pos.counting.check_word')}</span> <strong lang="en">{seen.check_word}</strong>
    </p>
  );
}
