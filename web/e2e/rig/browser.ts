// Debian's Chromium with a profile of its own. Every page is watched: a request to another host, a broken policy, an
// error in the console or an exception fails the test that made it.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const PHONE = { width: 390, height: 844 };
export const SMALL_PHONE = { width: 320, height: 640 };
export const TABLET = { width: 768, height: 1024 };
export const DESKTOP = { width: 1440, height: 900 };

export interface DeviceOptions {
  viewport?: { width: number; height: number };
  locale?: string;
  dark?: boolean;
  /** A y4m or mjpeg file shown to the page as its camera. */
  camera?: string;
  reducedMotion?: boolean;
}

type Launch = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;
const LAUNCHES_MAX = 3;

/** A browser that dies at its start, as Chromium does on a machine short of memory, is started again. */
async function launch(profile: string, options: Launch): Promise<BrowserContext> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await chromium.launchPersistentContext(profile, options);
    } catch (failure) {
      if (tries === LAUNCHES_MAX) throw failure;
    }
  }
}

/** One person's device: a browser profile with its pages, cookies and store. */
export class Device {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What should not have happened; looked at by `close`. */
  readonly faults: string[] = [];
  readonly #profile: string;
  readonly #origin: string;
  readonly #expected: RegExp[] = [];

  private constructor(context: BrowserContext, page: Page, profile: string, origin: string) {
    this.context = context;
    this.page = page;
    this.#profile = profile;
    this.#origin = origin;
    context.on('request', (request) => this.#see(request.url()));
    context.on('console', (message) => {
      // The browser logs every refusal of the server; what the page makes of it is for the test to see.
      const refusal = /^Failed to load resource: the server responded/.test(message.text()) && /\/(api\/v1|v1)\//.test(message.location().url);
      if (message.type() === 'error' && !refusal) this.#fault(`console: ${message.text()} ${message.location().url}`);
    });
    context.on('weberror', (thrown) => this.#fault(`exception: ${thrown.error().stack ?? thrown.error().message}`));
  }

  static async open(origin: string, options: DeviceOptions = {}): Promise<Device> {
    const profile = await mkdtemp(join(tmpdir(), 'specie-chromium-'));
    const camera = options.camera
      ? ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${options.camera}`]
      : [];
    const context = await launch(profile, {
      executablePath: CHROMIUM,
      headless: true,
      args: [...FLAGS, ...camera],
      viewport: options.viewport ?? PHONE,
      locale: options.locale ?? 'en-GB',
      colorScheme: options.dark ? 'dark' : 'light',
      reducedMotion: options.reducedMotion === false ? 'no-preference' : 'reduce',
      ...(options.camera && { permissions: ['camera'] }),
    });
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(15_000);
    return new Device(context, page, profile, new URL(origin).origin);
  }

  goto(path: string): Promise<unknown> {
    return this.page.goto(this.#origin + path);
  }

  /** From now on an error in the console like this one is part of the test: a network cut on purpose, a refusal. */
  expectFault(like: RegExp): void {
    this.#expected.push(like);
  }

  async offline(off: boolean): Promise<void> {
    this.expectFault(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
    await this.context.setOffline(off);
  }

  async close(): Promise<void> {
    await this.context.close();
    await rm(this.#profile, { recursive: true, force: true });
    expect(this.faults).toEqual([]);
  }

  #see(url: string): void {
    if (/^(data|blob|about|chrome|chrome-extension):/.test(url)) return;
    if (new URL(url).origin !== this.#origin) this.#fault(`asked another host: ${url}`);
  }

  #fault(text: string): void {
    if (!this.#expected.some((like) => like.test(text))) this.faults.push(text);
  }
}
