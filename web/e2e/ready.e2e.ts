// How soon each page is there for somebody who has nothing of it yet: counted, so that other work on the machine says
// nothing about it.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk, Device, readyAfter, Server, type Ready } from './rig';

let server: Server;

beforeAll(async () => {
  server = await Server.start();
});
afterAll(async () => {
  await server?.stop();
});

/** The document, what it names, and what the page's entry asks for by itself. */
const ROUNDS_MAX = 3;

function soon(page: string, ready: Ready): void {
  console.log(`${page} is ready:`, ready);
  expect(ready.rounds).toBeLessThanOrEqual(ROUNDS_MAX);
  expect(ready.ready_ms).toBeLessThan(2_500);
}

test.each(['/wallet/', '/pos/', '/console/'])('the first screen of %s is ready in 2.5 s at 400 kbit/s, 400 ms and a sixth of the processor', async (path) => {
  const device = await Device.open(server.url);
  soon(path, await readyAfter(device, path, 'main button'));
  await device.close();
});

test('the rooms of the console are ready as soon for who is signed in already', async () => {
  const desk = await Desk.signedIn(server, 'admin');
  await desk.settled();
  await desk.page.goto('about:blank');
  soon('/console/, signed in,', await readyAfter(desk.device, '/console/', 'nav a'));
  await desk.close();
});

test('who was never signed in is asked to without a call, and who signed out is, too', async () => {
  const desk = await Desk.open(server, 'finance');
  const calls: string[] = [];
  desk.page.on('request', (request) => void (request.url().includes('/api/') && calls.push(request.url())));
  const asked = async () => {
    await desk.page.reload();
    await desk.heading('console.sign_in').waitFor();
    expect(calls).toEqual([]);
  };
  await asked();
  await desk.signIn();
  await desk.button('console.sign_out').click();
  await desk.heading('console.sign_in').waitFor();
  calls.length = 0;
  await asked();
  await desk.close();
});
