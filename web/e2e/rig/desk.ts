// Somebody of the operator's staff at the console: what she does, by the names she reads.

import { createHmac } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { words as doorAr } from '../../src/console/sign-in/words/ar';
import { words as doorEn } from '../../src/console/sign-in/words/en';
import { words as ar } from '../../src/console/words/ar';
import { words as en } from '../../src/console/words/en';
import { words as sharedAr } from '../../src/shared/words/ar';
import { words as sharedEn } from '../../src/shared/words/en';
import { Device, DESKTOP, type DeviceOptions } from './browser';
import type { DemoPerson, Server } from './server';

type Key = keyof typeof en | keyof typeof doorEn | keyof typeof sharedEn;

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_MS = 30_000;

/** The six digits of an authenticator (RFC 6238, HMAC-SHA-1, 30 s). */
export function authenticator(seed: string, at_ms: number): string {
  const bits = [...seed.replace(/=+$/, '')].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at_ms / STEP_MS)));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const from = mac.at(-1)! & 15;
  return String((mac.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

export class Desk {
  readonly device: Device;
  readonly page: Page;
  readonly person: DemoPerson;
  language = 'en';

  private constructor(device: Device, person: DemoPerson) {
    this.device = device;
    this.page = device.page;
    this.person = person;
  }

  /** The console before anybody signed in. */
  static async open(server: Server, role: DemoPerson['role'], options: DeviceOptions = {}): Promise<Desk> {
    const person = server.demo.staff.find((one) => one.role === role);
    if (!person) throw new Error(`the demo has nobody of the role ${role}`);
    const device = await Device.open(server.url, { viewport: DESKTOP, ...options });
    await device.goto('/console/');
    return new Desk(device, person);
  }

  static async signedIn(server: Server, role: DemoPerson['role'], options: DeviceOptions = {}): Promise<Desk> {
    const desk = await Desk.open(server, role, options);
    await desk.signIn();
    return desk;
  }

  say(key: Key, values: Record<string, string> = {}): string {
    const catalogue: Record<string, unknown> = this.language === 'ar' ? { ...sharedAr, ...doorAr, ...ar } : { ...sharedEn, ...doorEn, ...en };
    const message = catalogue[key];
    const text = typeof message === 'string' ? message : (message as { other: string }).other;
    return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  }

  /** Where the dialog is open, in it alone. */
  button(key: Key): Locator {
    return this.page.getByRole('button', { name: this.say(key), exact: true });
  }

  heading(key: Key): Locator {
    return this.page.getByRole('heading', { level: 1, name: this.say(key), exact: true });
  }

  field(key: Key): Locator {
    return this.page.getByLabel(this.say(key), { exact: true });
  }

  text(key: Key, values: Record<string, string> = {}): Locator {
    return this.page.getByText(this.say(key, values), { exact: true });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** The button within the open dialog. */
  inDialog(key: Key): Locator {
    return this.dialog.getByRole('button', { name: this.say(key), exact: true });
  }

  async type(name: string, password: string, otp: string): Promise<void> {
    await this.field('console.name').fill(name);
    await this.field('console.password').fill(password);
    await this.field('console.otp').fill(otp);
  }

  async signIn(): Promise<void> {
    await this.type(this.person.name, this.person.password, authenticator(this.person.otp_seed, Date.now()));
    await this.button('console.sign_in').click();
    await this.page.getByRole('navigation').waitFor({ state: 'attached' });
  }

  async go(address: string): Promise<void> {
    await this.page.evaluate((to) => (location.hash = to), address);
  }

  /** Until nothing is loading any more. */
  async settled(): Promise<void> {
    await this.page.locator('main h1').waitFor();
    await this.page.getByText(this.say('shared.loading'), { exact: true }).first().waitFor({ state: 'detached' });
  }

  async speak(language: 'en' | 'ar'): Promise<void> {
    await this.page.getByLabel(this.say('console.language')).selectOption(language);
    this.language = language;
    await this.page.locator(`html[lang="${language}"]`).waitFor();
  }

  close(): Promise<void> {
    return this.device.close();
  }
}
