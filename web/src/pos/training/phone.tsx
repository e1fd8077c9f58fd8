// The practice customer's phone: what the customer would show and say at this moment; and, where the shift is practised,
// the practice drawer.

import './training.css';
import { formatMoney } from '../../shared/money';
import { Qr } from '../../shared/qr';
import { codeText } from '../../shared/qr/texts';
import { useRoute } from '../../shared/route';
import { useApp, useDesk } from '../app/state';
import type { Purpose } from '../operation';
import { PHONE_NUMBER, practiceCode } from './lessons';
import { amountOf, usualSum } from './sums';
import { PRACTICE_PIN } from './till';
import { t } from './words';

/** A code in two groups, as the wallet shows it. */
const grouped = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

export function Phone() {
  const { room } = useApp();
  const { current } = useDesk();
  const { path } = useRoute();
  const [screen = '', which = ''] = path;
  const asked = current ? current.step.at === 'choosing' && room?.chosen.lesson === 'typed' : false;
  const word = current && (current.step.at === 'choosing' || current.step.at === 'counting') ? current.seen?.check_word : undefined;
  const currency = room?.chosen.currency;
  if (room && !current && screen === 'shift') return <Drawer />;
  if (!room || (current ? !word : screen !== 'customer')) return null;
  return (
    <aside class="practice-phone" aria-label={t('pos.phone.title')}>
      <p class="practice-phone-name">{t('pos.phone.title')}</p>
      {!current && <Shown purpose={which === 'deposit' ? 'deposit' : 'withdraw'} />}
      {asked && currency && <p>{t('pos.phone.says', { amount: formatMoney(amountOf(usualSum(currency), currency)) })}</p>}
      {word && (
        <p>
          {t('pos.receipt.check_word')} <strong lang="en">{word}</strong>
        </p>
      )}
    </aside>
  );
}

/** What lies in the practice drawer, and what signs. */
function Drawer() {
  const { room } = useApp();
  if (!room) return null;
  return (
    <aside class="practice-phone" aria-label={t('pos.practice.till')}>
      <p class="practice-phone-name">{t('pos.practice.till')}</p>
      <p>{t('pos.practice.lies')}</p>
      <ul>
        {room.till.lies.flatMap(({ currency, notes }) =>
          notes.map(({ denomination, count }) => (
            <li key={`${currency} ${denomination}`}>
              <bdi dir="ltr">
                {count} × {formatMoney({ amount: denomination, currency })}
              </bdi>
            </li>
          )),
        )}
      </ul>
      <p>
        {t('pos.practice.pin')} <strong dir="ltr">{PRACTICE_PIN}</strong>
      </p>
      <p class="small">{t('pos.practice.pin_text')}</p>
    </aside>
  );
}

function Shown({ purpose }: { purpose: Purpose }) {
  const { room } = useApp();
  if (!room) return null;
  const code = practiceCode(room.chosen.lesson, purpose);
  return (
    <>
      <dl>
        <div class="row-ends">
          <dt>{t('pos.customer.phone')}</dt>
          <dd class="digits" dir="ltr">
            {PHONE_NUMBER}
          </dd>
        </div>
        <div class="row-ends">
          <dt>{t('pos.customer.code')}</dt>
          <dd class="digits practice-phone-code" dir="ltr">
            {grouped(code)}
          </dd>
        </div>
      </dl>
      <details>
        <summary>{t('pos.phone.qr')}</summary>
        <p class="small">{t('pos.phone.qr_text')}</p>
        <Qr text={codeText({ phone_number: PHONE_NUMBER, code })} />
      </details>
    </>
  );
}
