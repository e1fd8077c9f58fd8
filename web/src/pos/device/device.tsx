// This device: which POS it is, its paper, its language, and the way to unbind it.

import { useState } from 'preact/hooks';
import { Button } from '../../shared/button';
import { Dialog } from '../../shared/dialog';
import { Choice } from '../../shared/field';
import { Notice } from '../../shared/notice';
import { address, go } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { useApp, useDesk } from '../app/state';
import { isOver } from '../operation';
import { masked, type Paper } from '../place';
import { t } from '../words';
import { Languages } from './languages';

export function Device() {
  const { place, drawer, desks, changed } = useApp();
  const { operations } = useDesk();
  const [asking, ask] = useState(false);
  const { self, access_key } = place.bound!;
  const unfinished = operations.some((operation) => !isOver(operation)) || drawer.held !== undefined || drawer.wanted !== undefined;
  const papers: { value: Paper; text: string }[] = [
    { value: '80', text: t('pos.device.mm', { width: '80' }) },
    { value: '58', text: t('pos.device.mm', { width: '58' }) },
  ];
  const unbind = async () => {
    await desks.clear();
    await place.unbind();
    go([], {}, true);
    changed();
  };
  return (
    <Screen title={t('pos.device.title')} back={address([])}>
      <dl class="stack-s">
        <div class="row-ends">
          <dt class="quiet">{t('pos.device.pos')}</dt>
          <dd>
            {self.name}
            {self.number ? ` · ${self.number}` : ''}
          </dd>
        </div>
        {self.owner_name && (
          <div class="row-ends">
            <dt class="quiet">{t('pos.device.owner')}</dt>
            <dd>{self.owner_name}</dd>
          </div>
        )}
        <div class="row-ends">
          <dt class="quiet">{t('pos.bind.key')}</dt>
          <dd dir="ltr" class="digits">
            {masked(access_key)}
          </dd>
        </div>
      </dl>
      <Languages />
      <Choice
        label={t('pos.device.paper')}
        name="paper"
        value={place.paper}
        options={papers}
        onValue={(paper) => void place.setPaper(paper).then(changed)}
      />
      {unfinished ? (
        <Notice title={t('pos.device.unfinished')}>
          <p>{t('pos.device.unfinished_text')}</p>
        </Notice>
      ) : (
        <Button wide onPress={() => ask(true)}>
          {t('pos.device.unbind')}
        </Button>
      )}
      {asking && (
        <Dialog
          title={t('pos.device.unbind_sure')}
          onClose={() => ask(false)}
          actions={
            <>
              <Button onPress={() => ask(false)}>{t('shared.cancel')}</Button>
              <Button kind="danger" onPress={() => void unbind()}>
                {t('pos.device.unbind')}
              </Button>
            </>
          }
        >
          <p>{t('pos.device.unbind_text')}</p>
        </Dialog>
      )}
    </Screen>
  );
}
