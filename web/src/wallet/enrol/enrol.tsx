// A device becomes one of a wallet: by an invite that works once, from a link or typed.

import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/button';
import { Field } from '../../shared/field';
import { Notice, TroubleNotice } from '../../shared/notice';
import { useRoute } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { useDoing } from '../../shared/asking';
import { Languages } from '../more/languages';
import { useStore } from '../state/store';
import { enrol, store } from '../state/wallet';
import { t } from '../words';

const NAME_MAX = 30;

/** What the browser calls the machine, as a first name for the device. */
function deviceName(): string {
  const { platform } = (navigator as { userAgentData?: { platform?: string } }).userAgentData ?? {};
  return platform || /Android|iPhone|iPad|Windows|Macintosh|Linux/.exec(navigator.userAgent)?.[0] || t('wallet.enrol.device');
}

export function Enrol() {
  const { query } = useRoute();
  const { signedOut } = useStore(store);
  const [invite, setInvite] = useState(query.get('invite') ?? '');
  const [name, setName] = useState(deviceName);
  const doing = useDoing(async (intent) => {
    const trouble = await enrol(invite.trim(), name.trim() || deviceName(), intent);
    // The invite is spent: it need not stay in the address.
    if (!trouble) location.replace('#/');
    return trouble;
  });
  const linked = query.get('invite');
  useEffect(() => {
    if (linked === null) return;
    setInvite(linked);
    doing.renew();
  }, [linked]);
  return (
    <Screen title={t('wallet.enrol.title')}>
      {signedOut && (
        <Notice tone="wait" title={t('wallet.enrol.signed_out')}>
          <p>{t('wallet.enrol.signed_out_do')}</p>
        </Notice>
      )}
      <p>{t('wallet.enrol.text')}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          doing.act();
        }}
      >
        <Field
          label={t('wallet.enrol.invite')}
          hint={t('wallet.enrol.invite_hint')}
          name="invite"
          value={invite}
          leftToRight
          maxLength={80}
          required
          onValue={(value) => {
            setInvite(value);
            doing.renew();
          }}
        />
        <Field label={t('wallet.enrol.name')} hint={t('wallet.enrol.name_hint')} name="device" value={name} maxLength={NAME_MAX} onValue={setName} />
        {doing.trouble && <TroubleNotice trouble={doing.trouble} />}
        <Button type="submit" kind="main" wide busy={doing.busy} disabled={invite.trim() === ''}>
          {t('wallet.enrol.go')}
        </Button>
      </form>
      <Languages />
    </Screen>
  );
}
