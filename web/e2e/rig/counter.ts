// A counter for tests of the POS page: a bound device, customers with codes, and what the books say afterwards.

import { expect } from 'vitest';
import type { Device } from './browser';
import type { DemoWallet, Server } from './server';

export interface Customer {
  phone_number: string;
  wallet_id: string;
  account_id: string;
  currency: string;
}


export interface Served {
  customer: Customer;
  /** The wallet's balance, in minor units. */
  before: bigint;
}

const COUNT = 'Count and hand over';
const PAID = 'The customer’s wallet has paid for the cash.';

/** What a test needs at most from a code to its login, with a restart of the server between. */
const CODE_LEFT_MS_MIN = 15_000;

const minor = (text: string): bigint => BigInt(text.replace('.', ''));

export class Counter {
  readonly server: Server;
  readonly device: Device;
  #next = 20;

  /** `before`: a counter whose customers were served already. */
  constructor(server: Server, device: Device, before?: Counter) {
    this.server = server;
    this.device = device;
    if (before) this.#next = before.#next;
  }

  /** A customer nobody served yet, with at least 60 and at most `most` of the currency. */
  customer(currency = 'GBP', most = Infinity): Customer {
    for (;;) {
      const wallet: DemoWallet | undefined = this.server.demo.wallets[(this.#next += 1)];
      if (!wallet) throw new Error('no wallet is left');
      const account = wallet.accounts.find((one) => one.currency === currency && Number(one.balance) >= 60 && Number(one.balance) <= most);
      if (account) return { phone_number: wallet.phone_number, wallet_id: wallet.wallet_id, account_id: account.account_id, currency };
    }
  }

  /** The customer's phone arms a code. One that is near the end of its window, or before its beginning, is waited over. */
  async code(customer: Customer, amount: string, purpose: 'withdraw' | 'deposit' = 'withdraw', pos_id = this.server.demo.seed.pos_id): Promise<string> {
    const body = { pos_id, purpose, amount: { amount, currency: customer.currency } };
    for (;;) {
      const made = await this.server.operator<{ code: string; server_time: string; valid_from: string; expires_at: string }>('POST', `/wallets/${customer.wallet_id}/codes`, body);
      const now_ms = Date.parse(made.server_time);
      const good_ms = Date.parse(made.expires_at) - now_ms;
      if (Date.parse(made.valid_from) <= now_ms && good_ms > CODE_LEFT_MS_MIN) return made.code;
      const wait_ms = Math.max(Date.parse(made.valid_from) - now_ms, 0) || good_ms;
      await new Promise((over) => setTimeout(over, wait_ms + 100));
    }
  }

  async balance(customer: Customer): Promise<bigint> {
    const account = await this.server.operator<{ balance: { amount: string } }>('GET', `/accounts/${customer.account_id}`);
    return minor(account.balance.amount);
  }

  async bind(access_key = this.server.demo.seed.access_key): Promise<void> {
    const { page } = this.device;
    await this.device.goto('/pos/');
    await page.getByLabel('Access key').fill(access_key);
    await page.getByRole('button', { name: 'Set up' }).click();
    await page.getByRole('navigation', { name: 'More' }).waitFor();
  }

  /** Types the customer's phone number and code. */
  async open(customer: Customer, code: string, link = 'Pay out cash'): Promise<void> {
    const { page } = this.device;
    await page.getByRole('link', { name: link }).click();
    await page.getByLabel('Phone number').fill(customer.phone_number);
    await page.getByLabel('Code', { exact: true }).fill(code);
    await page.getByRole('button', { name: 'Go on' }).click();
  }

  /** Types the amount, unless the server told the armed one. */
  async amount(amount: string, verb = 'Pay out'): Promise<void> {
    const { page } = this.device;
    const go = page.getByRole('button', { name: new RegExp(`^${verb} `) });
    await go.waitFor();
    const pad = page.getByRole('textbox', { name: 'Amount' });
    if (await pad.isVisible()) {
      const account = page.getByLabel('Account', { exact: true });
      if (await account.isVisible()) await account.selectOption({ label: 'GBP' });
      const currency = page.getByLabel('Currency', { exact: true });
      if (await currency.isVisible()) await currency.selectOption({ label: 'GBP' });
      await pad.fill(amount);
    }
  }

  async pay(): Promise<void> {
    await this.device.page.getByRole('button', { name: /^Pay out / }).click();
  }

  /** Until the screen says so. */
  says(text: string | RegExp): Promise<void> {
    return this.device.page.getByText(text).first().waitFor();
  }

  press(name: string | RegExp): Promise<void> {
    return this.device.page.getByRole('button', { name, exact: true }).click();
  }

  /** A customer of whom nothing was asked yet has the code opened and the amount on the screen. */
  async arrives(): Promise<Served> {
    const served = await this.served();
    await this.open(served.customer, await this.code(served.customer, '10.00'));
    await this.amount('10');
    return served;
  }

  /** A customer, and what is in the wallet before. */
  async served(customer = this.customer()): Promise<Served> {
    return { customer, before: await this.balance(customer) };
  }

  /** As far as the cashier counting the cash. */
  async counting(): Promise<Served> {
    const served = await this.arrives();
    await this.pay();
    await this.says(COUNT);
    return served;
  }

  /** The cashier says that the cash was handed over, and the wallet has paid. */
  async handedOver(): Promise<void> {
    await this.press('Handed over');
    await this.says(PAID);
  }

  /** The wallet has paid exactly so much. */
  async paid({ customer, before }: Served, minor: bigint): Promise<void> {
    expect(before - (await this.balance(customer))).toBe(minor);
  }

  /** After the operation: so much was paid, and the next customer is welcome. */
  async leaves(served: Served, minor_paid: bigint): Promise<void> {
    await this.paid(served, minor_paid);
    await this.next();
  }

  async next(): Promise<void> {
    const { page } = this.device;
    await page.getByRole('button', { name: 'Next customer' }).click();
    await page.getByRole('link', { name: 'Pay out cash' }).waitFor();
  }
}
