// Who the customer is: the code on the phone, scanned or typed.

import { useState } from 'preact/hooks';
import { Button } from '../../shared/button';
import { now_ms } from '../../shared/clock';
import { Field } from '../../shared/field';
import { Notice } from '../../shared/notice';
// Past the index: drawing a QR code is a large part, and this page draws none.
import { parseCode } from '../../shared/qr/texts';
import { address, go } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { useApp } from '../app/state';
import { useLater } from '../app/use-later';
import { useOnline } from '../frame';
import type { Purpose } from '../operation';
import { t } from '../words';

const PHONE = /^\+\d{7,15}$/;
const CODE = /^\d{6,9}$/;

/** ASCII digits and a plus, however they were typed: with spaces, or with an Arabic keyboard. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (sign) => String(sign.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (sign) => String(sign.charCodeAt(0) - 0x6f0))
    .replace(/[^\d+]/g, '');

/** A phone number with its plus, for which people also type two zeroes. */
export const plainPhone = (text: string): string => plain(text).replace(/^00/, '+');

export function Customer({ purpose }: { purpose: Purpose }) {
  const { place, desks } = useApp();
  const later = useLater();
  const online = useOnline();
  const [scanning, scan] = useState(false);
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<{ phone?: string; code?: string; scan?: string }>({});
  const [busy, setBusy] = useState(false);

  const open = async (phone_number: string, digits: string) => {
    const faults = { ...(!PHONE.test(phone_number) && { phone: t('pos.customer.phone_wrong') }), ...(!CODE.test(digits) && { code: t('pos.customer.code_wrong') }) };
    setWrong(faults);
    if (busy || Object.keys(faults).length > 0) return;
    setBusy(true);
    const { pos_id, training } = place.bound!.self;
    const begun_at = new Date(now_ms()).toISOString();
    await desks.begin({ id: crypto.randomUUID(), pos_id, purpose, begun_at, phone_number, code: digits, training: training === true });
    go([], {}, true);
  };

  return (
    <Screen title={t(purpose === 'withdraw' ? 'pos.home.withdraw' : 'pos.home.deposit')} back={address([])}>
      {!online && (
        <Notice tone="bad" title={t('pos.customer.offline')}>
          <p>{t('pos.customer.offline_text')}</p>
        </Notice>
      )}
      {scanning && later ? (
        <>
          <later.Scan
            label={t('pos.customer.scan_label')}
            onText={(text) => {
              const found = parseCode(text);
              if (found) void open(found.phone_number, found.code);
              else setWrong({ scan: t('pos.customer.scan_wrong') });
            }}
          />
          <p role="status">{wrong.scan}</p>
          <Button wide onPress={() => scan(false)}>
            {t('pos.customer.type')}
          </Button>
        </>
      ) : (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void open(plainPhone(phone), plain(code));
          }}
        >
          <Button kind="main" wide onPress={() => scan(true)} disabled={!online}>
            {t('pos.customer.scan')}
          </Button>
          <p class="quiet">{t('pos.customer.or_type')}</p>
          <Field label={t('pos.customer.phone')} name="phone_number" type="tel" inputMode="tel" value={phone} onValue={setPhone} wrong={wrong.phone} hint={t('pos.customer.phone_hint')} maxLength={24} large leftToRight />
          <Field label={t('pos.customer.code')} name="code" inputMode="numeric" value={code} onValue={setCode} wrong={wrong.code} maxLength={12} large leftToRight />
          <Button type="submit" wide busy={busy} disabled={!online}>
            {t('pos.customer.open')}
          </Button>
        </form>
      )}
    </Screen>
  );
}
