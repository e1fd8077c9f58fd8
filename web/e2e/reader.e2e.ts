// The three faces for who does not see them: what a screen reader is told as an operation goes on, where the focus is
// after each step, and every step done with the keyboard alone.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { announced, authenticator, Counter, Desk, Device, invite, newWallet, PIN, Server, signOf, treeOf, WalletPhone } from './rig';

let server: Server;
beforeAll(async () => {
  server = await Server.start('--code-window-s', '300');
});
afterAll(() => server?.stop());

/** What has the focus, by the name a reader says. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const one = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLLabelElement> };
    return (one.labels?.[0]?.innerText ?? one.getAttribute('aria-label') ?? one.innerText).trim();
  });

const TABS_MAX = 40;

/** Goes on with Tab until something of this name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    if (typeof name === 'string' ? here === name : name.test(here)) return;
    seen.push(here);
  }
  throw new Error(`the keyboard does not reach ${name}; it went over: ${seen.join(' | ')}`);
}

/** The screen's own name has the focus, so that a reader says where one is. */
const arrivedAt = (page: Page, name: string | RegExp): Promise<unknown> =>
  expect.poll(() => page.evaluate(() => (document.activeElement?.tagName === 'H1' ? document.activeElement.textContent : ''))).toMatch(name);

test('a cashier who does not see the screen hears amber turn green, and does it all with the keyboard', async () => {
  const counter = new Counter(server, await Device.open(server.url));
  const { page } = counter.device;
  await counter.bind();
  const customer = counter.customer();
  const code = await counter.code(customer, '10.00');
  await tabTo(page, 'Pay out cash');
  await page.keyboard.press('Enter');
  await arrivedAt(page, 'Pay out cash');
  await tabTo(page, 'Phone number');
  await page.keyboard.type(customer.phone_number);
  await tabTo(page, 'Code');
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Pay out 10/ }).waitFor();
  await arrivedAt(page, 'Pay out cash');

  // The region that speaks is there before it has to: the same one says both.
  const region = await page.locator('[role=status].unseen').elementHandle();
  await tabTo(page, /^Pay out 10/);
  await page.keyboard.press('Enter');
  await arrivedAt(page, 'Hand over the cash');
  expect(await announced(page)).toContain('Count and hand over. 10.00\u00a0GBP. The money is set aside for this customer.');
  expect(await region!.evaluate((one) => one.isConnected && one.textContent)).toContain('Count and hand over');
  await tabTo(page, 'Handed over');
  await page.keyboard.press('Enter');
  await arrivedAt(page, 'Cash payout');
  await expect.poll(() => announced(page)).toContain('Done. 10.00\u00a0GBP. The customer’s wallet has paid for the cash.');
  await tabTo(page, 'Next customer');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Pay out cash');
  await counter.device.close();
});

test('a customer hears her code digit by digit, and what becomes of it', async () => {
  const wallet = await newWallet(server);
  const phone = await WalletPhone.open(server);
  const { page } = phone;
  await phone.device.goto(`/wallet/#/enrol?invite=${await invite(server, wallet.wallet_id)}`);
  await arrivedAt(page, phone.say('wallet.enrol.title'));
  await tabTo(page, phone.say('wallet.enrol.go'));
  await page.keyboard.press('Enter');
  await arrivedAt(page, phone.say('wallet.pin.choose'));
  await tabTo(page, phone.say('wallet.pin.first'));
  await page.keyboard.type(PIN);
  await tabTo(page, phone.say('wallet.pin.second'));
  await page.keyboard.type(PIN);
  await page.keyboard.press('Enter');
  await arrivedAt(page, phone.say('wallet.title'));
  await tabTo(page, phone.say('wallet.cash'));
  await page.keyboard.press('Enter');
  await arrivedAt(page, phone.say('wallet.place.title'));
  await tabTo(page, phone.say('wallet.place.number'));
  await page.keyboard.type(await signOf(server));
  await page.keyboard.press('Enter');
  await page.getByLabel(phone.say('wallet.cash.how_much')).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  await tabTo(page, phone.say('wallet.cash.how_much'));
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: phone.say('wallet.cash.get_code') }).waitFor();
  await tabTo(page, phone.say('wallet.cash.get_code'));
  await page.keyboard.press('Enter');
  await arrivedAt(page, phone.say('wallet.code.title'));
  const code = await phone.goodCode();
  const texts = (await treeOf(page)).filter((node) => node.role?.value === 'StaticText').map((node) => node.name?.value);
  expect(texts).toContain([...code].join(' '));

  const { access_key, pos_id } = server.demo.seed;
  const answer = await server.pos<{ data: { session?: { token_id: string; operation_id: string }; token_id?: string; operation_id?: string } }>('POST', `/login/${pos_id}/${code}`, { access_key, phone_number: wallet.phone_number });
  const { token_id, operation_id } = (answer.data.session ?? answer.data) as { token_id: string; operation_id: string };
  await expect.poll(() => announced(page)).toContain(`${phone.say('wallet.live.opened')} ${phone.say('wallet.live.opened_text')}`);
  const headers = { access_key, phone_number: wallet.phone_number, token_id, operation_id };
  await server.pos('POST', `/withdraw/${wallet.account_id}/10.00`, headers);
  await expect.poll(() => announced(page)).toContain(`${phone.say('wallet.live.set_aside')} ${phone.say('wallet.live.set_aside_text')}`);
  await server.pos('POST', '/logout', headers);
  await expect.poll(() => announced(page)).toContain(`${phone.say('wallet.live.done')} ${phone.say('wallet.live.done_text')}`);
  await tabTo(page, phone.say('wallet.live.finish'));
  await page.keyboard.press('Enter');
  await arrivedAt(page, phone.say('wallet.title'));
  await phone.close();
});

test('an operator signs in, proposes and comes back to where she was, with the keyboard alone', async () => {
  const desk = await Desk.open(server, 'admin');
  const { page } = desk;
  await arrivedAt(page, desk.say('console.sign_in'));
  await tabTo(page, desk.say('console.name'));
  await page.keyboard.type(desk.person.name);
  await tabTo(page, desk.say('console.password'));
  await page.keyboard.type(desk.person.password);
  await tabTo(page, desk.say('console.otp'));
  await page.keyboard.type(authenticator(desk.person.otp_seed, Date.now()));
  await page.keyboard.press('Enter');
  await arrivedAt(page, desk.say('console.live'));

  await desk.go(`#/wallet/${server.demo.seed.wallet_id}`);
  await arrivedAt(page, desk.say('console.wallet'));
  await desk.settled();
  await tabTo(page, desk.say('console.freeze'));
  await page.keyboard.press('Enter');
  await desk.dialog.waitFor();
  // What is behind the dialog cannot be reached, and Escape leads back to the button that opened it.
  for (let tabs = 0; tabs < 6; tabs += 1) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null)).toBe(true);
  }
  await page.keyboard.press('Escape');
  await desk.dialog.waitFor({ state: 'detached' });
  expect(await focused(page)).toBe(desk.say('console.freeze'));
  await desk.close();
});
