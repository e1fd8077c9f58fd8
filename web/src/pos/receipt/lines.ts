// What a receipt says, for paper of any kind. A reprint says COPY; training says so on every one.

import { formatMoney, isZero } from '../../shared/money';
import { locale } from '../../shared/words';
import { advice, type Operation } from '../operation';
import type { PosSelf } from '../../api/wire-pos';
import { t } from '../words';

export interface ReceiptLine {
  kind: 'head' | 'line' | 'large' | 'text';
  name: string;
  value?: string;
}

export function receiptLines(operation: Operation, self: PosSelf): ReceiptLine[] {
  const { seen, purpose, session, transaction_id, begun_at } = operation;
  const lines: ReceiptLine[] = [{ kind: 'head', name: self.name }];
  if (self.owner_name) lines.push({ kind: 'text', name: self.owner_name });
  if (operation.training) lines.push({ kind: 'head', name: t('pos.receipt.training') });
  if (operation.printed > 0) lines.push({ kind: 'head', name: t('pos.receipt.copy') });
  lines.push({ kind: 'head', name: t(purpose === 'deposit' ? 'pos.over.deposit' : 'pos.over.withdraw') });
  lines.push({ kind: 'line', name: t('pos.receipt.when'), value: new Intl.DateTimeFormat(locale(), { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(begun_at)) });
  lines.push({ kind: 'line', name: t('pos.customer_is'), value: operation.customer });
  if (seen?.amount) lines.push({ kind: 'large', name: t('pos.receipt.amount'), value: formatMoney(seen.amount) });
  const more = [
    ['pos.figure.fee', seen?.fee],
    ['pos.figure.paid', purpose === 'deposit' ? null : seen?.paid],
    ['pos.figure.returned', seen?.returned],
    ['pos.figure.held', seen?.held],
  ] as const;
  for (const [name, of] of more) if (of && !isZero(of.amount)) lines.push({ kind: 'line', name: t(name), value: formatMoney(of) });
  lines.push({ kind: 'text', name: t(`pos.moved.${advice(operation).moved}`) });
  if (seen?.check_word) lines.push({ kind: 'line', name: t('pos.receipt.check_word'), value: seen.check_word });
  lines.push({ kind: 'text', name: `${t('pos.figure.reference')} ${transaction_id ?? seen?.transaction_id ?? session?.operation_id ?? ''}` });
  if (operation.training) lines.push({ kind: 'head', name: t('pos.receipt.training') });
  return lines;
}
