// The receipt: printed by the browser at 58 or 80 mm, or as ESC/POS bytes for a receipt printer.

import './receipt.css';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/button';
import { toast } from '../../shared/toast';
import { useApp } from '../app/state';
import { now_ms } from '../../shared/clock';
import type { Operation, Print } from '../operation';
import { t } from '../words';
import { receiptLines, type ReceiptLine } from './lines';

export function Receipt({ operation, onPrinted }: { operation: Operation; onPrinted: (print: Print) => void }) {
  const { place } = useApp();
  const [busy, setBusy] = useState(false);
  const lines = receiptLines(operation, place.bound!.self);
  const printed = (medium: Print['medium']) => onPrinted({ medium, printed_at: new Date(now_ms()).toISOString() });
  const bytes = async (medium: 'file' | 'printer') => {
    setBusy(true);
    try {
      const printer = await import('./escpos');
      const made = printer.receiptBytes(lines, place.paper);
      if (medium === 'file') printer.download(made, `receipt-${operation.begun_at.slice(0, 19).replace(/\D/g, '')}.bin`);
      else await printer.toSerial(made);
      printed(medium);
    } catch (failure) {
      // Whoever closes the browser's list of printers wants nothing printed.
      if ((failure as Error)?.name !== 'NotFoundError') toast(t('pos.receipt.failed'));
    }
    setBusy(false);
  };
  return (
    <section class="stack-s" aria-label={t('pos.receipt.title')}>
      <div class="receipt-actions">
        <Button
          onPress={() => {
            print();
            printed('browser');
          }}
        >
          {t(operation.printed > 0 ? 'pos.receipt.again' : 'pos.receipt.print')}
        </Button>
        {'serial' in navigator && (
          <Button busy={busy} onPress={() => void bytes('printer')}>
            {t('pos.receipt.serial')}
          </Button>
        )}
        <Button busy={busy} onPress={() => void bytes('file')}>
          {t('pos.receipt.file')}
        </Button>
      </div>
      <Paper lines={lines} width={place.paper} />
    </section>
  );
}

/** On paper only. */
function Paper({ lines, width }: { lines: ReceiptLine[]; width: string }) {
  return (
    <div class={`receipt receipt-${width}`} aria-hidden="true">
      {lines.map(({ kind, name, value }, at) =>
        value === undefined ? (
          <p key={at} class={kind === 'head' ? 'receipt-head' : undefined}>
            {name}
          </p>
        ) : (
          <p key={at} class={`receipt-line${kind === 'large' ? ' receipt-line-large' : ''}`}>
            <span>{name}</span> <bdi dir="ltr">{value}</bdi>
          </p>
        ),
      )}
    </div>
  );
}
