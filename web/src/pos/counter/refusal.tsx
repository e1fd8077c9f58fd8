// Why something was refused. Beside a verdict it does not speak of money: the verdict speaks of the operation, the
// refusal of one call, and two sentences about money would be a doubt.

import type { Trouble } from '../../api';
import { Notice, tell } from '../../shared/notice';
import { t } from '../words';

/** Codes whose message has more in it than our words: the nearest sums, the limit that is reached. */
const SAYS_MORE: ReadonlySet<string> = new Set(['ERROR_AMOUNT_NOT_PAYABLE', 'ERROR_LIMIT_EXCEEDED', 'limit_exceeded', 'count_not_acceptable']);

export function Refusal({ trouble, money = false }: { trouble: Trouble; money?: boolean }) {
  const told = tell(trouble);
  const problem = trouble.kind === 'problem' ? trouble.problem : undefined;
  const unknown = told.what === t('shared.trouble.other.what');
  return (
    <Notice tone="bad" title={told.what} alert>
      {problem && (unknown || SAYS_MORE.has(problem.code)) && (
        <p lang="en" dir="ltr">
          {problem.detail}
        </p>
      )}
      <p>
        {money && <strong>{told.money} </strong>}
        {told.act}
      </p>
      {told.reference && <p class="small quiet">{t('shared.reference', { id: told.reference })}</p>}
    </Notice>
  );
}
