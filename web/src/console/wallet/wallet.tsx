import { useState } from 'preact/hooks';
import type { Answer, Shape, Trouble } from '../../api';
import { Button } from '../../shared/button';
import { Field } from '../../shared/field';
import { TroubleNotice } from '../../shared/notice';
import { Qr } from '../../shared/qr';
import { go } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { Act } from '../act';
import { get, may, part, post, query, remove, useAnswer } from '../desk';
import { UsageTable } from '../limits';
import { AccountLink, Facts, Id, MoneyOr, Secrets, State, When } from '../pieces';
import { Table } from '../table';
import { t, tx } from '../words';

type Wallet = Shape<'Wallet'>;

/** A wallet is found by its customer's phone. */
export function Wallets() {
  const [phone, setPhone] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const find = async () => {
    setBusy(true);
    setTrouble(undefined);
    const answer = await get<Wallet>(query('/wallets', { phone_number: phone.replace(/[\s()-]/g, '') }));
    setBusy(false);
    if (answer.ok) go(['wallet', answer.value.wallet_id]);
    else setTrouble(answer.trouble);
  };
  return (
    <Screen title={t('console.wallets')}>
      <form
        class="stack narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <Field name="phone" label={t('console.phone')} hint={t('console.phone.hint')} type="tel" inputMode="tel" value={phone} onValue={setPhone} required leftToRight />
        {trouble && <TroubleNotice trouble={trouble} />}
        <div class="row">
          <Button type="submit" kind="main" busy={busy}>
            {t('console.find')}
          </Button>
          {may('admin', 'wallet_backend') && (
            <Act<Wallet>
              label={t('console.wallet.open')}
              submit={t('console.wallet.open')}
              asks={[
                { name: 'phone', label: t('console.phone'), hint: t('console.phone.hint'), kind: 'code' },
                { name: 'currencies', label: t('console.currencies'), hint: t('console.currencies.hint'), kind: 'code' },
              ]}
              send={(values, intent) => post('/wallets', intent, { phone_number: values['phone']?.replace(/[\s()-]/g, ''), currencies: codes(values['currencies']) })}
              done={(made) => go(['wallet', made.wallet_id])}
            />
          )}
        </div>
      </form>
    </Screen>
  );
}

/** Currency codes as people type them. */
export const codes = (text: string | undefined): string[] => (text ?? '').toUpperCase().split(/[\s,;]+/).filter(Boolean);

/** One wallet: who may do what with it, and what is in it. */
export function WalletOf({ wallet_id }: { wallet_id: string }) {
  const path = `/wallets/${part(wallet_id)}`;
  const read = useAnswer<Wallet>(path, [`wallet:${wallet_id}`]);
  const of = read.value;
  const [bare, setBare] = useState(false);
  return (
    <Screen title={t('console.wallet')} back="#/wallets" aside={of && <State of={of.frozen ? 'frozen' : 'live'} />}>
      {read.trouble && <TroubleNotice trouble={read.trouble} onRetry={read.reread} />}
      {of && (
        <>
          <Facts
            of={[
              [t('console.id'), <Id of={of.wallet_id} whole />],
              [
                t('console.phone'),
                of.phone_number === null ? (
                  t('console.erased')
                ) : (
                  <>
                    <bdi dir="ltr">{bare ? of.phone_number : masked(of.phone_number)}</bdi>{' '}
                    <Button kind="quiet" onPress={() => setBare(!bare)}>
                      {t(bare ? 'console.hide' : 'console.show')}
                    </Button>
                  </>
                ),
              ],
              [t('console.kyc_tier'), of.kyc_tier],
              [t('console.offline_device'), t(of.offline ? 'shared.yes' : 'shared.no')],
            ]}
          />
          {of.phone_number !== null && <Actions of={of} path={path} again={read.reread} />}
          <Table
            caption={t('console.accounts')}
            file={{ name: `accounts-${of.wallet_id}`, path: `${path}/accounts.csv` }}
            empty={t('console.none')}
            rows={of.accounts}
            keyOf={(account) => account.account_id}
            columns={[
              { head: t('console.account'), show: (account) => <AccountLink of={account.account_id} /> },
              { head: t('console.alias'), show: (account) => <bdi>{account.alias}</bdi> },
              { head: t('console.available'), money: (account) => account.balance },
            ]}
          />
          <section class="stack-s">
            <h2>{t('console.usage')}</h2>
            <UsageTable wallet_id={of.wallet_id} />
          </section>
        </>
      )}
    </Screen>
  );
}

const SHOWN_DIGITS = 4;

/** A phone number is not read over a shoulder: its end tells numbers apart. */
export const masked = (phone: string): string => `${phone.slice(0, 2)}${'•'.repeat(Math.max(0, phone.length - 2 - SHOWN_DIGITS))}${phone.slice(-SHOWN_DIGITS)}`;

function Actions({ of, path, again }: { of: Wallet; path: string; again: () => void }) {
  const currencies = of.accounts.map((account) => ({ value: account.currency as string, text: account.currency as string }));
  const freeze = of.frozen ? 'unfreeze' : 'freeze';
  return (
    <div class="row">
      {may('admin', 'wallet_backend') && (
        <Act<Shape<'WalletSwitch'>>
          label={t(of.frozen ? 'console.unfreeze' : 'console.freeze')}
          submit={t(of.frozen ? 'console.unfreeze' : 'console.freeze')}
          said={t('console.saved')}
          danger={!of.frozen}
          send={(_, intent) => post(`${path}/${freeze}`, intent)}
          done={again}
        >
          <p>{t(of.frozen ? 'console.unfreeze.what' : 'console.freeze.what')}</p>
        </Act>
      )}
      {may('admin', 'finance') && currencies.length > 0 && (
        <Act<Shape<'Funding'>>
          label={t('console.top_up')}
          submit={t('console.top_up')}
          said={t('console.top_up.said')}
          asks={[
            { name: 'amount', label: t('console.amount'), kind: 'decimal' },
            { name: 'currency', label: t('console.currency'), kind: 'choice', options: currencies },
          ]}
          review={(values) => <p>{tx('console.top_up.review', { amount: <MoneyOr of={{ amount: values['amount'] ?? '', currency: values['currency'] ?? '' }} />, wallet: <Id of={of.wallet_id} /> })}</p>}
          send={(values, intent) => post(`${path}/topups`, intent, { amount: { amount: values['amount']?.trim(), currency: values['currency'] } })}
          done={again}
        />
      )}
      {may('admin', 'wallet_backend') && (
        <>
          <Act<Shape<'KycTier'>>
            label={t('console.kyc_tier')}
            submit={t('console.save')}
            said={t('console.saved')}
            asks={[{ name: 'tier', label: t('console.kyc_tier'), hint: t('console.kyc_tier.hint'), kind: 'number', first: String(of.kyc_tier) }]}
            send={(values, intent) => post(`${path}/kyc-tier`, intent, { kyc_tier: Number(values['tier']) })}
            done={again}
          />
          <Act<Shape<'WalletAccount'>>
            label={t('console.account.open')}
            submit={t('console.account.open')}
            said={t('console.saved')}
            asks={[
              { name: 'currency', label: t('console.currency'), kind: 'code', maxLength: 3 },
              { name: 'alias', label: t('console.alias'), optional: true, maxLength: 64 },
            ]}
            send={(values, intent) => post(`${path}/accounts`, intent, { currency: values['currency']?.toUpperCase(), ...(values['alias'] && { alias: values['alias'] }) })}
            done={again}
          />
          <Act<Shape<'DeviceInvite'>>
            label={t('console.invite')}
            submit={t('console.invite')}
            send={(_, intent) => post(`${path}/invites`, intent)}
            done={(made) => (
              <>
                <Secrets note={t('console.once')} of={[[t('console.invite'), made.invite]]} />
                <Qr text={made.invite} label={t('console.invite')} />
                <p>{tx('console.invite.until', { at: <When at={made.expires_at} /> })}</p>
              </>
            )}
          >
            <p>{t('console.invite.what')}</p>
          </Act>
          <Act<void> label={t('console.confirm')} submit={t('console.confirm')} said={t('console.saved')} send={(_, intent) => post(`${path}/confirm`, intent)} done={again}>
            <p>{t('console.confirm.what')}</p>
          </Act>
        </>
      )}
      {may('admin', 'wallet_backend') && of.offline && (
        <Act<void> danger label={t('console.offline.remove')} submit={t('console.offline.remove')} said={t('console.saved')} send={(_, intent) => remove(`${path}/offline-device`, intent)} done={again}>
          <p>{t('console.offline.remove.what')}</p>
        </Act>
      )}
      {may('admin', 'wallet_backend') && (
        <Act<void>
          danger
          label={t('console.erase')}
          submit={t('console.erase')}
          said={t('console.saved')}
          asks={[{ name: 'again', label: t('console.erase.again', { end: of.wallet_id.slice(-4) }), kind: 'code', maxLength: 4 }]}
          send={(values, intent): Promise<Answer<void>> => (values['again'] === of.wallet_id.slice(-4) ? remove<void>(`${path}/personal-data`, intent) : Promise.resolve(mistyped()))}
          done={again}
        >
          <p>{t('console.erase.what')}</p>
        </Act>
      )}
    </div>
  );
}

/** Asked for by the page itself, before anything is sent. */
const mistyped = (): Answer<never> => ({
  ok: false,
  trouble: { kind: 'problem', problem: { type: 'about:blank', title: '', status: 0, detail: '', code: 'mistyped', money_moved: false, retry: 'no', request_id: '' } },
});

