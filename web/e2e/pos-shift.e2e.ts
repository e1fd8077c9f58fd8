// The shift at a POS that runs tills: counts, PINs, the blind close, notes suggested, and what a lost answer does not do.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { Counter, Device, inspect, Line, picture, Server } from './rig';

let server: Server;
let line: Line;
let device: Device;
let counter: Counter;
let till_session: string;

beforeAll(async () => {
  server = await Server.start('--code-window-s', '300');
  const { pos_id } = server.demo.seed;
  await server.operator('POST', `/pos/${pos_id}/till-running`, { runs_tills: true });
  await server.operator('POST', `/pos/${pos_id}/tills`, { name: 'Left drawer' });
  await server.operator('POST', `/pos/${pos_id}/cashiers`, { name: 'Ada', role: 'cashier', pin: '2468' });
  line = await Line.open(server.url);
  device = await Device.open(line.url);
  device.expectFault(/Failed to load resource/);
  counter = new Counter(server, device);
});

afterAll(async () => {
  await device?.close();
  await line?.close();
  await server?.stop();
});

const says = (text: string | RegExp) => counter.says(text);
const press = (name: string | RegExp) => counter.press(name);

async function sign(pin: string): Promise<void> {
  await device.page.getByLabel('PIN').fill(pin);
  await press('Sign');
}

test('without an open drawer the page offers to open one, and nothing else', async () => {
  const { page } = device;
  await counter.bind();
  await says('The shift is closed');
  expect(await page.getByRole('link', { name: 'Pay out cash' }).count()).toBe(0);
  await inspect(page, 'shift closed');
  await picture(page, 'pos-shift-closed');
});

test('a shift is opened with a count once, though the answer is lost and the page is loaded again', async () => {
  const { page } = device;
  await page.getByRole('link', { name: 'Open the shift' }).click();
  await press('Open the shift');
  await page.getByLabel('Cashier', { exact: true }).selectOption({ label: 'Ada' });
  await page.getByLabel(/^Pieces of 20\.00.GBP/).fill('10');
  await page.getByLabel(/^Pieces of 5\.00.GBP/).fill('4');
  await inspect(page, 'count');
  await picture(page, 'pos-count');
  await press('Counted');
  await sign('9999');
  await says('Cashier and PIN do not go together.');
  await inspect(page, 'pin');
  await picture(page, 'pos-pin');
  void line.lose('answer', 'POST', /\/open$/, 1_000);
  await sign('2468');
  await expect.poll(() => line.passed.filter((one) => /\/open$/.test(one)).length).toBeGreaterThan(1);
  await page.reload();
  line.mend();
  await page.getByLabel('PIN').waitFor();
  await sign('2468');
  await page.getByRole('button', { name: 'Close the shift' }).waitFor();
  const cash = await server.operator<{ tills: { till_session_id: string | null }[] }>('GET', `/pos/${server.demo.seed.pos_id}/cash`);
  expect(cash.tills[0]?.till_session_id).toBeTruthy();
  till_session = cash.tills[0]!.till_session_id!;
  await picture(page, 'pos-shift-open');
  await page.getByRole('link', { name: 'Back' }).click();
});

test('the notes to hand out are named, and a sum that the drawer cannot make is refused in words', async () => {
  const { page } = device;
  const customer = counter.customer();
  const before = await counter.balance(customer);
  await counter.open(customer, await counter.code(customer, '45.00'));
  await counter.amount('45');
  await counter.pay();
  await says('Count and hand over');
  expect(await page.getByRole('list', { name: 'Suggested notes' }).innerText()).toMatch(/2 × 20\.00\s+1 × 5\.00/);
  await inspect(page, 'notes');
  await picture(page, 'pos-notes');
  await press('Handed over');
  await says('The customer’s wallet has paid for the cash.');
  expect(before - (await counter.balance(customer))).toBe(4500n);
  await counter.next();

  await counter.open(customer, await counter.code(customer, '7.00'));
  await counter.amount('7');
  await counter.pay();
  await says('The drawer cannot make this sum from its notes.');
  await press('Cancel');
  await says('No money has moved.');
  await counter.next();
});

test('cash is fetched from the vault, and the shift closed blind', async () => {
  const { page } = device;
  await page.getByRole('link', { name: /^Shift/ }).click();
  await press('Fetch cash from the vault');
  await page.getByLabel('Currency').selectOption('GBP');
  await page.getByLabel(/^Pieces of 10\.00.GBP/).fill('3');
  await press('Counted');
  await sign('2468');
  await page.getByRole('button', { name: 'Close the shift' }).click();
  expect(await page.getByText('Expected').count()).toBe(0);
  // 200.00 + 20.00 − 45.00 + 30.00 = 205.00 should be there; 200.00 is counted.
  await page.getByLabel(/^Pieces of 20\.00.GBP/).fill('8');
  await page.getByLabel(/^Pieces of 5\.00.GBP/).fill('2');
  await page.getByLabel(/^Pieces of 10\.00.GBP/).fill('3');
  await press('Counted');
  const lost = line.lose('answer', 'POST', /\/close$/, 2);
  await sign('2468');
  await lost;
  await says('The drawer differs');
  const row = page.getByRole('row', { name: /GBP/ });
  expect((await row.innerText()).replace(/\s+/g, ' ')).toBe('200.00 GBP 205.00 GBP -5.00 GBP');
  await inspect(page, 'shift result');
  await picture(page, 'pos-shift-result');
  const closed = await server.operator<{ closed_at: string | null }>('GET', `/till-sessions/${till_session}`);
  expect(closed.closed_at).not.toBeNull();
  await press('Done');
  await page.getByRole('button', { name: 'Open the shift' }).waitFor();
});

test('cash goes to another drawer only when both cashiers sign', async () => {
  const { page } = device;
  const { pos_id } = server.demo.seed;
  const { cashier_id: other_id } = await server.operator<{ cashier_id: string }>('POST', `/pos/${pos_id}/cashiers`, { name: 'Bea', role: 'cashier', pin: '1357' });
  const { till_id } = await server.operator<{ till_id: string }>('POST', `/pos/${pos_id}/tills`, { name: 'Right drawer' });
  const { access_key } = await server.operator<{ access_key: string }>('POST', `/pos/${pos_id}/keys`, { profile: 'plain', balance_view: 'approved', networks: [] });
  const counts = [{ currency: 'GBP', notes: [{ denomination: '20.00', count: 1 }] }];
  await server.call('POST', `/api/v1/pos/tills/${till_id}/open`, { access_key, 'idempotency-key': 'right-drawer' }, { cashier_id: other_id, pin: '1357', counts });

  await press('Open the shift');
  await page.getByLabel(/^Pieces of 20\.00.GBP/).fill('5');
  await press('Counted');
  await sign('2468');
  await press('Give cash to another drawer');
  await page.getByLabel('Currency').selectOption('GBP');
  await page.getByLabel(/^Pieces of 20\.00.GBP/).fill('2');
  await inspect(page, 'to another drawer');
  await picture(page, 'pos-to-till');
  await press('Counted');
  await page.getByLabel('PIN of Ada').fill('2468');
  await page.getByLabel('PIN of Bea').fill('0000');
  await inspect(page, 'both sign');
  await picture(page, 'pos-both-sign');
  await press('Sign');
  await says('Cashier and PIN do not go together.');
  await page.getByLabel('PIN of Ada').fill('2468');
  await page.getByLabel('PIN of Bea').fill('1357');
  const lost = line.lose('answer', 'POST', /\/move$/, 1);
  await press('Sign');
  await lost;
  await page.getByRole('button', { name: 'Hand the drawer over' }).waitFor();
  const vaulted = await server.operator<{ cash: { tills: { amount: string; currency: string } }[] }>('GET', `/pos/${pos_id}/cash`);
  expect(vaulted.cash.find((one) => one.tills.currency === 'GBP')?.tills.amount).toBe('120.00');
});

test('one count hands the drawer over, and a difference is of whoever gave it', async () => {
  const { page } = device;
  const cleo = await server.operator<{ cashier_id: string }>('POST', `/pos/${server.demo.seed.pos_id}/cashiers`, { name: 'Cleo', role: 'cashier', pin: '8642' });
  await press('Hand the drawer over');
  await page.getByLabel('Who takes over').selectOption({ label: 'Cleo' });
  await page.getByLabel(/^Pieces of 20\.00.GBP/).fill('3');
  await inspect(page, 'hand over');
  await picture(page, 'pos-drawer-hand-over');
  await press('Counted');
  await page.getByLabel('PIN of Ada').fill('2468');
  await page.getByLabel('PIN of Cleo').fill('8642');
  const lost = line.lose('answer', 'POST', /\/handover$/, 1);
  await press('Sign');
  await lost;
  await says('The drawer was handed over');
  await says('The drawer is right');
  await inspect(page, 'handed over');
  await press('Done');
  await page.getByText('Left drawer · Cleo').waitFor();
  const cash = await server.operator<{ tills: { name: string; cashier_id: string | null }[] }>('GET', `/pos/${server.demo.seed.pos_id}/cash`);
  expect(cash.tills.find((one) => one.name === 'Left drawer')?.cashier_id).toBe(cleo.cashier_id);
});
