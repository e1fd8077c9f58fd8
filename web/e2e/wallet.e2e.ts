import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { placeText } from '../src/shared/qr/texts';
import { cameraSeeing, Cashier, inspect, invite, newWallet, picture, PIN, Server, signOf, WalletPhone, type DeviceOptions } from './rig';

let server: Server;
let sign: string;
const open: WalletPhone[] = [];

beforeAll(async () => {
  server = await Server.start();
  sign = await signOf(server);
});
afterAll(() => server?.stop());
afterEach(async ({ task }) => {
  for (const [at, phone] of open.splice(0).entries()) {
    if (task.result?.state === 'fail') await picture(phone.page, `failed-${task.id}-${at}`, true);
    await phone.close();
  }
});

async function connected(options: DeviceOptions = {}, wallet_id?: string): Promise<WalletPhone> {
  const phone = await WalletPhone.connected(server, options, wallet_id);
  open.push(phone);
  return phone;
}

const another = () => newWallet(server);

/** As the server tells it to the wallet: masked. */
const ownNumber = (phone: WalletPhone): Promise<string> => phone.page.evaluate(() => fetch('/api/v1/wallet').then((answer) => answer.json() as Promise<{ phone_number: string }>).then((wallet) => wallet.phone_number));

test('a customer who never saw it has her cash: each step is told, and the receipt stays', async () => {
  const wallet = await another();
  const phone = await connected({}, wallet.wallet_id);
  const cashier = new Cashier(server, wallet.phone_number);
  const code = await phone.getCode(sign, '10');
  expect(code).toMatch(/^\d{6,9}$/);
  expect(await phone.page.locator('.code-digits').evaluate((one) => parseFloat(getComputedStyle(one).fontSize))).toBeGreaterThanOrEqual(56);

  await cashier.login(code);
  await phone.text('wallet.live.opened').waitFor();
  await cashier.withdraw(wallet.account_id, '10.00');
  await phone.text('wallet.live.set_aside').waitFor();
  await inspect(phone.page, 'set aside');
  await cashier.logout();
  await phone.text('wallet.live.done').waitFor();
  await inspect(phone.page, 'done');

  await phone.link('wallet.receipt.title').click();
  await phone.heading('wallet.receipt.title').waitFor();
  await phone.page.getByText('10.00\u00a0GBP').first().waitFor();
  await inspect(phone.page, 'receipt');
});

test('an invite works once, and a wrong one is told without a word of why', async () => {
  const wallet = await another();
  const used = await invite(server, wallet.wallet_id);
  const first = await WalletPhone.open(server);
  open.push(first);
  await first.connect(used);
  for (const wrong of [used, 'AAAA-BBBB-CCCC-DDDD']) {
    const second = await WalletPhone.open(server);
    open.push(second);
    await second.device.goto('/wallet/');
    await second.field('wallet.enrol.invite').fill(wrong);
    await second.button('wallet.enrol.go').click();
    await second.text('trouble.invite_not_valid.what').waitFor();
    await inspect(second.page, 'a wrong invite');
  }
});

test('an invite opened on a phone that is connected is not spent before its person says so', async () => {
  const [mine, other] = [await another(), await another()];
  const phone = await connected({}, mine.wallet_id);
  const second = await invite(server, other.wallet_id);
  await phone.go(`#/enrol?invite=${second}`);
  await phone.text('wallet.invited.already').waitFor();
  await phone.page.getByText(await ownNumber(phone)).waitFor();
  await inspect(phone.page, 'an invite on a connected phone');
  await picture(phone.page, 'wallet-invited');
  await phone.link('wallet.invited.stay').click();
  await phone.heading('wallet.title').waitFor();

  await phone.go(`#/enrol?invite=${second}`);
  await phone.button('wallet.invited.change').click();
  await inspect(phone.page, 'connecting to another wallet');
  await phone.page.getByRole('dialog').getByRole('button', { name: phone.say('wallet.invited.change'), exact: true }).click();
  expect(await phone.field('wallet.enrol.invite').inputValue()).toBe(second);
  await phone.button('wallet.enrol.go').click();
  await phone.choosePin();
  const balances = await phone.page.evaluate(() => fetch('/api/v1/wallet').then((answer) => answer.json() as Promise<{ accounts: { account_id: string }[] }>));
  expect(balances.accounts.map((one) => one.account_id)).toEqual([other.account_id]);
});

test('the lock opens by its PIN alone and makes whoever guesses wait', async () => {
  const phone = await connected({}, (await another()).wallet_id);
  await phone.page.reload();
  await phone.heading('wallet.pin.unlock').waitFor();
  await inspect(phone.page, 'locked');
  for (let tries = 0; tries < 5; tries += 1) {
    await phone.field('wallet.pin.pin').fill('0000');
    await phone.button('wallet.pin.open').click();
    await phone.text('wallet.pin.wrong').waitFor();
    await expect.poll(() => phone.field('wallet.pin.pin').inputValue()).toBe('');
  }
  await phone.text('wallet.pin.wait_why').waitFor();
  await phone.field('wallet.pin.pin').fill(PIN);
  expect(await phone.button('wallet.pin.open').isDisabled()).toBe(true);
  await phone.page.reload();
  await phone.text('wallet.pin.wait_why').waitFor();
  await inspect(phone.page, 'waiting after wrong PINs');
});

test('money that was not paid out is told as back', async () => {
  const wallet = await another();
  const phone = await connected({}, wallet.wallet_id);
  const cashier = new Cashier(server, wallet.phone_number);
  await cashier.login(await phone.getCode(sign, '20'));
  await cashier.withdraw(wallet.account_id, '20.00');
  await phone.text('wallet.live.set_aside').waitFor();
  await cashier.reverse(wallet.account_id, '20.00');
  await phone.text('wallet.live.returned').waitFor();
  await phone.text('wallet.live.returned_text').waitFor();
  await inspect(phone.page, 'returned');
});

test('places near the phone come nearest first, and the phone is asked where it is by a tap alone', async () => {
  await server.operator('POST', `/pos/${server.demo.seed.pos_id}/place`, { latitude: '51.500', longitude: '-0.120', town: 'Lambeth', hours: 'Mon–Sat 8–20' });
  const phone = await connected({}, (await another()).wallet_id);
  const { page } = phone;
  await phone.device.context.grantPermissions(['geolocation'], { origin: server.url });
  await phone.device.context.setGeolocation({ latitude: 51.501, longitude: -0.12 });
  const asked = () => page.evaluate(() => (globalThis as unknown as { asked: number }).asked);
  await page.evaluate(() => {
    const ask = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
    Object.assign(globalThis, { asked: 0 });
    navigator.geolocation.getCurrentPosition = (...how) => {
      (globalThis as unknown as { asked: number }).asked += 1;
      ask(...how);
    };
  });
  await phone.link('wallet.cash').click();
  await page.locator('.list-link').first().waitFor();
  expect(await asked()).toBe(0);
  await phone.button('wallet.place.near').click();
  await phone.heading('wallet.place.near_list').waitFor();
  const first = page.locator('.list-link').first();
  await first.getByText('Lambeth').waitFor();
  await first.getByText('Mon–Sat 8–20').waitFor();
  expect(await first.innerText()).toMatch(/1\d\d m/);
  expect(await asked()).toBe(1);
  await inspect(page, 'places near');
  await picture(page, 'wallet-places-near');

  // A phone that does not say where it is loses nothing: the list of all places stays.
  await phone.home();
  await phone.device.context.setGeolocation(null);
  await phone.link('wallet.cash').click();
  await phone.button('wallet.place.near').click();
  await phone.text('wallet.place.near_not').waitFor();
  await page.locator('.list-link').first().waitFor();
});

test('who did not get the cash says so with one tap and gets a number and a time', async () => {
  const wallet = await another();
  const phone = await connected({}, wallet.wallet_id);
  const cashier = new Cashier(server, wallet.phone_number);
  await cashier.login(await phone.getCode(sign, '10'));
  await cashier.withdraw(wallet.account_id, '10.00');
  await cashier.logout();
  await phone.text('wallet.live.done').waitFor();
  await phone.button('wallet.dispute.button').click();
  await phone.field('wallet.dispute.what').fill('The drawer was empty, she said.');
  await inspect(phone.page, 'asking about a dispute');
  await phone.button('wallet.dispute.send').click();
  await phone.page.getByText(/^Number \S+/).waitFor();
  await phone.page.getByText(/^Opened /).waitFor();
  await inspect(phone.page, 'a case');
  const opened = await server.operator<{ evidence: { text?: string | null }[] }>('GET', `/cases/${cashier.session!.operation_id}`);
  expect(opened.evidence.map((one) => one.text)).toContain('The drawer was empty, she said.');
});

test('under eight seconds the next code is offered, and it comes by itself when the old one is over', async () => {
  const wallet = await another();
  const phone = await connected({}, wallet.wallet_id);
  const first = await phone.getCode(sign, '10');
  const next = phone.page.getByRole('button', { name: /^Next code in \d s$/ });
  await next.waitFor({ timeout: 40_000 });
  await inspect(phone.page, 'the next code offered');
  await next.click();
  await expect.poll(() => phone.shownCode(), { timeout: 20_000 }).not.toBe(first);
  const cashier = new Cashier(server, wallet.phone_number);
  await cashier.login(await phone.goodCode());
  await phone.text('wallet.live.opened').waitFor();
});

test('more than the account has is refused in plain words before any price and code', async () => {
  const phone = await connected({}, (await another()).wallet_id);
  await phone.link('wallet.cash').click();
  await phone.field('wallet.place.number').fill(sign);
  await phone.button('wallet.next').click();
  await phone.field('wallet.cash.how_much').fill('9999');
  await phone.button('wallet.next').click();
  await phone.page.getByText(phone.say('shared.trouble.not_enough_funds.what')).waitFor();
  expect(await phone.button('wallet.cash.get_code').isDisabled()).toBe(true);
  expect(await phone.page.locator('.code-digits').count()).toBe(0);
  await inspect(phone.page, 'more than there is');
});

test('cash put in appears in the wallet', async () => {
  const wallet = await another();
  const phone = await connected({}, wallet.wallet_id);
  await phone.link('wallet.deposit').click();
  await phone.field('wallet.place.number').fill(sign);
  await phone.button('wallet.next').click();
  await phone.button('wallet.cash.get_code').click();
  const cashier = new Cashier(server, wallet.phone_number);
  await cashier.login(await phone.goodCode());
  await phone.text('wallet.live.opened_deposit').waitFor();
  await cashier.deposit('15.00', 'GBP');
  await phone.text('wallet.live.done_deposit').waitFor();
  await inspect(phone.page, 'deposited');
});

test('a number that no place has leads back to the list', async () => {
  const phone = await connected({}, (await another()).wallet_id);
  await phone.link('wallet.cash').click();
  await phone.field('wallet.place.number').fill('999999');
  await phone.button('wallet.next').click();
  await phone.text('wallet.place.unknown', { number: '999999' }).waitFor();
  await inspect(phone.page, 'no such place');
});

test('a code whose answer is lost on the way is asked for again, not made twice', async () => {
  const wallet = await another();
  const phone = await connected({}, wallet.wallet_id);
  const keys: (string | undefined)[] = [];
  await phone.page.route('**/api/v1/wallet/codes', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    if (keys.length > 1) return route.continue();
    await route.fetch(); // The server has made the code; its answer is lost.
    return route.abort();
  });
  phone.device.expectFault(/ERR_FAILED/);
  const code = await phone.getCode(sign, '10');
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
  await new Cashier(server, wallet.phone_number).login(code);
  await phone.text('wallet.live.opened').waitFor();
});

test('with the stream of events cut, each step is still told', async () => {
  const wallet = await another();
  const phone = await WalletPhone.open(server);
  open.push(phone);
  phone.device.expectFault(/ERR_FAILED/);
  await phone.page.route('**/api/v1/wallet/events', (route) => route.abort());
  await phone.connect(await invite(server, wallet.wallet_id));
  await phone.choosePin();
  const cashier = new Cashier(server, wallet.phone_number);
  await cashier.login(await phone.getCode(sign, '10'));
  await cashier.withdraw(wallet.account_id, '10.00');
  await phone.text('wallet.live.set_aside').waitFor();
  await cashier.logout();
  await phone.text('wallet.live.done').waitFor();
});

test('the server goes away in the middle and comes back: the customer is told how it ended', async () => {
  const wallet = await another();
  const phone = await connected({}, wallet.wallet_id);
  const cashier = new Cashier(server, wallet.phone_number);
  await cashier.login(await phone.getCode(sign, '10'));
  await cashier.withdraw(wallet.account_id, '10.00');
  await phone.text('wallet.live.set_aside').waitFor();
  phone.device.expectFault(/ERR_|Failed to load resource/);
  await server.restart();
  await cashier.logout();
  await phone.text('wallet.live.done').waitFor({ timeout: 45_000 });
});

test("the camera reads the place's sign", async () => {
  const camera = await cameraSeeing(placeText(server.url, sign));
  const phone = await connected({ camera }, (await another()).wallet_id);
  await phone.link('wallet.cash').click();
  await phone.button('wallet.place.scan').click();
  await phone.field('wallet.cash.how_much').waitFor();
});

test('without leave for the camera the number is typed', async () => {
  const phone = await connected({}, (await another()).wallet_id);
  await phone.link('wallet.cash').click();
  await phone.button('wallet.place.scan').click();
  await phone.page.getByText(phone.say('shared.scan.type')).waitFor();
  await inspect(phone.page, 'no camera');
});

test('without a network it opens, says how old it is, and changes nothing', async () => {
  const phone = await connected({}, (await another()).wallet_id);
  await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await phone.device.offline(true);
  await phone.page.reload();
  await phone.unlock();
  await phone.page.getByText(/^No connection\. This is from /).waitFor();
  await phone.page.getByText(/GBP/).first().waitFor();
  await inspect(phone.page, 'offline');
  await phone.link('wallet.cash').click();
  await phone.page.getByText(phone.say('shared.trouble.offline.what')).first().waitFor();
  await phone.device.offline(false);
  await phone.home();
  await phone.page.getByText(/^No connection\. This is from /).waitFor({ state: 'detached' });
});

test('an offline code made without a network is the one the server takes', async () => {
  const wallet = await another();
  const phone = await connected({}, wallet.wallet_id);
  await phone.go('#/offline');
  await phone.button('wallet.offline.set_up').click();
  await phone.button('wallet.offline.stop').waitFor();
  await inspect(phone.page, 'offline code');
  await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await phone.device.offline(true);
  await phone.page.reload();
  await phone.unlock();
  const cashier = new Cashier(server, wallet.phone_number);
  // The half-minute may turn between the reading and the login: then the next code is as good.
  await expect
    .poll(async () => {
      const code = await phone.shownCode();
      expect(code).toMatch(/^\d{8}$/);
      return cashier.login(code).then(() => 'taken', (failure: Error) => failure.message);
    }, { interval: 3_000, timeout: 15_000 })
    .toBe('taken');
  await phone.device.offline(false);
});

test('a key for offline codes cannot be read out of the browser', async () => {
  const phone = await connected({}, (await another()).wallet_id);
  await phone.go('#/offline');
  await phone.button('wallet.offline.set_up').click();
  await phone.button('wallet.offline.stop').waitFor();
  const kept = await phone.page.evaluate(
    () =>
      new Promise<boolean>((done) => {
        const opened = indexedDB.open('specie-wallet');
        opened.onsuccess = () => {
          const asked = opened.result.transaction('things').objectStore('things').get('offline');
          asked.onsuccess = () => done((asked.result as { key: CryptoKey }).key.extractable);
        };
      }),
  );
  expect(kept).toBe(false);
});

test('a second device is seen and removed, and then it is signed out', async () => {
  const wallet = await another();
  const phone = await connected({}, wallet.wallet_id);
  const lost = await connected({}, wallet.wallet_id);
  await phone.go('#/devices');
  await phone.button('wallet.devices.remove').click();
  await phone.page.getByRole('dialog').getByRole('button', { name: phone.say('wallet.devices.remove') }).click();
  await phone.page.getByRole('dialog').waitFor({ state: 'detached' });
  await inspect(phone.page, 'devices');
  await lost.text('wallet.enrol.signed_out').waitFor();
  await inspect(lost.page, 'signed out');
});

test('a frozen wallet offers no cash and says who can help', async () => {
  const phone = await connected({}, (await another()).wallet_id);
  await phone.go('#/more');
  await phone.button('wallet.freeze').click();
  await inspect(phone.page, 'asking about freezing');
  await phone.page.getByRole('dialog').getByRole('button', { name: phone.say('wallet.freeze') }).click();
  await phone.text('wallet.frozen').waitFor();
  expect(await phone.link('wallet.cash').count()).toBe(0);
  await inspect(phone.page, 'frozen');
});

test('everything on the way to cash is done with the keyboard alone', async () => {
  const wallet = await another();
  const phone = await connected({}, wallet.wallet_id);
  const keyboard = phone.page.keyboard;
  /** Tab until the focus is on it: whoever cannot reach it in a screenful of steps cannot use it. */
  const reach = async (what: ReturnType<WalletPhone['button']>) => {
    await what.waitFor();
    for (let steps = 0; steps < 40; steps += 1) {
      if (await what.evaluate((one) => one === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    throw new Error('the keyboard does not reach it');
  };
  await reach(phone.link('wallet.cash'));
  await keyboard.press('Enter');
  await reach(phone.field('wallet.place.number'));
  await keyboard.type(sign);
  await keyboard.press('Enter');
  await reach(phone.field('wallet.cash.how_much'));
  await keyboard.type('10');
  await keyboard.press('Enter');
  await expect.poll(() => phone.button('wallet.cash.get_code').isEnabled()).toBe(true);
  await reach(phone.button('wallet.cash.get_code'));
  await keyboard.press('Enter');
  await new Cashier(server, wallet.phone_number).login(await phone.goodCode());
  await phone.text('wallet.live.opened').waitFor();
  await reach(phone.button('wallet.live.leave'));
});

test('Arabic is whole: the page runs right to left and amounts do not', async () => {
  const phone = await connected({ locale: 'ar' }, (await another()).wallet_id);
  expect(await phone.page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual(['rtl', 'ar']);
  await phone.getCode(sign, '10');
  expect(await phone.page.locator('.code-digits').evaluate((one) => getComputedStyle(one).direction)).toBe('ltr');
  const amounts = await phone.page.locator('bdi.money').evaluateAll((all) => all.map((one) => [getComputedStyle(one).direction, one.textContent]));
  expect(amounts.length).toBeGreaterThan(0);
  for (const [direction, text] of amounts) expect([direction, text]).toEqual(['ltr', expect.stringMatching(/^[\d.,]+\u00a0GBP$/)]);
});
