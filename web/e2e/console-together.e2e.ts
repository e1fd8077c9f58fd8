// Two people at once: what one does is on the other's screen without a reload, and takes nothing from her hands.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk, inspect, paidOut, Server } from './rig';

let server: Server;
let ada: Desk;
let finn: Desk;

beforeAll(async () => {
  server = await Server.start('--code-window-s', '300', '--approval-delay-s', '0');
  ada = await Desk.signedIn(server, 'admin');
  finn = await Desk.signedIn(server, 'finance');
});
afterAll(async () => {
  await ada?.close();
  await finn?.close();
  await server?.stop();
});

const state = (desk: Desk, name: 'console.state.carried_out') => desk.page.locator('.pill').getByText(desk.say(name));
const told = (desk: Desk) => desk.page.getByRole('status').getByText(desk.say('console.changed')).first();
/** The page was not loaded anew in between. */
const mark = (desk: Desk) => desk.page.evaluate(() => void ((globalThis as { here?: boolean }).here = true));
const marked = (desk: Desk) => desk.page.evaluate(() => (globalThis as { here?: boolean }).here === true);

/** A disputed withdrawal: a case for both. */
async function disputed(): Promise<string> {
  const { operation_id, transaction_id } = await paidOut(server);
  await server.operator('POST', `/withdrawals/${transaction_id}/disputes`, {});
  return operation_id;
}

test('a case opened elsewhere appears in a list that is open, and what was noted in it on its own screen', async () => {
  await finn.go('#/cases');
  await finn.heading('console.cases').waitFor();
  await finn.settled();
  await mark(finn);
  const operation_id = await disputed();
  const link = finn.page.locator(`a[href="#/case/${operation_id}"]`);
  await link.first().waitFor();
  await told(finn).waitFor();
  await inspect(finn.page, 'list changed by somebody else', 0);

  await link.first().click();
  await finn.button('console.close').waitFor();
  await ada.go(`#/case/${operation_id}`);
  await ada.button('console.note').click();
  await ada.field('console.note.text').fill('The till roll is missing.');
  await ada.inDialog('console.note').click();
  await finn.page.getByText('The till roll is missing.').waitFor();
  expect(await marked(finn)).toBe(true);
});

test('what is typed stays while somebody else changes the same case, and the change is there afterwards', async () => {
  const operation_id = await disputed();
  await finn.go(`#/case/${operation_id}`);
  await finn.button('console.note').click();
  const typed = finn.field('console.note.text');
  await typed.fill('I have called the shop');
  await ada.go(`#/case/${operation_id}`);
  await ada.button('console.note').click();
  await ada.field('console.note.text').fill('The customer called again.');
  await ada.inDialog('console.note').click();
  await told(finn).waitFor({ state: 'attached' });
  expect(await typed.inputValue()).toBe('I have called the shop');
  expect(await typed.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await finn.page.getByText('The customer called again.').count()).toBe(0);
  await finn.page.keyboard.press('Escape');
  await finn.page.getByText('The customer called again.').waitFor();
});

test('a proposal that another person approves is carried out on the screen of who proposed it', async () => {
  await mark(ada);
  const operation_id = await disputed();
  await ada.go(`#/case/${operation_id}`);
  await ada.button('console.close').click();
  await ada.field('console.finding').selectOption('as_it_is');
  await ada.field('console.why').fill('The camera shows the cash.');
  await ada.inDialog('console.propose').click();
  await ada.heading('console.proposal.close_case').waitFor();
  const proposal = await ada.page.evaluate(() => location.hash);

  await finn.go('#/proposals');
  await finn.heading('console.proposals').waitFor();
  await finn.page.locator(`a[href="${proposal}"]`).click();
  await finn.button('console.approve').click();
  await finn.inDialog('console.approve').click();
  await state(finn, 'console.state.carried_out').waitFor();
  await state(ada, 'console.state.carried_out').waitFor();
  expect(await marked(ada)).toBe(true);
});

test('a withdrawal that is open on a screen tells the dispute that somebody else opened', async () => {
  const { transaction_id, operation_id } = await paidOut(server);
  await finn.go(`#/withdrawal/${transaction_id}`);
  await finn.heading('console.withdrawal').waitFor();
  await finn.settled();
  await ada.go(`#/withdrawal/${transaction_id}`);
  await ada.button('console.dispute').click();
  await ada.inDialog('console.dispute').click();
  await finn.page.locator(`a[href="#/case/${operation_id}"]`).waitFor();
});

/** Until what somebody else did is told; meanwhile the focus stays where it was. */
async function heardBy(desk: Desk, held: ReturnType<Desk['button']>, done: () => Promise<unknown>, shown: () => Promise<unknown>): Promise<void> {
  await desk.settled();
  await mark(desk);
  await held.focus();
  await done();
  await shown();
  await told(desk).waitFor();
  expect(await held.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await marked(desk)).toBe(true);
}

test('people and keys that somebody else makes or ends appear in lists that are open', async () => {
  await ada.go('#/staff');
  await ada.page.reload(); // What she herself did a moment ago is no news to her.
  const region = (name: 'console.people' | 'console.operator_keys') => ada.page.getByRole('region', { name: ada.say(name) });
  const row = (name: 'console.people' | 'console.operator_keys', person: string) => region(name).getByRole('row').filter({ hasText: person });
  await row('console.operator_keys', finn.person.name).first().waitFor();
  await heardBy(
    ada,
    ada.button('console.staff.add'),
    () => server.operator('POST', '/staff', { name: 'Zoe', role: 'auditor' }),
    () => row('console.people', 'Zoe').waitFor(),
  );
  let operator_key_id = '';
  const made = async () => ({ operator_key_id } = await server.operator<{ operator_key_id: string }>('POST', '/operator-keys', { person: 'Nightly run', role: 'auditor' }));
  await heardBy(ada, ada.button('console.operator_key.add'), made, () => row('console.operator_keys', 'Nightly run').waitFor());
  await heardBy(
    ada,
    ada.button('console.operator_key.add'),
    () => server.operator('DELETE', `/operator-keys/${operator_key_id}`),
    () => row('console.operator_keys', 'Nightly run').getByText(ada.say('console.state.revoked')).waitFor(),
  );
  await inspect(ada.page, 'people changed by somebody else', 0);
});

test('a POS that somebody else registers or disables is so on lists and on its own screen', async () => {
  await finn.go('#/pos');
  await finn.heading('console.pos').waitFor();
  const { owner_id } = server.demo.pos[0]!;
  let pos_id = '';
  const registered = async () => ({ pos_id } = await server.operator<{ pos_id: string }>('POST', '/pos', { owner_id, name: 'Bell Lane kiosk', currencies: ['GBP'] }));
  const link = () => finn.page.getByRole('link', { name: 'Bell Lane kiosk' });
  await heardBy(finn, finn.field('console.pos.find'), registered, () => link().waitFor());
  await link().click();
  await finn.page.getByRole('heading', { level: 1, name: 'Bell Lane kiosk' }).waitFor();
  await heardBy(
    finn,
    finn.button('console.prefund'),
    () => server.operator('POST', `/pos/${pos_id}/disable`, {}),
    () => finn.page.locator('.pill').getByText(finn.say('console.state.disabled')).first().waitFor(),
  );
});

test('a limit that somebody else sets and a stop of payouts are told where they are looked at', async () => {
  await finn.go('#/limits');
  await finn.heading('console.limits').waitFor();
  await heardBy(
    finn,
    finn.button('console.show'),
    () => server.operator('POST', '/limits', { action: 'withdraw', scope: 'wallet', currency: 'GBP', window_s: 86_400, value_max: '321.00' }),
    () => finn.page.getByText('321.00 GBP').first().waitFor(),
  );
  await finn.go('#/cases');
  await finn.heading('console.cases').waitFor();
  await mark(finn);
  await ada.go('#/limits');
  await ada.button('console.stop_payouts').click();
  await ada.dialog.getByLabel(ada.say('console.why'), { exact: true }).fill('A shop was robbed.');
  await ada.inDialog('console.stop_payouts').click();
  const stopped = finn.page.getByRole('alert').getByText('A shop was robbed.');
  await stopped.waitFor();
  await inspect(finn.page, 'payouts stopped by somebody else', 0);
  await ada.button('console.resume').click();
  await ada.inDialog('console.resume').click();
  await stopped.waitFor({ state: 'detached' });
  expect(await marked(finn)).toBe(true);
});
