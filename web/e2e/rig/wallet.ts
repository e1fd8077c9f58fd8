// A customer with her wallet on a screen: what she does, by the names she reads, in any of the languages.

import type { Locator, Page } from 'playwright-core';
import { words as ar } from '../../src/wallet/words/ar';
import { words as en } from '../../src/wallet/words/en';
import { words as sharedAr } from '../../src/shared/words/ar';
import { words as sharedEn } from '../../src/shared/words/en';
import { Device, type DeviceOptions } from './browser';
import { invite } from './people';
import type { Server } from './server';

export const PIN = '246810';
/** What a test needs at most from reading a code to its login. */
const CODE_LEFT_S_MIN = 5;
type Key = keyof typeof en | keyof typeof sharedEn;

/** The catalogue's message with its values; amounts stand in isolates of their own and are looked for apart. */
export function said(language: string, key: Key, values: Record<string, string> = {}): string {
  const catalogue = { ...(language.startsWith('ar') ? { ...sharedAr, ...ar } : { ...sharedEn, ...en }) } as Record<string, unknown>;
  const message = catalogue[key];
  const text = typeof message === 'string' ? message : (message as { other: string }).other;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

export class WalletPhone {
  readonly device: Device;
  readonly page: Page;
  readonly server: Server;
  readonly #language: string;

  private constructor(device: Device, server: Server, language: string) {
    this.device = device;
    this.page = device.page;
    this.server = server;
    this.#language = language;
  }

  static async open(server: Server, options: DeviceOptions = {}): Promise<WalletPhone> {
    const device = await Device.open(server.url, options);
    return new WalletPhone(device, server, options.locale ?? 'en');
  }

  /** A phone that is connected, locked by `PIN`, and open. */
  static async connected(server: Server, options: DeviceOptions = {}, wallet_id?: string): Promise<WalletPhone> {
    const phone = await WalletPhone.open(server, options);
    await phone.connect(await invite(server, wallet_id));
    await phone.choosePin();
    return phone;
  }

  say(key: Key, values: Record<string, string> = {}): string {
    return said(this.#language, key, values);
  }

  button(key: Key): Locator {
    return this.page.getByRole('button', { name: this.say(key), exact: true });
  }

  link(key: Key): Locator {
    return this.page.getByRole('link', { name: this.say(key), exact: true });
  }

  heading(key: Key): Locator {
    return this.page.getByRole('heading', { name: this.say(key), exact: true });
  }

  text(key: Key, values: Record<string, string> = {}): Locator {
    return this.page.getByText(this.say(key, values), { exact: true });
  }

  field(key: Key): Locator {
    return this.page.getByLabel(this.say(key), { exact: true });
  }

  async connect(code: string): Promise<void> {
    await this.device.goto(`/wallet/#/enrol?invite=${encodeURIComponent(code)}`);
    await this.button('wallet.enrol.go').click();
    await this.heading('wallet.pin.choose').waitFor();
  }

  async choosePin(): Promise<void> {
    await this.field('wallet.pin.first').fill(PIN);
    await this.field('wallet.pin.second').fill(PIN);
    await this.button('wallet.pin.keep').click();
    await this.heading('wallet.title').waitFor();
  }

  async unlock(): Promise<void> {
    await this.field('wallet.pin.pin').fill(PIN);
    await this.button('wallet.pin.open').click();
  }

  async home(): Promise<void> {
    await this.page.evaluate(() => (location.hash = '#/'));
    await this.heading('wallet.title').waitFor();
  }

  async go(address: string): Promise<void> {
    await this.page.evaluate((to) => (location.hash = to), address);
  }

  /** As far as the screen that says what it costs. */
  async price(number: string, amount: string): Promise<void> {
    await this.link('wallet.cash').click();
    await this.field('wallet.place.number').fill(number);
    await this.button('wallet.next').click();
    await this.field('wallet.cash.how_much').fill(amount);
    await this.button('wallet.next').click();
    await this.button('wallet.cash.get_code').waitFor();
  }

  /** From the first screen to the code. */
  async getCode(number: string, amount: string): Promise<string> {
    await this.price(number, amount);
    await this.button('wallet.cash.get_code').click();
    return this.goodCode();
  }

  /** The code on the screen, as a reader hears it. */
  async shownCode(): Promise<string> {
    const digits = this.page.locator('.code-digits .unseen');
    await digits.waitFor();
    return ((await digits.textContent()) ?? '').replace(/ /g, '');
  }

  /** A code that the cashier may use now and for a while yet: one that is early is waited for, one near its end renewed. */
  async goodCode(): Promise<string> {
    for (;;) {
      await this.shownCode();
      await this.page.locator('.code-note').waitFor({ state: 'detached' });
      const left = this.page.locator('.ring-number');
      if ((await left.count()) > 0 && Number(await left.innerText()) >= CODE_LEFT_S_MIN) return this.shownCode();
      await this.button('wallet.code.new').click();
    }
  }

  close(): Promise<void> {
    return this.device.close();
  }
}

/** The number on a POS's sign. */
export const signOf = async (server: Server, access_key = server.demo.seed.access_key): Promise<string> =>
  String((await server.call<{ number: string | number }>('GET', '/api/v1/pos/self', { access_key })).number);
