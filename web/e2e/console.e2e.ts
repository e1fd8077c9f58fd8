import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { authenticator, Cashier, Desk, DESKTOP, inspect, paidOut, picture, Server, SMALL_PHONE, TABLET } from './rig';

// An authenticator's code serves once, so each person signs in once and stays.
let server: Server;
let ada: Desk;
let finn: Desk;

beforeAll(async () => {
  server = await Server.start('--approval-delay-s', '0', '--code-window-s', '300');
  ada = await Desk.signedIn(server, 'admin');
  finn = await Desk.signedIn(server, 'finance');
});
afterAll(async () => {
  await ada?.close();
  await finn?.close();
  await server?.stop();
});
afterEach(async () => {
  await ada.page.keyboard.press('Escape');
  await ada.page.setViewportSize(DESKTOP);
});

/** The console is for a mouse and a keyboard as well: nothing is said of 48 px. */
const look = (desk: Desk, screen: string) => inspect(desk.page, screen, 0);

const address = () => ada.page.evaluate(() => location.hash);

test('a wrong password is told without a word of what was wrong', async () => {
  const stranger = await Desk.open(server, 'admin');
  await stranger.heading('console.sign_in').waitFor();
  await look(stranger, 'sign in');
  await picture(stranger.page, 'console-sign-in');
  await stranger.type('Nobody', 'not the password', authenticator(stranger.person.otp_seed, 0));
  await stranger.button('console.sign_in').click();
  await stranger.text('trouble.sign_in_not_valid.what').waitFor();
  await look(stranger, 'sign in refused');
  await stranger.close();
});

test('a phone number leads to its wallet by the keyboard alone, masked until it is asked for', async () => {
  await ada.go('#/cases');
  await ada.heading('console.cases').waitFor();
  await ada.page.keyboard.press('/');
  await ada.page.keyboard.type(server.demo.seed.phone_number);
  await ada.page.keyboard.press('Enter');
  await ada.heading('console.wallet').waitFor();
  expect(await address()).toBe(`#/wallet/${server.demo.seed.wallet_id}`);
  const phone = server.demo.seed.phone_number;
  expect(await ada.page.getByText(phone, { exact: true }).count()).toBe(0);
  await ada.button('console.show').press('Enter');
  await ada.page.getByText(phone, { exact: true }).waitFor();
});

test('a withdrawal tells where its money is, what happened, and every entry leads to its account and back', async () => {
  const { transaction_id, operation_id } = await paidOut(server);
  await ada.go(`#/find?q=${operation_id}`);
  await ada.heading('console.withdrawal').waitFor();
  expect(await address()).toBe(`#/withdrawal/${transaction_id}`);
  const ledger = ada.page.getByRole('region', { name: ada.say('console.ledger') });
  await ledger.getByText(ada.say('console.reason.withdrawal_held'), { exact: true }).waitFor();
  await ledger.getByText(ada.say('console.reason.withdrawal_paid'), { exact: true }).waitFor();
  // Everything in its order: the code opened, the money set aside, the cash paid, the session ended, its receipt printed and once more.
  const told = await ada.page.locator('.timeline li').allInnerTexts();
  const placeOf = (words: string) => told.findIndex((line) => line.includes(words));
  const order = ['console.call.login', 'console.reason.withdrawal_held', 'console.reason.withdrawal_paid', 'console.timeline.original', 'console.print.browser'].map((key) => placeOf(ada.say(key as 'console.call.login')));
  expect(order).toEqual([...order].sort((one, other) => one - other));
  expect(order).not.toContain(-1);
  await look(ada, 'withdrawal');

  await ledger.getByRole('link', { name: server.demo.seed.account_id }).first().click();
  await ada.heading('console.account').waitFor();
  await look(ada, 'account');
  await ada.page.getByRole('link', { name: `…${operation_id.slice(-8)}` }).first().click();
  await ada.heading('console.withdrawal').waitFor();
  expect(await address()).toBe(`#/withdrawal/${transaction_id}`);

  // An entry leads to its transfer, which names both accounts and the operation.
  await ledger.locator('a[href^="#/transfer/"]').first().click();
  const sides = ada.page.getByRole('region', { name: ada.say('console.transfer.sides') });
  await sides.getByRole('row').nth(2).waitFor(); // The heads and both entries.
  await look(ada, 'transfer');
  await sides.locator('a[href^="#/account/"]').nth(2).click();
  await ada.heading('console.account').waitFor();
  await ada.page.goBack();
  await ada.page.locator(`a[href="#/operation/${operation_id}"]`).click();
  await ada.heading('console.withdrawal').waitFor();
});

test('a wallet is frozen and unfrozen after a second look', async () => {
  const other = server.demo.wallets.find((one) => one.wallet_id !== server.demo.seed.wallet_id)!;
  const frozen = async () => (await server.operator<{ frozen: boolean }>('GET', `/wallets/${other.wallet_id}`)).frozen;
  await ada.go(`#/wallet/${other.wallet_id}`);
  await ada.button('console.freeze').click();
  await look(ada, 'freeze');
  await ada.inDialog('shared.cancel').click();
  expect(await frozen()).toBe(false);
  await ada.button('console.freeze').click();
  await ada.inDialog('console.freeze').click();
  await ada.button('console.unfreeze').waitFor();
  expect(await frozen()).toBe(true);
  await ada.button('console.unfreeze').click();
  await ada.inDialog('console.unfreeze').click();
  await ada.button('console.freeze').waitFor();
  expect(await frozen()).toBe(false);
});

test('a wallet is topped up once, by the sum that was looked at', async () => {
  const { wallet_id, account_id } = server.demo.seed;
  const balance = async () => (await server.operator<{ balance: { amount: string } }>('GET', `/accounts/${account_id}`)).balance.amount;
  const entries = async () => (await server.operator<{ entries: number }>('GET', `/accounts/${account_id}`)).entries;
  const before = await entries();
  await ada.go(`#/wallet/${wallet_id}`);
  await ada.button('console.top_up').click();
  await ada.dialog.getByLabel(ada.say('console.amount'), { exact: true }).fill('25.00');
  await ada.inDialog('console.review').click();
  await ada.dialog.getByText('25.00').waitFor();
  await look(ada, 'top up');
  await ada.inDialog('console.top_up').dblclick();
  await ada.dialog.waitFor({ state: 'detached' });
  expect(await entries()).toBe(before + 1);
  await ada.page.getByText((await balance()).replace(/\B(?=(\d{3})+\.)/g, ',')).first().waitFor();
});

test('two people close a case: who proposed it is told to find another, who approves it', async () => {
  const { transaction_id, operation_id } = await paidOut(server);
  await ada.go(`#/withdrawal/${transaction_id}`);
  await ada.button('console.dispute').click();
  await ada.inDialog('console.dispute').click();
  await ada.page.getByRole('link', { name: ada.say('console.case.disputed') }).first().click();
  await ada.heading('console.case.disputed').waitFor();
  await look(ada, 'case');

  await ada.button('console.note').click();
  await ada.dialog.getByLabel(ada.say('console.note.text'), { exact: true }).fill('The drawer was right.');
  await ada.inDialog('console.note').click();
  await ada.page.getByText('The drawer was right.').waitFor();

  await ada.button('console.close').click();
  await ada.dialog.getByLabel(ada.say('console.finding'), { exact: true }).selectOption('as_it_is');
  await ada.dialog.getByLabel(ada.say('console.why'), { exact: true }).fill('The camera shows the cash.');
  await look(ada, 'propose closing');
  await ada.inDialog('console.propose').click();
  await ada.heading('console.proposal.close_case').waitFor();
  await ada.text('console.own').waitFor();
  expect(await ada.button('console.approve').count()).toBe(0);
  await look(ada, 'own proposal');

  await finn.go('#/proposals');
  await finn.page.getByRole('link', { name: finn.say('console.proposal.close_case') }).first().click();
  await finn.page.getByText('The camera shows the cash.').waitFor();
  await finn.button('console.approve').click();
  await look(finn, 'approve');
  await finn.inDialog('console.approve').click();
  await finn.page.locator('.pill').getByText(finn.say('console.state.carried_out')).waitFor();
  expect((await server.operator<{ state: string }>('GET', `/cases/${operation_id}`)).state).toBe('closed');
});

test('a limit shows what changes before it is saved, and what lets more pass needs another person', async () => {
  await server.operator('POST', '/limits', { action: 'withdraw', scope: 'wallet', currency: 'GBP', window_s: 86_400, value_max: '500.00' });
  await ada.go('#/limits');
  const change = () => ada.page.getByRole('row', { name: /500\.00|400\.00/ }).getByRole('button', { name: ada.say('console.change') });
  await change().first().click();
  const value = ada.dialog.getByLabel(ada.say('console.value_max'), { exact: true });
  await value.fill('400.00');
  await ada.inDialog('console.review').click();
  await ada.dialog.getByRole('row', { name: /500\.00 GBP.*400\.00 GBP/ }).waitFor();
  await look(ada, 'limits diff');
  await picture(ada.page, 'console-limits-diff');
  await ada.inDialog('console.save').click();
  await ada.page.getByText('400.00 GBP').first().waitFor();

  await change().first().click();
  await value.fill('900.00');
  await ada.inDialog('console.review').click();
  await ada.inDialog('console.save').click();
  await ada.text('trouble.needs_two_people.what').waitFor();
  await ada.inDialog('console.propose.wider').waitFor();
  await look(ada, 'needs two people');
  await ada.inDialog('shared.back').click();
  await ada.inDialog('shared.cancel').click();
  const { limits } = await server.operator<{ limits: { value_max: string }[] }>('GET', '/limits');
  expect(limits.map((one) => one.value_max)).toContain('400.00');
});

test('stopped payouts are said on every page until they go on', async () => {
  await ada.go('#/limits');
  await ada.button('console.stop_payouts').first().click();
  await ada.dialog.getByLabel(ada.say('console.why'), { exact: true }).fill('A shop was robbed.');
  await ada.inDialog('console.stop_payouts').click();
  await ada.text('console.stopped').waitFor();
  await ada.go('#/cases');
  await ada.page.getByText('A shop was robbed.').waitFor();
  await look(ada, 'stopped');
  await ada.go('#/limits');
  await ada.button('console.resume').click();
  await ada.inDialog('console.resume').click();
  await ada.text('console.stopped').waitFor({ state: 'detached' });
});

test('a tariff is looked at, proposed and approved by another person, and its price is the server’s', async () => {
  const { seed } = server.demo;
  await ada.go('#/tariff/new');
  await ada.field('console.name').fill('Evening');
  await ada.field('console.currency').fill('GBP');
  await ada.page.getByRole('group', { name: ada.say('console.fee') }).getByLabel(ada.say('console.flat'), { exact: true }).fill('0.75');
  await look(ada, 'new tariff');
  await ada.button('console.review').click();
  await ada.page.getByText(ada.say('console.flat.line', { sum: '0.75 GBP' })).waitFor();
  await look(ada, 'tariff preview');
  await ada.button('console.tariff.add').click();
  await ada.text('trouble.needs_two_people.what').waitFor();
  await ada.field('console.why').fill('The evening costs more.');
  await look(ada, 'tariff for two');
  await ada.button('console.propose.wider').click();
  await ada.page.getByRole('heading', { level: 1, name: ada.say('console.proposal.add_tariff') }).waitFor();

  await finn.go('#/proposals');
  await finn.page.getByRole('link', { name: finn.say('console.proposal.add_tariff') }).first().click();
  await finn.page.getByText('The evening costs more.').waitFor();
  await finn.button('console.approve').click();
  await finn.inDialog('console.approve').click();
  await finn.page.locator('.pill').getByText(finn.say('console.state.carried_out')).waitFor();
  await ada.go('#/tariffs');
  await ada.page.getByRole('link', { name: 'Evening' }).first().click();
  await ada.page.getByRole('heading', { level: 1, name: 'Evening' }).waitFor();
  await look(ada, 'tariff');

  await ada.go('#/tariffs');
  await ada.field('console.wallet.id').fill(seed.wallet_id);
  await ada.field('console.pos.id').fill(seed.pos_id);
  await ada.field('console.amount').fill('10');
  await ada.field('console.currency').fill('gbp');
  await ada.button('console.quote.ask').click();
  await ada.page.getByText('10.75').waitFor();
});

test('a colleague who approves is proposed, and her password serves once another person has approved', async () => {
  await ada.go('#/staff');
  await ada.button('console.staff.add').click();
  await ada.dialog.getByLabel(ada.say('console.name'), { exact: true }).fill('Eve');
  await ada.dialog.getByLabel(ada.say('console.role'), { exact: true }).selectOption('finance');
  await ada.dialog.getByLabel(ada.say('console.why'), { exact: true }).fill('She begins on Monday.');
  await ada.inDialog('console.staff.add').click();
  await ada.text('trouble.needs_two_people.what').waitFor();
  await ada.inDialog('console.propose.wider').click();
  await ada.text('console.once').waitFor();
  await look(ada, 'colleague proposed');
  await ada.inDialog('console.done').click();

  await finn.go('#/proposals');
  await finn.page.getByRole('link', { name: finn.say('console.proposal.add_staff') }).first().click();
  await finn.page.getByText('Eve').first().waitFor();
  await finn.button('console.approve').click();
  await finn.inDialog('console.approve').click();
  await finn.page.locator('.pill').getByText(finn.say('console.state.carried_out')).waitFor();
  await finn.text('console.half.second').waitFor();
  await look(finn, 'second half');
  await ada.page.getByText('Eve').first().waitFor();
});

test('a key is shown once, and a table is downloaded as a file', async () => {
  await ada.go('#/staff');
  await ada.button('console.operator_key.add').click();
  await ada.dialog.getByLabel(ada.say('console.person'), { exact: true }).fill('Night job');
  await ada.inDialog('console.operator_key.add').click();
  await ada.text('console.once').waitFor();
  await look(ada, 'key shown once');
  const told = (await ada.dialog.locator('code').last().textContent())!;
  await ada.inDialog('console.done').click();
  await ada.page.getByText('Night job').first().waitFor();
  expect(await ada.page.content()).not.toContain(told);

  const keys = ada.page.getByRole('heading', { name: ada.say('console.operator_keys') }).locator('..');
  const [file] = await Promise.all([ada.page.waitForEvent('download'), keys.getByRole('link', { name: ada.say('console.csv') }).click()]);
  expect(file.suggestedFilename()).toBe('operator-keys.csv');
  const stream = await file.createReadStream();
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  expect(Buffer.concat(pieces).toString('utf8')).toContain('Night job');
});

test('a POS is registered, has its key told once, is brought float, and is taken out of service', async () => {
  const owner_id = server.demo.pos[0]!.owner_id;
  await ada.go('#/pos');
  await ada.button('console.pos.register').click();
  await ada.dialog.getByLabel(ada.say('console.owner.id'), { exact: true }).fill(owner_id);
  await ada.dialog.getByLabel(ada.say('console.name'), { exact: true }).fill('Harbour kiosk');
  await ada.dialog.getByLabel(ada.say('console.currencies'), { exact: true }).fill('gbp');
  await ada.inDialog('console.pos.register').click();
  await ada.page.getByRole('heading', { level: 1, name: 'Harbour kiosk' }).waitFor();
  await ada.settled();
  await look(ada, 'a new POS');

  await ada.button('console.key.add').click();
  await ada.inDialog('console.key.add').click();
  await ada.text('console.once').waitFor();
  const access_key = (await ada.dialog.locator('code').nth(1).textContent())!;
  await ada.inDialog('console.done').click();
  const self = await server.call<{ name: string }>('GET', '/api/v1/pos/self', { access_key });
  expect(self.name).toBe('Harbour kiosk');

  await ada.button('console.prefund').click();
  await ada.dialog.getByLabel(ada.say('console.amount'), { exact: true }).fill('250');
  await ada.dialog.getByLabel(ada.say('console.currency'), { exact: true }).fill('GBP');
  await ada.inDialog('console.review').click();
  await ada.inDialog('console.prefund').click();
  await ada.page.getByRole('region', { name: ada.say('console.position') }).getByText('250.00').first().waitFor();

  await ada.button('console.disable').click();
  await ada.inDialog('console.disable').click();
  await ada.page.locator('.pill').getByText(ada.say('console.state.disabled')).waitFor();
  await ada.button('console.enable').waitFor();
});

test('a key is revoked in the list of its POS, and opens nothing from then on', async () => {
  const { seed } = server.demo;
  const made = await server.operator<{ key_id: string; access_key: string }>('POST', `/pos/${seed.pos_id}/keys`, { profile: 'plain', balance_view: 'zero' });
  await ada.go('#/pos');
  await ada.page.getByRole('region', { name: ada.say('console.pos'), exact: true }).getByRole('link', { name: 'Documentation counter' }).click();
  await ada.page.getByRole('heading', { level: 1, name: 'Documentation counter' }).waitFor();
  const row = ada.page.getByRole('region', { name: ada.say('console.keys') }).getByRole('row').filter({ hasText: made.key_id.slice(-8) });
  await row.getByRole('button', { name: ada.say('console.key.revoke') }).click();
  await ada.inDialog('console.key.revoke').click();
  await row.getByText(ada.say('console.state.revoked')).waitFor();
  await look(ada, 'keys');
  await expect(server.call('GET', '/api/v1/pos/self', { access_key: made.access_key })).rejects.toThrow(/401/);
});

test('who did what is told, found by person and deed, and leads to what it was done to', async () => {
  await ada.go('#/audit');
  const deeds = ada.page.getByRole('region', { name: ada.say('console.audit') });
  await deeds.getByText('wallet.freeze', { exact: true }).first().waitFor();
  await ada.field('console.audit.what').fill('wallet.unfreeze');
  await ada.field('console.audit.person').fill(ada.person.name);
  await ada.button('console.show').click();
  await deeds.getByText('wallet.freeze', { exact: true }).waitFor({ state: 'detached' });
  await deeds.getByText('wallet.unfreeze', { exact: true }).first().waitFor();
  await look(ada, 'audit');
  const [file] = await Promise.all([ada.page.waitForEvent('download'), ada.page.getByRole('link', { name: ada.say('console.csv') }).click()]);
  expect(file.suggestedFilename()).toBe('audit.csv');
  await deeds.locator('a[href^="#/wallet/"]').first().click();
  await ada.heading('console.wallet').waitFor();
});

test('an open session is listed while its customer stands there, and is gone afterwards', async () => {
  const { seed } = server.demo;
  const armed = await server.operator<{ code: string }>('POST', `/wallets/${seed.wallet_id}/codes`, { pos_id: seed.pos_id, amount: { amount: '10.00', currency: 'GBP' } });
  const cashier = new Cashier(server);
  await cashier.login(armed.code);
  await ada.go('#/sessions');
  const row = ada.page.getByRole('row').filter({ hasText: cashier.session!.operation_id.slice(-8) });
  await row.getByText('Documentation counter').waitFor();
  await look(ada, 'sessions');
  await cashier.logout();
  // Its end without cash is no event: the list is read anew by hand.
  await expect
    .poll(async () => {
      await ada.button('console.reread').click();
      await ada.settled();
      return row.count();
    })
    .toBe(0);
});

test('a withdrawal is found by its sum and by the end of its receipt’s number', async () => {
  const { operation_id, transaction_id } = await paidOut(server, '30.00');
  await ada.go(`#/find?${new URLSearchParams({ q: '30.00 GBP' })}`);
  await ada.page.getByRole('link', { name: `…${operation_id.slice(-8)}` }).first().waitFor();
  await look(ada, 'found by amount');
  await ada.go(`#/find?q=${transaction_id.slice(-12)}`);
  await ada.heading('console.withdrawal').waitFor();
  expect(await address()).toBe(`#/withdrawal/${transaction_id}`);
});

test('what happens at a POS appears while one looks', async () => {
  await ada.go('#/');
  await ada.page.locator('.pill').getByText(ada.say('console.line.live')).waitFor();
  const { operation_id } = await paidOut(server);
  await ada.page.getByRole('link', { name: `…${operation_id.slice(-8)}` }).first().waitFor();
  await look(ada, 'live');
});

test('a role that may only look is offered nothing else', async () => {
  await finn.go('#/limits');
  await finn.heading('console.limits').waitFor();
  await finn.settled();
  expect(await finn.button('console.stop_payouts').count()).toBe(0);
  expect(await finn.button('console.limit.add').count()).toBe(0);
});

const ROOMS = ['', 'sessions', 'cases', 'proposals', 'wallets', 'pos', 'tills', 'limits', 'tariffs', 'settlement', 'reconciliations', 'reports', 'audit', 'staff'] as const;

test('every room is reached by the keyboard alone', async () => {
  await ada.go('#/staff');
  await ada.heading('console.staff').waitFor();
  for (const room of ROOMS.slice(0, -1)) {
    const link = ada.page.getByRole('navigation').locator(`a[href="#/${room}"]`);
    await link.focus();
    await ada.page.keyboard.press('Enter');
    await expect.poll(address).toBe(`#/${room}`);
    // The screen's name has the focus, so that the next Tab is the screen's first thing.
    await expect.poll(() => ada.page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  }
});

test.each([
  { name: 'desktop', size: DESKTOP, dark: false, language: 'en' },
  { name: 'dark', size: DESKTOP, dark: true, language: 'en' },
  { name: 'arabic', size: DESKTOP, dark: false, language: 'ar' },
  { name: 'tablet', size: TABLET, dark: false, language: 'en' },
  { name: '320', size: SMALL_PHONE, dark: false, language: 'en' },
] as const)('every room stands the look of axe: $name', async ({ name, size, dark, language }) => {
  await ada.page.setViewportSize(size);
  await ada.page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  await ada.speak(language);
  try {
    expect(await ada.page.evaluate(() => document.documentElement.dir)).toBe(language === 'ar' ? 'rtl' : 'ltr');
    for (const screen of [...ROOMS, 'reconciliation/new', 'report/trial-balance', 'report/aged-suspense', 'report/owner-statement', 'report/open-cases', `owner/${server.demo.pos[0]!.owner_id}`, `pos/${server.demo.seed.pos_id}`, `wallet/${server.demo.seed.wallet_id}`]) {
      await ada.go(`#/${screen}`);
      await ada.settled();
      await look(ada, `${name} ${screen}`);
      await picture(ada.page, `console-${name}-${screen.replace(/\/[\da-z-]{30,}$/, '-one').replace('/', '-') || 'live'}`);
    }
  } finally {
    await ada.speak('en');
    await ada.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  }
});

test('who signs out is out, and her page asks for the sign-in again', async () => {
  await finn.button('console.sign_out').click();
  await finn.heading('console.sign_in').waitFor();
  await finn.page.reload();
  await finn.heading('console.sign_in').waitFor();
  await finn.go('#/limits');
  await finn.heading('console.sign_in').waitFor();
});

test('a desk that is left is warned, kept by a key, and signed out when nobody comes back', async () => {
  await ada.page.clock.install();
  await ada.go('#/cases');
  await ada.page.reload();
  await ada.heading('console.cases').waitFor();
  await ada.page.clock.fastForward('14:10');
  await ada.page.clock.runFor(2_000);
  await ada.page.getByRole('dialog', { name: ada.say('console.idle.title') }).waitFor();
  await look(ada, 'idle');
  await ada.button('console.idle.stay').click();
  await ada.page.clock.runFor(2_000);
  await ada.dialog.waitFor({ state: 'detached' });

  await ada.page.clock.fastForward('14:58');
  await ada.page.clock.runFor(5_000);
  await ada.text('console.signed_out.idle').waitFor();
  await look(ada, 'signed out');
  await ada.page.clock.resume();
  await ada.page.reload();
  await ada.heading('console.sign_in').waitFor();
});
