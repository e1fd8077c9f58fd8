// Training: a cashier practises on the real screens, and nothing of it is real. No request leaves the page, nothing is
// kept where operations are kept, and nobody can mistake it for the counter.

import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { announced, cameraSeeing, Counter, darkDots, DESKTOP, Device, inspect, Line, picture, printed, Server, SMALL_PHONE, type DeviceOptions } from './rig';
import { PHONE_NUMBER, practiceCode, type Lesson } from '../src/pos/training/lessons';

const PRACTICE_PIN = '1234';

let server: Server;
let line: Line;
let device: Device;
let counter: Counter;
/** Calls of the page since it was bound. */
let called: string[] = [];

const BAND = 'TRAINING – no money, hand out no cash';

beforeAll(async () => {
  server = await Server.start('--code-window-s', '300');
  line = await Line.open(server.url);
});

afterAll(async () => {
  await line?.close();
  await server?.stop();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') {
    await picture(device.page, `failed-training`, true);
    console.error(`on the screen: ${await device.page.locator('body').innerText()}`);
  }
  line.mend();
  await device?.close();
});

/** `access_key`: at another POS than the demo's own. */
async function stand(options: DeviceOptions = {}, access_key?: string): Promise<void> {
  device = await Device.open(line.url, options);
  device.expectFault(/Failed to load resource/);
  counter = new Counter(server, device, counter);
  await counter.bind(access_key);
  called = [];
  device.context.on('request', (asked) => {
    if (/\/(api\/v1|v1)\//.test(asked.url())) called.push(`${asked.method()} ${new URL(asked.url()).pathname}`);
  });
}

const says = (text: string | RegExp) => counter.says(text);
const press = (name: string | RegExp) => counter.press(name);

async function enter(): Promise<void> {
  await device.page.getByRole('link', { name: 'Training' }).click();
  await press('Begin training');
  await says(BAND);
  called = [];
}

async function leave(): Promise<void> {
  await press('End training');
  await says('Training is over');
  expect(await device.page.getByText(BAND).count()).toBe(0);
}

/** A customer with that lesson, as far as the answer to the code. */
async function visit(lesson: string, link = 'Pay out cash'): Promise<void> {
  const { page } = device;
  await page.getByLabel('What do you want to practise?').selectOption({ label: lesson });
  await page.getByRole('link', { name: link }).click();
  const phone = page.getByRole('complementary', { name: 'The practice customer’s phone' });
  await phone.locator('dd').nth(1).waitFor();
  const [number, code] = await phone.locator('dd').allInnerTexts();
  await page.getByLabel('Phone number').fill(number!);
  await page.getByLabel('Code', { exact: true }).fill(code!);
  await press('Go on');
}

const next = async () => {
  await press('Next customer');
  await device.page.getByLabel('What do you want to practise?').waitFor();
};

/** Names of what the page keeps for operations. */
const kept = () =>
  device.page.evaluate(
    () =>
      new Promise<string[]>((done, failed) => {
        const request = indexedDB.open('specie-pos-desk');
        request.onerror = () => failed(request.error);
        request.onsuccess = () => {
          const names = request.result.transaction('things').objectStore('things').getAllKeys();
          names.onsuccess = () => (request.result.close(), done(names.result as string[]));
        };
      }),
  );

test('a whole visit is practised on the real screens, marked on each, and nothing is asked or kept', async () => {
  await stand();
  const { page } = device;
  const screen = async (name: string) => {
    expect(await page.getByText(BAND).isVisible(), name).toBe(true);
    expect(await page.title(), name).toMatch(/^TRAINING · /);
    await inspect(page, `training ${name}`);
    await picture(page, `pos-training-${name}`);
  };
  await page.getByRole('link', { name: 'Training' }).click();
  await page.getByRole('button', { name: 'Begin training' }).waitFor();
  await inspect(page, 'the door to training');
  await picture(page, 'pos-training-door');
  await page.getByRole('link', { name: 'Back' }).click();
  await enter();
  await screen('home');
  await page.getByRole('link', { name: 'Pay out cash' }).click();
  await page.getByLabel('Phone number').waitFor();
  await screen('customer');
  await page.goBack();
  await visit('All goes well');
  await page.getByRole('button', { name: /^Pay out / }).waitFor();
  await screen('amount');
  await page.getByRole('button', { name: /^Pay out / }).click();
  await says('Do not hand out cash');
  await says('It is not known yet whether money has moved.');
  await screen('waiting');
  await says('Count and hand over');
  const word = page.locator('.check-word strong');
  expect(await word.innerText()).toBe(await page.getByRole('complementary').locator('strong').innerText());
  expect(await page.getByRole('status').filter({ hasText: 'Count and hand over' }).innerText()).toContain('TRAINING');
  await screen('hand-over');
  await press('Handed over');
  await says('The customer’s wallet has paid for the cash.');
  await screen('done');

  await page.evaluate(() => void (globalThis.print = () => undefined));
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.receipt').innerText()).toMatch(/TRAINING: this is no receipt[\s\S]*TRAINING: this is no receipt/);
  expect(await page.getByText(BAND).isVisible()).toBe(false);
  await picture(page, 'pos-training-receipt');
  await page.emulateMedia({ media: 'screen' });
  const [file] = await Promise.all([page.waitForEvent('download'), press('ESC/POS file')]);
  expect(darkDots(printed(await readFile((await file.path())!)))).toBeGreaterThan(1_000);
  await says('Print again (COPY)');

  await next();
  await page.getByRole('link', { name: 'Today’s operations' }).click();
  await page.getByRole('link', { name: /Cash payout/ }).waitFor();
  await screen('today');
  await page.getByRole('link', { name: 'Back' }).click();
  expect(called).toEqual([]);
  expect(await kept()).toEqual([]);
  await leave();
  await inspect(page, 'after training');
  await picture(page, 'pos-training-over');
  await page.getByRole('link', { name: 'Today’s operations' }).click();
  await says(/Elsewhere at this point of sale|Nothing yet/); // Soon after midnight there is no day's work yet.
  expect(await page.getByRole('heading', { name: 'On this device' }).count()).toBe(0);
  // The page is the real one again.
  await page.getByRole('link', { name: 'Back' }).click();
  expect(await page.getByText('Training is over').count()).toBe(0);
  const served = await counter.counting();
  expect(await page.title()).not.toContain('TRAINING');
  expect(await page.getByText(/TRAINING/).count()).toBe(0);
  await counter.handedOver();
  await counter.leaves(served, 1000n);
});

test('each trouble is said as it is at the counter', async () => {
  await stand();
  const { page } = device;
  await enter();
  const pay = () => page.getByRole('button', { name: /^Pay out / }).click();

  await visit('A wrong code');
  await says('The phone number and code do not go together, or the code is over.');
  await says('Ask the customer for a new code.');
  await picture(page, 'pos-training-wrong-code');
  await next();

  await visit('An answer is lost');
  await pay();
  await says('The server is not heard');
  await says('Do not hand out cash');
  await picture(page, 'pos-training-lost');
  await says('Count and hand over');
  await press('Not handed over');
  await says('The money went back to the customer’s wallet.');
  await next();

  await visit('An answer is lost');
  await pay();
  await says('The server is not heard');
  await press('Stop: no cash changes hands');
  await says('The money went back to the customer’s wallet.');
  await next();

  await visit('Not enough money in the wallet');
  await pay();
  await says('There is not enough money for this and its fee.');
  await says('Hand out no cash. The customer may ask for less.');
  await press('Cancel');
  await says('It was cancelled.');
  await next();

  await visit('The time is over before the payment');
  await pay();
  await says('The time for this customer is over.');
  await says('No money has moved.');
  await next();

  await visit('The time is over while you count');
  await pay();
  await says('Count and hand over');
  await page.getByText('Hand out nothing now. Say what happened before.', { exact: true }).waitFor({ timeout: 30_000 });
  await press('Handed over');
  await says('The customer’s wallet has paid for the cash.');
  await next();

  await visit('The customer says the amount at the counter');
  const asked = await page.getByText(/^The customer says: /).innerText();
  await page.getByRole('textbox', { name: 'Amount' }).fill(/[\d.]+/.exec(asked)![0]);
  await inspect(page, 'training amount pad');
  await picture(page, 'pos-training-pad');
  await pay();
  await says('Count and hand over');
  await press('Only a part');
  await page.getByRole('textbox', { name: 'Handed over' }).fill('1');
  await press(/handed over$/);
  await says('The wallet has paid for what was handed over. The rest went back.');
  await next();

  await visit('All goes well', 'Take in cash');
  await press(/^Counted: credit/);
  await says('Put the cash in the drawer');
  await press('Cash is in the drawer');
  await says('The money is in the customer’s wallet.');
  await next();
  expect(called).toEqual([]);
  expect(await kept()).toEqual([]);
});

/** A count of the practice drawer, signed. */
async function count(pieces: Record<string, string>, ...names: string[]): Promise<void> {
  const { page } = device;
  const pounds = page.locator('details', { hasText: 'GBP' });
  await pounds.waitFor();
  if ((await pounds.getAttribute('open')) === null) await pounds.locator('summary').click();
  for (const [piece, text] of Object.entries(pieces)) await page.getByLabel(new RegExp(`^Pieces of ${piece}`)).fill(text);
  await press('Counted');
  for (const name of names.length > 0 ? names : ['PIN']) await page.getByLabel(name).fill(PRACTICE_PIN);
  await press('Sign');
}

test('a shift is practised: opened, moved, handed over and closed blind with a difference, in the chosen currency', async () => {
  const place = server.demo.pos.find((one) => one.profile === 'plain' && one.pos_id !== server.demo.seed.pos_id && one.currencies.length > 1 && one.currencies.includes('GBP'))!;
  await server.operator('POST', `/pos/${place.pos_id}/till-running`, { runs_tills: true });
  await stand({}, place.access_key);
  const { page } = device;
  const screen = async (name: string) => {
    expect(await page.getByText(BAND).isVisible(), name).toBe(true);
    await inspect(page, `training ${name}`);
    await picture(page, `pos-training-${name}`);
  };
  await enter();
  await page.getByLabel('Currency', { exact: true }).selectOption('GBP');
  await says('The shift is closed');
  expect(await page.getByRole('link', { name: 'Pay out cash' }).count()).toBe(0);
  await screen('shift-home');
  await page.getByRole('link', { name: 'Open the shift' }).click();
  await press('Open the shift');
  const drawer = page.getByRole('complementary', { name: 'Practice drawer' });
  await drawer.getByText(PRACTICE_PIN).waitFor();
  expect(await drawer.innerText()).toMatch(/\d × .*20\.00|\d × .*50\.00/);
  await screen('shift-count');
  await count({ '20\\.00.GBP': '10', '5\\.00.GBP': '4' });
  await page.getByRole('button', { name: 'Close the shift' }).waitFor();
  await screen('shift-open');

  await page.getByRole('link', { name: 'Back' }).click();
  await visit('All goes well');
  await page.getByRole('button', { name: /^Pay out / }).click();
  await says('Count and hand over');
  expect(await page.getByRole('status').filter({ hasText: 'Count and hand over' }).innerText()).toContain('GBP');
  await press('Handed over');
  await says('The customer’s wallet has paid for the cash.');
  await next();

  await page.getByRole('link', { name: /^Shift/ }).click();
  await press('Fetch cash from the vault');
  await page.getByLabel('Currency').selectOption('GBP');
  await count({ '10\\.00.GBP': '3' });
  await press('Hand the drawer over');
  await count({ '20\\.00.GBP': '9', '10\\.00.GBP': '2' }, 'PIN of Practice cashier A', 'PIN of Practice cashier B');
  await says('The drawer was handed over');
  await press('Done');
  await page.getByText('Practice drawer · Practice cashier B').waitFor();

  await press('Close the shift');
  expect(await page.getByText('Expected').count()).toBe(0);
  await count({ '20\\.00.GBP': '9', '10\\.00.GBP': '1' });
  await says('The drawer differs');
  expect((await page.getByRole('row', { name: /GBP/ }).innerText()).replace(/\s+/g, ' ')).toBe('190.00 GBP 200.00 GBP -10.00 GBP');
  await screen('shift-result');
  await press('Done');
  await says('The shift is closed');
  expect(called).toEqual([]);
  expect(await kept()).toEqual([]);
  await leave();
  const cash = await server.operator<{ tills: unknown[] }>('GET', `/pos/${place.pos_id}/cash`);
  expect(cash.tills).toEqual([]);
});

test('without a network training goes on, for it asks nothing', async () => {
  await stand();
  await enter();
  await device.offline(true);
  await visit('All goes well');
  await device.page.getByRole('button', { name: /^Pay out / }).click();
  await says('Count and hand over');
  await device.offline(false);
  expect(called).toEqual([]);
});

test('a page loaded again in training is the real one, and says so', async () => {
  await stand();
  const { page } = device;
  await enter();
  await visit('All goes well');
  await page.getByRole('button', { name: /^Pay out / }).click();
  await says('Count and hand over');
  await page.reload();
  await says('Training is over');
  await page.getByRole('link', { name: 'Pay out cash' }).waitFor();
  expect(await page.getByText(BAND).count()).toBe(0);
  expect(await kept()).toEqual([]);
  await page.reload();
  await page.getByRole('link', { name: 'Pay out cash' }).waitFor();
  expect(await page.getByText('Training is over').count()).toBe(0);
});

test('training that nobody touches ends by itself', async () => {
  await stand();
  const { page } = device;
  await page.clock.install();
  await page.reload();
  await enter();
  await page.clock.runFor(4 * 60_000);
  await page.getByLabel('What do you want to practise?').press('Tab');
  await page.clock.runFor(4 * 60_000);
  expect(await page.getByText(BAND).isVisible()).toBe(true);
  await page.clock.runFor(61_000);
  await says('Training is over');
  expect(await page.getByText(BAND).count()).toBe(0);
});

test('while something real is open the door to training is shut', async () => {
  await stand();
  const { page } = device;
  const served = await counter.counting();
  await device.goto('/pos/#/training');
  await says('Count and hand over');
  expect(await page.getByRole('button', { name: 'Begin training' }).count()).toBe(0);
  await device.offline(true);
  await press('Handed over');
  await says('Saved. Being sent.');
  await counter.next();
  await page.getByRole('link', { name: 'Training' }).click();
  await says('First finish what is open: an operation, a word that waits to be sent, or a count.');
  expect(await page.getByRole('button', { name: 'Begin training' }).count()).toBe(0);
  await inspect(page, 'training not now');
  await picture(page, 'pos-training-not-now');
  await device.offline(false);
  await page.getByRole('button', { name: 'Begin training' }).waitFor();
  await counter.paid(served, 1000n);
});

test('a practice code of another phone is read with the camera', async () => {
  await stand({ camera: await cameraSeeing(`SPECIE1:${PHONE_NUMBER}:${practiceCode('well', 'withdraw')}`) });
  await enter();
  await device.page.getByRole('link', { name: 'Pay out cash' }).click();
  await press('Scan the customer’s code');
  await device.page.getByRole('button', { name: /^Pay out / }).waitFor();
  expect(called).toEqual([]);
});

test('a visit is practised with the keyboard alone, and a reader hears on each screen that it is practice', async () => {
  await stand();
  const { page } = device;
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
  /** The focus is on the screen's name, which is what a reader says first. */
  const named = (practice = true) =>
    page.waitForFunction((marked) => document.activeElement?.tagName === 'H1' && document.activeElement.textContent!.startsWith('TRAINING') === marked, practice);
  await until('Training');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Begin training' }).waitFor();
  await named(false);
  await until('Begin training');
  await page.keyboard.press('Enter');
  await named();
  await until('Pay out cash');
  await page.keyboard.press('Enter');
  await page.getByLabel('Phone number').waitFor();
  await named();
  await until('Phone number');
  await page.keyboard.type(PHONE_NUMBER);
  await until('Code');
  await page.keyboard.type(practiceCode('well', 'withdraw'));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Pay out / }).waitFor();
  await named();
  await until(/^Pay out /);
  await page.keyboard.press('Enter');
  await says('Count and hand over');
  await named();
  expect((await announced(page)).join(' ')).toContain('TRAINING');
  await until('Handed over');
  await page.keyboard.press('Enter');
  await says('The customer’s wallet has paid for the cash.');
  await page.keyboard.press('Shift+Tab');
  await leave();
  await named(false);
});

const looks: [name: string, language: string, options: DeviceOptions, lesson: Lesson][] = [
  ['dark', 'en', { dark: true }, 'well'],
  ['small', 'en', { viewport: SMALL_PHONE }, 'lost'],
  ['ar', 'ar', {}, 'well'],
  ['fr', 'fr', { viewport: SMALL_PHONE }, 'poor'],
  ['es', 'es', { viewport: SMALL_PHONE }, 'well'],
  ['sw', 'sw', { viewport: SMALL_PHONE }, 'well'],
  ['desktop', 'en', { viewport: DESKTOP }, 'well'],
];

test.each(looks)('every screen of practice passes: %s', async (name, language, options, lesson) => {
  await stand(options);
  const { page } = device;
  const step = async (screen: string) => {
    expect(await page.locator('.frame-training').isVisible()).toBe(true);
    await inspect(page, `training ${name} ${screen}`);
    await picture(page, `pos-training-${name}-${screen}`);
  };
  await page.evaluate((chosen) => localStorage.setItem('specie.language', chosen), language);
  await page.reload();
  await page.locator('.menu a').last().click();
  await page.locator('main .button-main').click();
  await page.locator('select[name=lesson]').selectOption(lesson);
  await step('home');
  await page.locator('main .button-main').click();
  await page.locator('input[name=phone_number]').fill(PHONE_NUMBER);
  await page.locator('input[name=code]').fill(practiceCode(lesson, 'withdraw'));
  await step('customer');
  await page.locator('.practice-phone summary').click();
  await page.locator('.qr').waitFor();
  await step('qr');
  await page.locator('button[type=submit]').click();
  await page.locator('.check-word').waitFor();
  await step('amount');
  await page.locator('main .button-main').click();
  await page.locator('.verdict-wait').waitFor();
  await step('waiting');
  if (lesson === 'poor') {
    await page.locator('.notice-bad').waitFor();
    return step('poor');
  }
  if (lesson === 'lost') {
    await page.locator('.notice-wait').waitFor();
    await step('lost');
  }
  await page.locator('.verdict-good .notes, .verdict-good').first().waitFor();
  await step('hand-over');
  await page.locator('main .button-main').click();
  await page.locator('.receipt-actions').waitFor({ state: 'attached' });
  return step('done');
});
