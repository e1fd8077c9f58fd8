// Whether the server is heard, while an answer is awaited.

import { Button } from '../../shared/button';
import { Notice } from '../../shared/notice';
import { useApp, useDesk } from '../app/state';
import { t } from '../words';

/** From this many lost tries on, the cashier is told: one lost answer is nobody's concern. */
const LOST_TOLD = 1;

export function LineNotice({ id }: { id: string }) {
  const { desks } = useApp();
  const { line } = useDesk();
  const { lost } = line(id);
  if (lost < LOST_TOLD) return null;
  return (
    <Notice tone="wait" title={t('pos.line.lost')} alert>
      <p>{t('pos.line.text')}</p>
      <Button onPress={() => desks.hurry()}>{t('shared.again')}</Button>
    </Notice>
  );
}
