// Reconciliation side by side, and the reports: what others say against what the ledger knows.

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk, inspect, paidOut, picture, Server, type PaidOut } from './rig';

let server: Server;
let ada: Desk;
let finn: Desk;
let from: string;
let right: PaidOut;
let other: PaidOut;

const HEAD = 'what,operation_id,amount,currency,at';

beforeAll(async () => {
  server = await Server.start('--code-window-s', '300', '--approval-delay-s', '0');
  ada = await Desk.signedIn(server, 'admin');
  finn = await Desk.signedIn(server, 'finance');
  from = new Date().toISOString();
  right = await paidOut(server);
  other = await paidOut(server);
});
afterAll(async () => {
  await ada?.close();
  await finn?.close();
  await server?.stop();
});

const look = (desk: Desk, screen: string) => inspect(desk.page, screen, 0);
const choose = (text: string) => ada.field('console.recon.file').setInputFiles({ name: 'till.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
const journal = (...rows: string[]) => `${[HEAD, ...rows].join('\n')}\n`;

test('a wrong cell is named by its line, and nothing is sent', async () => {
  await ada.go('#/reconciliations');
  await ada.text('console.recon.none').waitFor();
  await ada.page.getByRole('link', { name: ada.say('console.recon.take') }).click();
  await ada.field('console.pos.id').fill(server.demo.seed.pos_id);
  await ada.field('console.recon.from').fill(from);
  await ada.field('console.recon.to').fill(new Date(Date.now() + 60_000).toISOString());
  await choose(journal(`withdrawal,${right.operation_id},10.00,GBP,yesterday`));
  await ada.button('console.recon.take.go').click();
  await ada.text('console.recon.wrong').waitFor();
  await ada.page.getByText(/^Line 2: “yesterday” is no time/).waitFor();
  await look(ada, 'a wrong file');
  const { reconciliations } = await server.operator<{ reconciliations: unknown[] }>('GET', '/reconciliations');
  expect(reconciliations).toEqual([]);
});

test('a journal is taken in, and what does not agree stands side by side', async () => {
  const at = new Date().toISOString();
  await choose(journal(`withdrawal,${right.operation_id},10.00,GBP,${at}`, `withdrawal,${other.operation_id},12.00,GBP,${at}`, `deposit,,5.00,GBP,${at}`));
  await look(ada, 'take in');
  await ada.button('console.recon.take.go').click();
  await ada.page.getByRole('heading', { level: 1, name: 'till.csv' }).waitFor();
  const differs = ada.page.getByRole('article').filter({ hasText: ada.say('console.break.amount_differs') });
  await differs.getByText('12.00').first().waitFor();
  expect((await differs.locator('.break-difference').innerText()).replace(/\s+/g, ' ')).toContain('2.00 GBP');
  const theirs = ada.page.getByRole('article').filter({ hasText: ada.say('console.break.only_theirs') });
  await theirs.getByText(ada.say('console.stated.deposit')).waitFor();
  await theirs.getByText(ada.say('console.recon.ours.none')).waitFor();
  await look(ada, 'breaks');
  await picture(ada.page, 'console-breaks');
  await differs.getByRole('link', { name: `…${other.transaction_id.slice(-8)}` }).click();
  await ada.heading('console.withdrawal').waitFor();
  await ada.page.goBack();
});

test('a file is taken in once', async () => {
  const url = ada.page.url();
  const at = new Date().toISOString();
  const text = journal(`withdrawal,${right.operation_id},10.00,GBP,${at}`);
  for (const known of [false, true]) {
    await ada.go('#/reconciliation/new');
    await ada.field('console.pos.id').fill(server.demo.seed.pos_id);
    await ada.field('console.recon.from').fill(from);
    await ada.field('console.recon.to').fill(new Date(Date.now() + 60_000).toISOString());
    await choose(text);
    await ada.button('console.recon.take.go').click();
    if (known) await ada.text('trouble.file_known.what').waitFor();
    else await ada.page.getByRole('heading', { level: 1, name: 'till.csv' }).waitFor();
  }
  await look(ada, 'a file that is known');
  await ada.page.goto(url);
});

test('two people clear a difference, and the proposal leads back to its file', async () => {
  const differs = ada.page.getByRole('article').filter({ hasText: ada.say('console.break.amount_differs') });
  await differs.getByRole('button', { name: ada.say('console.recon.clear') }).click();
  await ada.dialog.getByLabel(ada.say('console.why'), { exact: true }).fill('The receipt says twelve.');
  await look(ada, 'clear');
  await ada.inDialog('console.propose').click();
  await ada.heading('console.proposal.clear_break').waitFor();
  await look(ada, 'proposal to clear');

  await finn.go('#/proposals');
  await finn.page.getByRole('link', { name: finn.say('console.proposal.clear_break') }).click();
  await finn.page.getByText('The receipt says twelve.').waitFor();
  await finn.button('console.approve').click();
  await finn.inDialog('console.approve').click();
  await finn.page.locator('.pill').getByText(finn.say('console.state.carried_out')).waitFor();
  await finn.page.locator('a[href^="#/reconciliation/"]').click();
  await finn.field('console.show').selectOption('all');
  const cleared = finn.page.getByRole('article').filter({ hasText: finn.say('console.break.amount_differs') });
  await cleared.getByText(finn.say('console.state.cleared')).waitFor();
  await cleared.getByRole('button', { name: finn.say('console.recon.unclear') }).waitFor();
});

test('a break is noted and closed, and a match taken apart becomes breaks again', async () => {
  await finn.field('console.show').selectOption('open');
  const theirs = finn.page.getByRole('article').filter({ hasText: finn.say('console.break.only_theirs') });
  await theirs.getByRole('button', { name: finn.say('console.note') }).click();
  await finn.dialog.getByLabel(finn.say('console.note.text'), { exact: true }).fill('Asked the shop.');
  const file = await finn.page.evaluate(() => location.hash);
  await ada.go(file);
  const adas = ada.page.getByRole('article').filter({ hasText: ada.say('console.break.only_theirs') });
  await adas.waitFor();
  await ada.field('console.show').focus();
  await finn.inDialog('console.save').click();
  await theirs.getByText('Asked the shop.').waitFor();
  await adas.getByText('Asked the shop.').waitFor();
  await ada.page.getByRole('status').getByText(ada.say('console.changed')).first().waitFor();
  expect(await ada.field('console.show').evaluate((one) => one === document.activeElement)).toBe(true);
  await theirs.getByRole('button', { name: finn.say('console.recon.close') }).click();
  await finn.dialog.getByLabel(finn.say('console.why'), { exact: true }).fill('A misprint.');
  await finn.inDialog('console.recon.close').click();
  await theirs.waitFor({ state: 'detached' });
  await adas.waitFor({ state: 'detached' });

  await finn.field('console.show').selectOption('matches');
  await finn.button('console.recon.undo').first().click();
  await finn.dialog.getByLabel(finn.say('console.why'), { exact: true }).fill('Not the same.');
  await look(finn, 'take a match apart');
  await finn.inDialog('console.recon.undo').click();
  await finn.page.getByText('Not the same.').waitFor();
  await look(finn, 'matches');
  await finn.field('console.show').selectOption('open');
  await finn.page.getByRole('article').first().waitFor();
  await finn.field('console.show').selectOption('lines');
  await finn.page.getByRole('region', { name: finn.say('console.recon.lines') }).getByRole('row').nth(1).waitFor();
  await look(finn, 'lines');
});

test('the books come to zero, and a report leads to what it is about', async () => {
  await ada.go('#/reports');
  await ada.page.getByRole('link', { name: ada.say('console.report.trial-balance'), exact: true }).click();
  await ada.text('console.report.zero').waitFor();
  expect(await ada.page.getByRole('region', { name: ada.say('console.report.lines') }).getByRole('row').count()).toBeGreaterThan(4);
  await look(ada, 'trial balance');

  // What was cleared lies in suspense.
  await ada.go('#/report/aged-suspense');
  const suspense = ada.page.getByRole('region', { name: ada.say('console.report.aged-suspense') });
  await suspense.getByText('-2.00').waitFor();
  await look(ada, 'aged suspense');

  await ada.go('#/report/owner-statement');
  await ada.field('console.owner.id').fill(server.demo.pos[0]!.owner_id);
  await ada.field('console.currency').fill('gbp');
  await ada.field('console.report.to').fill(new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10));
  await ada.button('console.show').click();
  const statement = ada.page.getByRole('region', { name: ada.say('console.report.statement') });
  await statement.getByText(ada.say('console.closing')).first().waitFor();
  await look(ada, 'owner statement');
  const [file] = await Promise.all([ada.page.waitForEvent('download'), ada.page.getByRole('link', { name: ada.say('console.csv') }).click()]);
  expect(file.suggestedFilename()).toMatch(/^owner-.*-GBP\.csv$/);
  const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
  expect(lines[0]).toBe('\ufeffaccount_id,what,number,made_at,reason,operation_id,transfer,counterpart,amount,amount_currency,balance,balance_currency');
  expect(lines.some((line) => /,opening,.*,GBP$/.test(line)) && lines.some((line) => /,closing,.*,GBP$/.test(line))).toBe(true);
});
