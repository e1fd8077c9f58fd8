// Each step at the counter and in the shift that is not the way of a withdrawal, under each fault: answers lost, requests
// lost, the page loaded again, the server killed, the network cut. Afterwards the books say that it was done once.

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Counter, Device, Line, Server, type Served } from './rig';

const ADA = { name: 'Ada', pin: '2468' };
const BEA = { name: 'Bea', pin: '1357' };

let server: Server;
let line: Line;
let device: Device;
let counter: Counter;

beforeAll(async () => {
  server = await Server.start('--code-window-s', '300');
  line = await Line.open(server.url);
  device = await Device.open(line.url);
  device.expectFault(/Failed to load resource|ERR_/);
  counter = new Counter(server, device);
  await counter.bind();
});

afterAll(async () => {
  await device?.close();
  await line?.close();
  await server?.stop();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.error(`on the screen: ${await device.page.locator('body').innerText()}\ncalls: ${line.passed.slice(-8).join('\n')}`);
  line.mend();
});

const says = (text: string | RegExp) => counter.says(text);
const press = (name: string | RegExp) => counter.press(name);

/** What breaks a request, and what comes back when it has. `stops`: the page gives up and waits for a person. */
interface Break {
  name: string;
  stops: boolean;
  /** The server has carried it out when it breaks. */
  carried?: boolean;
  breaks: (path: RegExp) => Promise<() => Promise<void>>;
}

const passed = (path: RegExp) => line.passed.filter((one) => one.startsWith('POST') && path.test(one)).length;

const lost = (fault: 'answer' | 'request'): Break['breaks'] => async (path) => {
  const done = line.lose(fault, 'POST', path, 2);
  return () => done;
};

const BREAKS: Break[] = [
  { name: 'its answer is lost twice', stops: false, breaks: lost('answer') },
  { name: 'it is lost twice on its way', stops: false, breaks: lost('request') },
  {
    name: 'the page is loaded again before the answer',
    stops: true,
    carried: true,
    breaks: async (path) => {
      const before = passed(path);
      void line.lose('answer', 'POST', path, 1_000);
      void line.lose('answer', 'GET', /\/pos\/operations/, 1_000);
      return async () => {
        await expect.poll(() => passed(path)).toBeGreaterThan(before);
        await device.page.reload();
        line.mend();
      };
    },
  },
  {
    name: 'the server is killed',
    stops: true,
    breaks: async () => {
      await server.kill();
      return () => server.restart();
    },
  },
  {
    name: 'the network is cut',
    stops: true,
    breaks: async () => {
      await device.offline(true);
      return () => device.offline(false);
    },
  },
];

interface Step {
  name: string;
  path: RegExp;
  /** As far as the button. */
  before: () => Promise<Served>;
  act: () => Promise<void>;
  /** What the screen says while it waits, and at last. */
  waiting: string;
  done: string;
  /** What was paid in all, in minor units. */
  paid: bigint;
  after?: () => Promise<void>;
}

async function depositing(): Promise<Served> {
  const served = await counter.served();
  await counter.open(served.customer, await counter.code(served.customer, '20.00', 'deposit'), 'Take in cash');
  await counter.amount('20', 'Counted: credit');
  return served;
}

async function taking(): Promise<Served> {
  const served = await depositing();
  await press(/^Counted: credit/);
  await says('Put the cash in the drawer');
  return served;
}

async function bringingBack(): Promise<Served> {
  const served = await counter.counting();
  await counter.handedOver();
  await press('The customer brings cash back');
  await device.page.getByRole('textbox', { name: 'Or a part' }).fill('4');
  return served;
}

const STEPS: Step[] = [
  {
    name: 'a deposit',
    path: /\/deposit\//,
    before: depositing,
    act: () => press(/^Counted: credit/),
    waiting: 'Leave the cash on the counter',
    done: 'Put the cash in the drawer',
    paid: -2000n,
    after: async () => {
      await press('Cash is in the drawer');
      await says('The money is in the customer’s wallet.');
    },
  },
  { name: 'the word that the cash is in', path: /\/logout$/, before: taking, act: () => press('Cash is in the drawer'), waiting: 'Saved. Being sent.', done: 'The money is in the customer’s wallet.', paid: -2000n },
  { name: 'a deposit taken back', path: /\/reversal\//, before: taking, act: () => press('The customer took it back'), waiting: 'Saved. Being sent.', done: 'The money was taken out of the wallet again.', paid: 0n },
  { name: 'cash brought back', path: /\/reversal\//, before: bringingBack, act: () => press(/^Put 4\.00.GBP back/), waiting: 'Putting the money back', done: 'The wallet has paid for what was handed over. The rest went back.', paid: 600n },
];

describe.each(STEPS)('$name', ({ path, before, act, waiting, done, paid, after }) => {
  test.each(BREAKS)('$name', async ({ stops, breaks }) => {
    const served = await before();
    const goOn = await breaks(path);
    await act();
    if (stops) await says(waiting);
    await goOn();
    await says(done);
    await after?.();
    await counter.leaves(served, paid);
  });
});

describe('a shift', () => {
  let cash_path: string;

  beforeAll(async () => {
    const { pos_id } = server.demo.seed;
    cash_path = `/pos/${pos_id}/cash`;
    await server.operator('POST', `/pos/${pos_id}/till-running`, { runs_tills: true });
    await server.operator('POST', `/pos/${pos_id}/tills`, { name: 'Left drawer' });
    for (const { name, pin } of [ADA, BEA]) await server.operator('POST', `/pos/${pos_id}/cashiers`, { name, role: 'cashier', pin });
    await device.page.reload();
    await device.page.getByRole('link', { name: 'Open the shift' }).click();
  });

  /** What the cash book says is in the drawer, and who holds it. */
  const book = async () => {
    const { tills, cash } = await server.operator<{ tills: { cashier_id: string | null }[]; cash: { tills: { amount: string; currency: string } }[] }>('GET', cash_path);
    return { held: tills[0]!.cashier_id !== null, amount: cash.find((one) => one.tills.currency === 'GBP')?.tills.amount ?? '0.00' };
  };

  /** Counts, signs, has it broken, and signs again where the page asks for it; where nothing was done, with a wrong PIN first. */
  async function counted({ stops, carried, breaks }: Break, verb: string, pieces: Record<string, string>, signers: Record<string, string>): Promise<void> {
    const { page } = device;
    const path = new RegExp(`/${verb}$`);
    const sign = async (wrong?: string) => {
      for (const [label, pin] of Object.entries(signers)) await page.getByLabel(label).fill(wrong ?? pin);
      await press('Sign');
    };
    for (const [worth, text] of Object.entries(pieces)) await page.getByLabel(new RegExp(`^Pieces of ${worth}`)).fill(text);
    await press('Counted');
    const goOn = await breaks(path);
    await sign();
    if (!stops) return goOn();
    const again = page.getByText('Type the PIN again: the same count is sent and nothing is done twice.');
    const only = async () => {
      await again.waitFor();
      expect(await page.getByRole('button', { name: 'Count again' }).count(), 'it may have been done').toBe(0);
    };
    if (!carried) await only();
    await goOn();
    await only();
    if (!carried) {
      await sign('0000');
      await says('Cashier and PIN do not go together.');
      await only();
    }
    await sign();
  }

  test.each(BREAKS)('each count of it when $name', async (broken) => {
    const { page } = device;
    await press('Open the shift');
    await page.getByLabel('Cashier', { exact: true }).selectOption({ label: ADA.name });
    await counted(broken, 'open', { '20\\.00.GBP': '10' }, { PIN: ADA.pin });
    await press('Fetch cash from the vault');
    expect(await book()).toEqual({ held: true, amount: '200.00' });
    await page.getByLabel('Currency').selectOption('GBP');
    await counted(broken, 'move', { '10\\.00.GBP': '3' }, { PIN: ADA.pin });
    await press('Hand the drawer over');
    expect(await book()).toEqual({ held: true, amount: '230.00' });
    await page.getByLabel('Who takes over').selectOption({ label: BEA.name });
    await counted(broken, 'handover', { '20\\.00.GBP': '10', '10\\.00.GBP': '3' }, { 'PIN of Ada': ADA.pin, 'PIN of Bea': BEA.pin });
    await says('The drawer is right');
    await press('Done');
    await page.getByText('Left drawer · Bea').waitFor();
    await press('Close the shift');
    await counted(broken, 'close', { '20\\.00.GBP': '10', '10\\.00.GBP': '3' }, { PIN: BEA.pin });
    await says('The drawer is right');
    await press('Done');
    await page.getByRole('button', { name: 'Open the shift' }).waitFor();
    expect(await book()).toEqual({ held: false, amount: '0.00' });
  });
});
