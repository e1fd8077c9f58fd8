// The cashier's page where time runs out, keys are revoked, paper is printed, and people use it otherwise: with the
// keyboard alone, in Arabic, in the dark, on a small phone.

import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { cameraSeeing, Counter, darkDots, Device, inspect, Line, picture, printed, Server, SMALL_PHONE, type DeviceOptions } from './rig';

let server: Server;
let line: Line;
let device: Device;
let counter: Counter;

/** Short sessions, so that their end is seen. */
const IDLE_S = 6;

beforeAll(async () => {
  server = await Server.start('--code-window-s', '300', '--session-idle-s', String(IDLE_S));
  line = await Line.open(server.url);
});

afterAll(async () => {
  await line?.close();
  await server?.stop();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.error(`on the screen: ${await device.page.locator('body').innerText()}\ncalls: ${line.passed.slice(-6).join('\n')}`);
  line.mend();
  await device?.close();
});

async function stand(options: DeviceOptions = {}): Promise<void> {
  device = await Device.open(line.url, options);
  device.expectFault(/Failed to load resource/);
  const known = counter;
  counter = new Counter(server, device, known);
  await counter.bind();
}

const says = (text: string | RegExp) => counter.says(text);
const press = (name: string | RegExp) => counter.press(name);

test('the armed amount is shown and not typed, with the check word of the customer’s phone', async () => {
  await stand();
  const { page } = device;
  const customer = counter.customer();
  await counter.open(customer, await counter.code(customer, '10.00'));
  await page.getByRole('button', { name: /^Pay out 10\.00.GBP$/ }).waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0);
  const word = await page.locator('.check-word strong').innerText();
  expect(word).toMatch(/\S{3,}/);
  await inspect(page, 'armed');
  await picture(page, 'pos-armed');
  await counter.pay();
  await says('Count and hand over');
  expect(await page.locator('.check-word strong').innerText()).toBe(word);
  await counter.handedOver();
});

test('when the time is over the page hands out nothing, and the word still counts', async () => {
  await stand();
  const { page } = device;
  const first = await counter.counting();
  await page.getByText('Hand out nothing now. Say what happened before.', { exact: true }).waitFor({ timeout: (IDLE_S + 20) * 1_000 });
  expect(await page.getByText('Count and hand over').count()).toBe(0);
  await inspect(page, 'time over');
  await picture(page, 'pos-time-over');
  await counter.handedOver();
  await counter.leaves(first, 1000n);

  const second = await counter.counting();
  await page.getByText('Hand out nothing now. Say what happened before.', { exact: true }).waitFor({ timeout: (IDLE_S + 20) * 1_000 });
  await press('I do not know');
  await says('Call the operator');
  await says('The money is set aside for this customer.');
  await inspect(page, 'call the operator');
  await picture(page, 'pos-call-operator');
  await press('Not handed over');
  await says('The money went back to the customer’s wallet.');
  await counter.paid(second, 0n);
});

test('a code opened and left alone ends without money, and says so', async () => {
  await stand();
  const customer = counter.customer();
  await counter.open(customer, await counter.code(customer, '10.00'));
  await counter.amount('10');
  await new Promise((over) => setTimeout(over, (IDLE_S + 1) * 1_000));
  await counter.pay();
  await says('The time for this customer is over.');
  await says('No money has moved.');
  await says('Do not hand out cash');
  await inspect(device.page, 'expired');
});

test('a key revoked while the answer is lost leaves a doubt, and nothing is handed out', async () => {
  await stand();
  const { page } = device;
  const place = server.demo.seed.pos_id;
  const made = await server.operator<{ key_id: string; access_key: string }>('POST', `/pos/${place}/keys`, { profile: 'plain', balance_view: 'zero' });
  await page.getByRole('link', { name: 'This device' }).click();
  await press('Remove from this device');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove from this device' }).click();
  await page.getByRole('heading', { name: 'Set up this device' }).waitFor();
  await counter.bind(made.access_key);
  const customer = counter.customer();
  await counter.open(customer, await counter.code(customer, '10.00'));
  await counter.amount('10');
  void line.lose('answer', 'POST', /\/withdraw\//, 1_000);
  await counter.pay();
  await says('The server is not heard');
  await server.operator('DELETE', `/pos/${place}/keys/${made.key_id}`);
  line.mend();
  await says('Call the operator');
  await says('It is not known yet whether money has moved.');
  expect(await page.getByText('Count and hand over').count()).toBe(0);
  await inspect(page, 'doubt');
  await picture(page, 'pos-doubt');
  await press('Next customer');
  await says('Not settled: 1');
  await inspect(page, 'home with a doubt');
});

/** One line of a receipt, in dots. */
const LINE_DOTS = 34;

test('a receipt is printed at both widths, as bytes too, and once more as a copy', async () => {
  await stand();
  const { page } = device;
  // A printer on a serial line, as the browser would offer it: it keeps what is written to it.
  await page.addInitScript(() => {
    const jobs: number[][] = [];
    const port = {
      open: async () => undefined,
      close: async () => undefined,
      get writable() {
        const job: number[] = [];
        jobs.push(job);
        return new WritableStream<Uint8Array>({ write: (bytes) => void job.push(...bytes) });
      },
    };
    Object.assign(globalThis, { jobs });
    Object.defineProperty(navigator, 'serial', { value: { getPorts: async () => [port], requestPort: async () => port } });
  });
  await page.reload();
  const paper = async (width: '58 mm' | '80 mm') => {
    await page.getByRole('link', { name: 'This device' }).click();
    await page.getByLabel('Receipt paper').selectOption({ label: width });
    await page.getByRole('link', { name: 'Back' }).click();
  };
  const jobs = () => page.evaluate(() => (globalThis as unknown as { jobs: number[][] }).jobs);
  for (const [width, dots, box_mm] of [['58 mm', 384, 54], ['80 mm', 576, 76]] as const) {
    await paper(width);
    await counter.counting();
    await counter.handedOver();
    await page.evaluate(() => void (globalThis.print = () => undefined));
    await page.emulateMedia({ media: 'print' });
    expect((await page.locator('.receipt').boundingBox())!.width).toBeCloseTo((box_mm / 25.4) * 96, 0);
    expect(await page.locator('.receipt').innerText()).toContain('10.00');
    expect(await page.locator('.receipt').innerText()).not.toContain('COPY');
    expect(await page.getByRole('button', { name: 'Next customer' }).isVisible()).toBe(false);
    await picture(page, `pos-receipt-${width.slice(0, 2)}`);
    await page.emulateMedia({ media: 'screen' });

    const before = (await jobs()).length;
    await press('Receipt printer');
    await expect.poll(async () => (await jobs()).length).toBe(before + 1);
    const first = printed(Uint8Array.from((await jobs())[before]!));
    expect(first.width).toBe(dots);
    expect(darkDots(first)).toBeGreaterThan(1_000);

    // The same once more, as a file this time: one line longer, which says COPY.
    await says('Print again (COPY)');
    const [file] = await Promise.all([page.waitForEvent('download'), press('ESC/POS file')]);
    const copy = printed(await readFile((await file.path())!));
    expect(copy.width).toBe(dots);
    expect(copy.rows.length).toBe(first.rows.length + LINE_DOTS);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.receipt').innerText()).toContain('COPY');
    await page.emulateMedia({ media: 'screen' });
    await counter.next();
  }
});

/** What the operator is shown of the prints of the transaction on the screen. */
async function prints(): Promise<{ medium: string; copy: boolean }[]> {
  const transaction = await device.page.locator('dd.digits').innerText();
  const story = await server.operator<{ prints: { medium: string; copy: boolean }[] }>('GET', `/withdrawals/${transaction.trim()}/timeline`);
  return story.prints.map(({ medium, copy }) => ({ medium, copy }));
}

test('prints are told once each, though answers are lost, there is no network and the page is loaded again', async () => {
  await stand();
  const { page } = device;
  await counter.counting();
  await counter.handedOver();
  const reference = page.locator('dd.digits');
  await reference.waitFor();
  const lost = line.lose('answer', 'POST', /\/prints$/, 2);
  await Promise.all([page.waitForEvent('download'), press('ESC/POS file')]);
  await lost;
  await expect.poll(prints).toEqual([{ medium: 'file', copy: false }]);
  await device.offline(true);
  await Promise.all([page.waitForEvent('download'), press('ESC/POS file')]);
  await counter.next();
  await device.offline(false);
  await page.reload();
  await page.getByRole('link', { name: 'Today’s operations' }).click();
  await page.getByRole('link', { name: /Cash payout/ }).first().click();
  await reference.waitFor();
  await says('Print again (COPY)');
  await expect.poll(prints).toEqual([{ medium: 'file', copy: false }, { medium: 'file', copy: true }]);
});

test('the customer’s code is read with the camera', async () => {
  counter ??= new Counter(server, device);
  const customer = counter.customer();
  const code = await counter.code(customer, '10.00');
  await stand({ camera: await cameraSeeing(`SPECIE1:${customer.phone_number}:${code}`) });
  const { page } = device;
  await page.getByRole('link', { name: 'Pay out cash' }).click();
  await press('Scan the customer’s code');
  await page.getByRole('button', { name: /^Pay out 10\.00/ }).waitFor();
});

test('a withdrawal is done with the keyboard alone', async () => {
  await stand();
  const { page } = device;
  const customer = counter.customer();
  const code = await counter.code(customer, '10.00');
  const until = async (name: string | RegExp) => {
    for (let tabs = 0; tabs < 30; tabs += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const one = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLLabelElement> };
        return one.labels?.[0]?.innerText ?? one.innerText;
      });
      if (typeof name === 'string' ? focused === name : name.test(focused)) return;
    }
    throw new Error(`the keyboard does not reach ${name}`);
  };
  // A new screen takes the focus to its name; who types before that types into the one before.
  const named = () => page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  await named();
  await until('Pay out cash');
  await page.keyboard.press('Enter');
  await page.getByLabel('Phone number').waitFor();
  await named();
  await until('Phone number');
  await page.keyboard.type(customer.phone_number);
  await until('Code');
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Pay out / }).waitFor();
  await named();
  await until(/^Pay out /);
  await page.keyboard.press('Enter');
  await says('Count and hand over');
  await named();
  await until('Handed over');
  await page.keyboard.press('Enter');
  await says('The customer’s wallet has paid for the cash.');
  await named();
  await until('Next customer');
});

/** The screens of a withdrawal, of which the words are not looked for. */
async function tour(name: string): Promise<void> {
  const { page } = device;
  const step = async (screen: string) => {
    await inspect(page, `${name} ${screen}`);
    await picture(page, `pos-${name}-${screen}`);
  };
  const customer = counter.customer();
  const code = await counter.code(customer, '10.00');
  await step('home');
  await page.locator('.button-main').click();
  await page.locator('input[name=phone_number]').fill(customer.phone_number);
  await page.locator('input[name=code]').fill(code);
  await step('customer');
  await page.locator('button[type=submit]').click();
  await page.locator('.verdict-amount').waitFor();
  await step('amount');
  await page.locator('.button-main').click();
  await page.locator('.verdict-good').waitFor();
  await step('hand-over');
  await page.getByRole('button').nth(1).click();
  await page.locator('.pad').waitFor();
  await step('part');
  await page.locator('input[name=amount]').fill('6');
  await page.locator('button[type=submit]').click();
  await page.locator('.receipt-actions').waitFor({ state: 'attached' });
  await step('done');
  await page.locator('main .button-main').click();
  await page.locator('.menu').waitFor();
  await device.goto('/pos/#/today');
  await page.locator('.today').first().waitFor();
  await step('today');
  await device.goto('/pos/#/device');
  await page.locator('dl').waitFor();
  await step('device');
}

test('in the dark', async () => {
  await stand({ dark: true });
  await tour('dark');
});

test('on a small phone', async () => {
  await stand({ viewport: SMALL_PHONE });
  await tour('small');
});

test.each(['ar', 'fr', 'es', 'sw'])('in the language %s on a small phone', async (language) => {
  await stand({ viewport: SMALL_PHONE });
  await device.page.evaluate((chosen) => localStorage.setItem('specie.language', chosen), language);
  await device.page.reload();
  await device.page.locator('.menu').waitFor();
  expect(await device.page.evaluate(() => document.documentElement.dir)).toBe(language === 'ar' ? 'rtl' : 'ltr');
  await tour(language);
});
