// The cashier's page against the real program: what the screen says about the cash, and what the books say afterwards,
// with everything broken that can break on the way.

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Cashier, Counter, Device, inspect, Line, picture, Server } from './rig';

let server: Server;
let line: Line;
let device: Device;
let counter: Counter;

beforeAll(async () => {
  server = await Server.start('--code-window-s', '300');
  line = await Line.open(server.url);
  device = await Device.open(line.url);
  // Answers are lost on purpose here.
  device.expectFault(/Failed to load resource/);
  counter = new Counter(server, device);
});

afterAll(async () => {
  await device?.close();
  await line?.close();
  await server?.stop();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.error(`on the screen: ${await device.page.locator('body').innerText()}\ncalls: ${line.passed.slice(-6).join('\n')}`);
});

const says = (text: string | RegExp) => counter.says(text);
const press = (name: string | RegExp) => counter.press(name);

test('an unknown key binds nothing, the right one stays bound and is shown masked', async () => {
  const { page } = device;
  await device.goto('/pos/');
  await page.getByLabel('Access key').fill('not-a-key-of-anybody');
  await press('Set up');
  await says('The access key of this device is not accepted.');
  await inspect(page, 'bind');
  await picture(page, 'pos-bind');
  await counter.bind();
  await page.reload();
  await page.getByRole('link', { name: 'This device' }).click();
  await says('•••• 345D');
  expect(await page.content()).not.toContain(server.demo.seed.access_key);
  await inspect(page, 'device');
  await picture(page, 'pos-device');
  await page.getByRole('link', { name: 'Back' }).click();
});

test('a withdrawal goes from code to receipt, and each screen passes', async () => {
  const { page } = device;
  const served = await counter.served();
  await inspect(page, 'home');
  await picture(page, 'pos-home');
  await page.getByRole('link', { name: 'Pay out cash' }).click();
  await page.getByLabel('Phone number').waitFor();
  await inspect(page, 'customer');
  await picture(page, 'pos-customer');
  await device.goto('/pos/');
  await counter.open(served.customer, await counter.code(served.customer, '10.00'));
  await counter.amount('10');
  await inspect(page, 'amount');
  await picture(page, 'pos-amount');
  await counter.pay();
  await says('Count and hand over');
  expect(await page.getByRole('status').filter({ hasText: 'Count and hand over' }).innerText()).toContain('10.00');
  await inspect(page, 'hand over');
  await picture(page, 'pos-hand-over');
  await counter.handedOver();
  await inspect(page, 'done');
  await picture(page, 'pos-done');
  await counter.leaves(served, 1000n);
  await page.getByRole('link', { name: 'Today’s operations' }).click();
  await page.getByRole('link', { name: /Cash payout/ }).first().waitFor();
  await inspect(page, 'today');
  await picture(page, 'pos-today');
  await page.getByRole('link', { name: /Cash payout/ }).first().click();
  await says('Handed over');
  await page.getByRole('link', { name: 'Back' }).click();
  await page.getByRole('link', { name: 'Back' }).click();
});

describe('an answer or a request lost at any step changes nothing in the books', () => {
  const steps = [
    ['the login', 'POST', /\/v1\/pos\/login\//],
    ['the question what was armed', 'GET', /\/pos\/operations\//],
    ['the withdrawal', 'POST', /\/v1\/pos\/withdraw\//],
    ['the word', 'POST', /\/outcome$/],
    ['the logout', 'POST', /\/v1\/pos\/logout/],
  ] as const;
  for (const [name, verb, path] of steps) {
    for (const fault of ['answer', 'request'] as const) {
      test(`${name}: ${fault} lost twice`, async () => {
        const served = await counter.served();
        const code = await counter.code(served.customer, '10.00');
        const lost = line.lose(fault, verb, path, 2);
        await counter.open(served.customer, code);
        await counter.amount('10');
        await counter.pay();
        await says('Count and hand over');
        await counter.handedOver();
        await lost;
        await counter.leaves(served, 1000n);
      });
    }
  }
});

test('while nobody knows whether a withdrawal was approved, the page says not to hand out', async () => {
  const { page } = device;
  const served = await counter.arrives();
  const lost = line.lose('answer', 'POST', /\/withdraw\//, 3);
  await counter.pay();
  await says('The server is not heard');
  await says('Do not hand out cash');
  await says('It is not known yet whether money has moved.');
  expect(await page.getByText('Count and hand over').count()).toBe(0);
  await inspect(page, 'waiting');
  await picture(page, 'pos-waiting');
  await lost;
  await says('Count and hand over');
  await counter.handedOver();
  await counter.leaves(served, 1000n);
});

/** Ways for everything to stop in the middle of a step, and to come back. */
const breaks: [name: string, stop: () => Promise<void>, goOn: () => Promise<void>][] = [
  [
    'the page is loaded again',
    async () => {
      void line.lose('answer', 'POST', /./, 1_000);
      void line.lose('answer', 'GET', /\/pos\/operations/, 1_000);
    },
    async () => {
      await device.page.reload();
      line.mend();
    },
  ],
  ['the server is killed', () => server.kill(), () => server.restart()],
  ['the network is cut', () => device.offline(true), () => device.offline(false)],
];

describe.each(breaks)('%s', (name, stop, goOn) => {
  test('while the code is checked', async () => {
    if (name === 'the network is cut') return; // The page does not let one begin without a network: tested below.
    const served = await counter.served();
    const code = await counter.code(served.customer, '10.00');
    await stop();
    await counter.open(served.customer, code);
    await says('No money has moved.');
    await goOn();
    await counter.amount('10');
    await counter.pay();
    await says('Count and hand over');
    await counter.handedOver();
    await counter.leaves(served, 1000n);
  });

  test('before the amount is sent', async () => {
    const served = await counter.arrives();
    await stop();
    await counter.pay();
    await says('It is not known yet whether money has moved.');
    await says('Do not hand out cash');
    await goOn();
    await says('Count and hand over');
    await counter.handedOver();
    await counter.leaves(served, 1000n);
  });

  test('while the cashier counts, and the word is kept until it is heard', async () => {
    const { page } = device;
    const served = await counter.counting();
    await stop();
    await press('Handed over');
    await says('Saved. Being sent.');
    await goOn();
    await says('The customer’s wallet has paid for the cash.');
    expect(await page.getByText('Count and hand over').count()).toBe(0);
    await counter.leaves(served, 1000n);
  });
});

test('a page loaded again while the cash is counted does not hand out twice', async () => {
  const { page } = device;
  const served = await counter.counting();
  void line.lose('request', 'GET', /\/pos\/operations/, 1_000);
  await page.reload();
  await says('Hand out nothing now. Say what happened before.');
  await inspect(page, 'what happened');
  await picture(page, 'pos-what-happened');
  line.mend();
  await says('Hand over, but only if you have not done so before');
  await picture(page, 'pos-again');
  await counter.handedOver();
  await counter.leaves(served, 1000n);
});

test('a payment stopped while nobody knows its outcome takes nothing from the wallet', async () => {
  const served = await counter.arrives();
  void line.lose('answer', 'POST', /\/withdraw\//, 1_000);
  await counter.pay();
  await says('The server is not heard');
  await press('Stop: no cash changes hands');
  await says('The money went back to the customer’s wallet.');
  await says('Do not hand out cash');
  line.mend();
  await counter.leaves(served, 0n);
});

test('a payment stopped before it arrived is barred', async () => {
  const served = await counter.arrives();
  void line.lose('request', 'POST', /\/withdraw\//, 1_000);
  await counter.pay();
  await says('The server is not heard');
  await press('Stop: no cash changes hands');
  await says('It was cancelled.');
  await says('No money has moved.');
  line.mend();
  await counter.leaves(served, 0n);
});

test('a part is paid, the rest goes back', async () => {
  const { page } = device;
  const served = await counter.arrives();
  await counter.pay();
  await press('Only a part');
  await inspect(page, 'part');
  await picture(page, 'pos-part');
  await page.getByRole('textbox', { name: 'Handed over' }).fill('11');
  await press(/^11\.00.GBP handed over/);
  await says('This is more than the customer was to get.');
  await press('Only a part');
  await page.getByRole('textbox', { name: 'Handed over' }).fill('6');
  await press(/^6\.00.GBP handed over/);
  await says('The wallet has paid for what was handed over. The rest went back.');
  await counter.leaves(served, 600n);
});

test('what was not handed over goes back', async () => {
  const { page } = device;
  const served = await counter.counting();
  await press('Not handed over');
  await says('The money went back to the customer’s wallet.');
  await inspect(page, 'not handed over');
  await picture(page, 'pos-not-handed-over');
  await counter.leaves(served, 0n);
});

test('cash that the customer brings back returns to the wallet once, though the answer is lost', async () => {
  const { page } = device;
  const served = await counter.counting();
  await counter.handedOver();
  await press('The customer brings cash back');
  await inspect(page, 'give back');
  await picture(page, 'pos-give-back');
  const lost = line.lose('answer', 'POST', /\/reversal\//, 2);
  await page.getByRole('textbox', { name: 'Or a part' }).fill('4');
  await press(/^Put 4\.00.GBP back/);
  await lost;
  await says('The wallet has paid for what was handed over. The rest went back.');
  await counter.leaves(served, 600n);
});

test('a refusal says what happened, that no money moved, and what to do', async () => {
  const { page } = device;
  const served = await counter.served(counter.customer('GBP', 119));
  const { customer } = served;
  await counter.open(customer, '000000');
  await says('The phone number and code do not go together, or the code is over.');
  await says('Ask the customer for a new code.');
  await inspect(page, 'refused');
  await picture(page, 'pos-refused');
  await counter.next();
  await counter.open(customer, await counter.code(customer, '60.00'));
  await counter.amount('60');
  // Meanwhile the customer spends the money elsewhere.
  const elsewhere = new Cashier(server, customer.phone_number);
  await elsewhere.login(await counter.code(customer, '60.00'));
  await elsewhere.withdraw(customer.account_id, '60.00');
  await elsewhere.logout();
  await counter.pay();
  await says('There is not enough money for this and its fee.');
  await says('Hand out no cash. The customer may ask for less.');
  await inspect(page, 'not enough');
  await press('Cancel');
  await says('No money has moved.');
  await counter.leaves(served, 6000n);
});

test('a deposit is credited once though its answer is lost, and undone once', async () => {
  const { page } = device;
  const served = await counter.served();
  const lost = line.lose('answer', 'POST', /\/deposit\//, 2);
  await counter.open(served.customer, await counter.code(served.customer, '20.00', 'deposit'), 'Take in cash');
  await counter.amount('20', 'Counted: credit');
  await inspect(page, 'deposit');
  await picture(page, 'pos-deposit');
  await press(/^Counted: credit/);
  await says('Leave the cash on the counter');
  await lost;
  await says('Put the cash in the drawer');
  expect(await page.locator('.verdict-amount').innerText()).toMatch(/^20\.00\s*GBP$/);
  await inspect(page, 'take');
  await picture(page, 'pos-take');
  await press('Cash is in the drawer');
  await says('The money is in the customer’s wallet.');
  await counter.leaves(served, -2000n);

  await counter.open(served.customer, await counter.code(served.customer, '30.00', 'deposit'), 'Take in cash');
  await counter.amount('30', 'Counted: credit');
  await press(/^Counted: credit/);
  await says('Put the cash in the drawer');
  const again = line.lose('answer', 'POST', /\/reversal\//, 2);
  await press('The customer took it back');
  await says('Give the cash back to the customer');
  await again;
  await says('The money was taken out of the wallet again.');
  await counter.leaves(served, -2000n);
});

test('without a network nothing is begun, and a saved word waits while the cashier goes on', async () => {
  const { page } = device;
  const served = await counter.counting();
  await device.offline(true);
  await press('Handed over');
  await says('Saved. Being sent.');
  await counter.next();
  await says('Saved, waiting to be sent: 1');
  await inspect(page, 'offline home');
  await picture(page, 'pos-offline');
  await page.getByRole('link', { name: 'Pay out cash' }).click();
  await says('Nothing can be approved without the server. Wait for the network.');
  expect(await page.getByRole('button', { name: 'Go on' }).isDisabled()).toBe(true);
  // A reboot without a network: the page opens from its own store, and the word is still there.
  await page.reload();
  await says('Saved, waiting to be sent: 1');
  await device.offline(false);
  await page.getByText('Saved, waiting to be sent: 1').waitFor({ state: 'detached' });
  await counter.paid(served, 1000n);
  await device.goto('/pos/');
});

test('a second window waits for the first', async () => {
  const other = await device.context.newPage();
  await other.goto(`${line.url}/pos/`);
  await other.getByText('Open in another window').waitFor();
  await inspect(other, 'elsewhere');
  await device.page.goto('about:blank');
  await other.getByRole('navigation', { name: 'More' }).waitFor();
  await other.close();
  await device.goto('/pos/');
});
