// Every screen of the wallet in every dress: held against axe, its width and its targets, and pictured by `make screens`.

import { afterAll, beforeAll, test } from 'vitest';
import { Cashier, inspect, newWallet, picture, Server, signOf, SMALL_PHONE, WalletPhone, type DeviceOptions } from './rig';

/** Twenty-four screens, each looked at: long on a busy machine. */
const TOUR_MS_MAX = 300_000;

const DRESSES: Record<string, DeviceOptions> = {
  light: {},
  dark: { dark: true },
  arabic: { locale: 'ar' },
  'arabic-dark-320': { locale: 'ar', dark: true, viewport: SMALL_PHONE },
  320: { viewport: SMALL_PHONE },
};

let server: Server;
let sign: string;
beforeAll(async () => {
  server = await Server.start();
  sign = await signOf(server);
});
afterAll(() => server?.stop());

test.each(Object.entries(DRESSES))('the whole wallet in %s', async (dress, options) => {
  const wallet = await newWallet(server, '189.00');
  const phone = await WalletPhone.open(server, options);
  const cashier = new Cashier(server, wallet.phone_number);
  const look = async (screen: string) => {
    await inspect(phone.page, `${screen}, ${dress}`);
    await picture(phone.page, `wallet-${screen}-${dress}`);
  };

  await phone.device.goto('/wallet/');
  await phone.button('wallet.enrol.go').waitFor();
  await look('01-connect');
  const { invite } = await server.operator<{ invite: string }>('POST', `/wallets/${wallet.wallet_id}/invites`, {});
  await phone.field('wallet.enrol.invite').fill(invite);
  await phone.button('wallet.enrol.go').click();
  await phone.heading('wallet.pin.choose').waitFor();
  await look('02-choose-pin');
  await phone.choosePin();
  await look('03-home');

  await phone.link('wallet.cash').click();
  await phone.page.locator('.list-link').first().waitFor();
  await look('04-place');
  await phone.field('wallet.place.number').fill(sign);
  await phone.button('wallet.next').click();
  await phone.field('wallet.cash.how_much').waitFor();
  await look('05-amount');
  await phone.field('wallet.cash.how_much').fill('10');
  await phone.button('wallet.next').click();
  await phone.page.locator('.facts').waitFor();
  await look('06-confirm');
  await phone.button('wallet.cash.get_code').click();
  await phone.page.locator('.code-qr svg').waitFor();
  await look('07-code');
  await cashier.login(await phone.goodCode());
  await phone.text('wallet.live.opened').waitFor();
  await look('08-opened');
  await cashier.withdraw(wallet.account_id, '10.00');
  await phone.text('wallet.live.set_aside').waitFor();
  await look('09-set-aside');
  await phone.home();
  await look('10-home-with-money-set-aside');
  await phone.go('#/code');
  await phone.text('wallet.live.set_aside').waitFor();
  await cashier.logout();
  await phone.text('wallet.live.done').waitFor();
  await look('11-done');
  await phone.button('wallet.dispute.button').click();
  await phone.page.getByRole('dialog').waitFor();
  await look('12-dispute');
  await phone.button('wallet.dispute.send').click();
  await phone.page.getByRole('dialog').waitFor({ state: 'detached' });
  await phone.link('wallet.receipt.title').click();
  await phone.page.locator('.facts').waitFor();
  await look('13-receipt-with-case');

  for (const [screen, address] of [
    ['14-history', '#/history'],
    ['15-account', `#/accounts/${wallet.account_id}`],
    ['16-more', '#/more'],
    ['17-devices', '#/devices'],
    ['18-prices', '#/prices'],
    ['19-offline-set-up', '#/offline'],
  ] as const) {
    await phone.go(address);
    await phone.page.getByText(phone.say('shared.loading')).waitFor({ state: 'detached' });
    await phone.page.locator('h1:not(.unseen)').waitFor();
    await look(screen);
  }
  await phone.button('wallet.offline.set_up').click();
  await phone.page.locator('.code-digits').waitFor();
  await look('20-offline-code');
  await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await phone.device.offline(true);
  await phone.page.reload();
  await phone.heading('wallet.pin.unlock').waitFor();
  await look('21-locked');
  await phone.unlock();
  await phone.home();
  await phone.link('wallet.offline.show').waitFor();
  await look('22-without-network');
  await phone.device.offline(false);
  await phone.link('wallet.offline.show').waitFor({ state: 'detached' });
  await phone.go('#/offline');
  await phone.button('wallet.offline.stop').click();
  await phone.button('wallet.offline.set_up').waitFor();
  await phone.go('#/more');
  await phone.button('wallet.freeze').click();
  await phone.page.getByRole('dialog').waitFor();
  await look('23-freeze');
  await phone.page.getByRole('dialog').getByRole('button', { name: phone.say('wallet.freeze') }).click();
  await phone.text('wallet.frozen').waitFor();
  await look('24-frozen');
  await phone.close();
}, TOUR_MS_MAX);
