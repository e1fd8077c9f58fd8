// Binds the device to its POS by the access key, typed or scanned. Once a device.

import { useState } from 'preact/hooks';
import type { Trouble } from '../../api';
import { Button } from '../../shared/button';
import { Field } from '../../shared/field';
import { Screen } from '../../shared/screen';
import { useApp } from '../app/state';
import { useLater } from '../app/use-later';
import { Refusal } from '../counter';
// Past the index: the device's own screen is for later.
import { Languages } from '../device/languages';
import { looksLikeKey } from '../place';
import { t } from '../words';

export function Bind() {
  const { place, changed } = useApp();
  const later = useLater();
  const [key, setKey] = useState('');
  const [scanning, scan] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();

  const bind = async (text: string) => {
    const access_key = text.trim();
    setTrouble(undefined);
    if (!looksLikeKey(access_key)) return setWrong(t('pos.bind.wrong'));
    setWrong(undefined);
    setBusy(true);
    const answer = await place.bind(access_key);
    setBusy(false);
    if (!answer.ok) return setTrouble(answer.trouble);
    changed();
  };

  return (
    <Screen title={t('pos.bind.title')}>
      <p>{t('pos.bind.text')}</p>
      {trouble && <Refusal trouble={trouble} />}
      {scanning && later && (
        <later.Scan
          label={t('pos.bind.scan_label')}
          onText={(text) => {
            scan(false);
            setKey(text.trim());
            void bind(text);
          }}
        />
      )}
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void bind(key);
        }}
      >
        <Field label={t('pos.bind.key')} name="access_key" value={key} onValue={setKey} wrong={wrong} maxLength={128} leftToRight />
        <Button type="submit" kind="main" wide busy={busy}>
          {t('pos.bind.do')}
        </Button>
        {!scanning && (
          <Button wide onPress={() => scan(true)}>
            {t('pos.scan')}
          </Button>
        )}
      </form>
      <Languages />
    </Screen>
  );
}
