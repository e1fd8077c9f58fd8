// What a customer does with her wallet, under each fault: answers lost, requests lost, the page loaded again before the
// answer, the server killed, the network cut. Afterwards it was done once, and her screen says so.

import type { Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Cashier, invite, newWallet, picture, Server, signOf, WalletPhone } from './rig';

let server: Server;
let sign: string;
let phone: WalletPhone;
let wallet: Awaited<ReturnType<typeof newWallet>>;
const open: WalletPhone[] = [];

beforeAll(async () => {
  server = await Server.start('--code-window-s', '300');
  sign = await signOf(server);
});
afterAll(() => server?.stop());
afterEach(async ({ task }) => {
  for (const [at, one] of open.splice(0).entries()) {
    if (task.result?.state === 'fail') await picture(one.page, `failed-${task.id}-${at}`, true);
    await one.close();
  }
});

async function phoneOf(connect: (made: WalletPhone) => Promise<void>): Promise<WalletPhone> {
  const made = await WalletPhone.open(server);
  open.push(made);
  made.device.expectFault(/ERR_|Failed to load resource/);
  await connect(made);
  return made;
}

const connected = () =>
  phoneOf(async (made) => {
    await made.connect(await invite(server, wallet.wallet_id));
    await made.choosePin();
  });

/** The next `times` requests like this one go so; resolves when the last of them has. */
function next(path: string, times: number, way: (route: Route) => Promise<void>): Promise<void> {
  let left = times;
  return new Promise((done) => {
    void phone.page.route(path, async (route) => {
      if (route.request().method() === 'GET' || left === 0) return route.fallback();
      left -= 1;
      await way(route);
      if (left === 0) done();
    });
  });
}

const unheard = async (route: Route) => {
  await route.fetch();
  await route.abort();
};

/** `stops`: the page gives up and waits for a person. `carried`: it is done, and the page has forgotten that it asked. */
interface Break {
  name: string;
  stops?: boolean;
  carried?: boolean;
  breaks: (path: string) => Promise<() => Promise<void>>;
}

const BREAKS: Break[] = [
  { name: 'its answer is lost twice', breaks: async (path) => ((done) => () => done)(next(path, 2, unheard)) },
  { name: 'it is lost twice on its way', breaks: async (path) => ((done) => () => done)(next(path, 2, (route) => route.abort())) },
  {
    name: 'the page is loaded again before the answer',
    carried: true,
    breaks: async (path) => {
      const asked = next(path, 1, async (route) => void (await route.fetch()));
      return async () => {
        await asked;
        await phone.page.unrouteAll({ behavior: 'ignoreErrors' });
        await phone.page.reload();
        await phone.unlock();
        await phone.page.locator('main h1').waitFor();
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
      await phone.device.offline(true);
      return () => phone.device.offline(false);
    },
  },
];

interface Step {
  name: string;
  path: string;
  /** As far as the button. */
  before: () => Promise<void>;
  act: () => Promise<void>;
  /** Where the page that was loaded again shows it; without, it is done anew there. */
  looked?: () => Promise<void>;
  done: () => Promise<void>;
}

const dialog = (name: Parameters<WalletPhone['button']>[0]) => phone.page.getByRole('dialog').getByRole('button', { name: phone.say(name), exact: true });
let cashier: Cashier;

/** The code on the screen opens a session. */
const serves = async () => new Cashier(server, wallet.phone_number).login(await phone.goodCode());

const STEPS: Step[] = [
  {
    name: 'a code asked for',
    path: '**/api/v1/wallet/codes',
    before: async () => {
      await phone.price(sign, '10');
      await expect.poll(() => phone.button('wallet.cash.get_code').isEnabled()).toBe(true); // The price is there.
    },
    act: () => phone.button('wallet.cash.get_code').click(),
    looked: async () => {
      await phone.home();
      await phone.getCode(sign, '10');
    },
    done: serves,
  },
  {
    name: 'cash that did not come',
    path: '**/disputes',
    before: async () => {
      cashier = new Cashier(server, wallet.phone_number);
      await cashier.login(await phone.getCode(sign, '10'));
      await cashier.withdraw(wallet.account_id, '10.00');
      await cashier.logout();
      await phone.text('wallet.live.done').waitFor();
      await phone.button('wallet.dispute.button').click();
    },
    act: () => phone.button('wallet.dispute.send').click(),
    looked: async () => {
      await phone.home();
      await phone.page.locator('a[href*="withdrawals/"]').first().click();
    },
    done: async () => {
      await phone.page.getByText(/^Number \S+/).waitFor();
      const { evidence } = await server.operator<{ evidence: { what: string }[] }>('GET', `/cases/${cashier.session!.operation_id}`);
      expect(evidence.filter(({ what }) => what === 'disputed')).toHaveLength(1);
    },
  },
  {
    name: 'a device removed',
    path: '**/api/v1/wallet/devices/*',
    before: async () => {
      await connected();
      await phone.go('#/devices');
      await phone.button('wallet.devices.remove').click();
    },
    act: () => dialog('wallet.devices.remove').click(),
    looked: () => phone.go('#/devices'),
    done: async () => {
      await phone.page.getByRole('dialog').waitFor({ state: 'detached' });
      await phone.button('wallet.devices.remove').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'the wallet frozen',
    path: '**/api/v1/wallet/freeze',
    before: async () => {
      await phone.go('#/more');
      await phone.button('wallet.freeze').click();
    },
    act: () => dialog('wallet.freeze').click(),
    looked: () => phone.home(),
    done: async () => {
      await phone.home();
      await phone.text('wallet.frozen').waitFor();
      expect(await phone.link('wallet.cash').count()).toBe(0);
    },
  },
];

describe.each(STEPS)('$name', ({ path, before, act, looked, done }) => {
  test.each(BREAKS)('$name', async ({ stops, carried, breaks }) => {
    wallet = await newWallet(server);
    phone = await connected();
    await before();
    const goOn = await breaks(path);
    try {
      await act();
      // Whoever waits is told that it is not known, and presses the same again: it is the same wish.
      if (stops) await phone.text('shared.money.unknown').waitFor({ timeout: 20_000 });
    } finally {
      await goOn();
    }
    if (stops) await act();
    if (carried) await looked?.();
    await done();
  });
});

test('a code that is left leaves nothing behind, though nobody hears of it', async () => {
  wallet = await newWallet(server);
  phone = await connected();
  for (const { breaks, stops } of BREAKS.filter(({ carried }) => !carried)) {
    await phone.getCode(sign, '10');
    const goOn = await breaks('**/api/v1/wallet/codes/current');
    await phone.button('wallet.code.leave').click();
    await phone.link('wallet.cash').waitFor();
    if (stops) await goOn();
    await phone.page.unrouteAll({ behavior: 'ignoreErrors' });
  }
  await phone.getCode(sign, '10');
  await serves();
});

test('a phone that is started again while money is set aside tells how it ended', async () => {
  wallet = await newWallet(server);
  phone = await connected();
  cashier = new Cashier(server, wallet.phone_number);
  await cashier.login(await phone.getCode(sign, '10'));
  await cashier.withdraw(wallet.account_id, '10.00');
  await phone.text('wallet.live.set_aside').waitFor();
  await server.kill();
  await phone.page.reload();
  await phone.unlock();
  await phone.link('wallet.cash').waitFor();
  await server.restart();
  const line = phone.page.locator('a[href*="withdrawals/"]').first();
  await line.waitFor({ timeout: 45_000 });
  await phone.text('wallet.home.waiting').waitFor();
  await cashier.logout();
  await phone.text('wallet.home.waiting').waitFor({ state: 'detached' });
  await line.waitFor();
});

/** The invite's link, and "connect" pressed while no answer comes back. */
async function connectsUnheard(code: string): Promise<void> {
  await phone.device.goto(`/wallet/#/enrol?invite=${encodeURIComponent(code)}`);
  let tries = 0;
  await phone.page.route('**/api/v1/wallet/device', async (route) => {
    tries += 1;
    await unheard(route);
  });
  await phone.button('wallet.enrol.go').click();
  await phone.page.getByRole('alert').waitFor({ timeout: 30_000 });
  expect(tries).toBeGreaterThan(0);
  await phone.page.unrouteAll({ behavior: 'wait' });
}

test('an invite whose answer is lost connects the phone all the same, after a reload too', async () => {
  wallet = await newWallet(server);
  phone = await phoneOf(async () => undefined);
  await connectsUnheard(await invite(server, wallet.wallet_id));
  await phone.page.reload();
  await phone.button('wallet.enrol.go').click();
  await phone.heading('wallet.pin.choose').waitFor();
  await phone.choosePin();
  await phone.getCode(sign, '10');
});

test('the link of another invite, opened where one was lost, is the one that is taken', async () => {
  const first = await newWallet(server);
  wallet = await newWallet(server);
  phone = await phoneOf(async () => undefined);
  await connectsUnheard(await invite(server, first.wallet_id));
  await phone.connect(await invite(server, wallet.wallet_id));
  await phone.choosePin();
  await phone.page.evaluate(() => (location.hash = '#/more'));
  await phone.page.getByText(wallet.phone_number.slice(-4)).first().waitFor();
});
