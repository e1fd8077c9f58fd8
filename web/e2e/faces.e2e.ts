// One withdrawal through all three faces at once: the customer's phone, the cashier's page, the operator's screen.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { Counter, Desk, Device, newWallet, Server, signOf, WalletPhone } from './rig';

let server: Server;
beforeAll(async () => {
  server = await Server.start();
});
afterAll(() => server?.stop());

test('a customer, a cashier and the operator see one withdrawal live, each on a screen of their own', async () => {
  const wallet = await newWallet(server, '50.00');
  const phone = await WalletPhone.connected(server, {}, wallet.wallet_id);
  const counter = new Counter(server, await Device.open(server.url));
  const desk = await Desk.signedIn(server, 'admin');
  const till = counter.device.page;
  await counter.bind();
  await desk.go('#/');

  const code = await phone.getCode(await signOf(server), '10');
  await counter.open({ ...wallet, currency: 'GBP' }, code);
  await phone.text('wallet.live.opened').waitFor();
  await counter.amount('10');
  await counter.pay();
  await phone.text('wallet.live.set_aside').waitFor();
  await till.getByRole('status').filter({ hasText: 'Count and hand over' }).waitFor();

  // The same word on both screens: customer and cashier stand at one counter.
  const word = (await phone.page.locator('.code-word-word').innerText()).trim();
  expect(word).not.toBe('');
  await till.getByText(word, { exact: true }).waitFor();

  await till.getByRole('button', { name: 'Handed over', exact: true }).click();
  await phone.text('wallet.live.done').waitFor();
  const { withdrawals } = await phone.page.evaluate(() => fetch('/api/v1/wallet/withdrawals').then((answer) => answer.json() as Promise<{ withdrawals: { operation_id: string }[] }>));
  await desk.page.getByRole('link', { name: `…${withdrawals[0]!.operation_id.slice(-8)}` }).first().waitFor();

  await phone.close();
  await counter.device.close();
  await desk.close();
});
