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
