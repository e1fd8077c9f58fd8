// How soon a page is there on a slow phone and a slow network, reckoned from what does not depend on this machine's
// other work: how many rounds of requests wait for each other, how many bytes come, how long the processor works.

import type { Device } from './browser';

const ROUND_MS = 400;
const BYTES_PER_MS = 50; // 400 kbit/s
const SLOWER = 6;
const CONNECTIONS = 6; // Of HTTP/1.1 to one host.

export interface Ready {
  rounds: number;
  files: number;
  bytes: number;
  processor_ms: number;
  ready_ms: number;
}

/** What the browser asks for by itself. */
const BESIDE = /\.webmanifest$|\/icon\.svg$/;

interface Asked {
  url: string;
  round: number;
  bytes: number;
}

/** Opens the page with no file of it kept; its first screen stands once there is a `selector`. */
export async function readyAfter(device: Device, path: string, selector: string): Promise<Ready> {
  const debugging = await device.context.newCDPSession(device.page);
  await debugging.send('Network.enable');
  await debugging.send('Network.clearBrowserCache');
  await debugging.send('Performance.enable', { timeDomain: 'threadTicks' });
  const requests = new Map<string, Asked>();
  const roundOf = (url: string | undefined) => [...requests.values()].find((one) => one.url === url)?.round;
  debugging.on('Network.requestWillBeSent', ({ requestId, request, initiator }) => {
    const by = initiator.stack?.callFrames[0]?.url ?? initiator.stack?.parent?.callFrames[0]?.url ?? initiator.url;
    requests.set(requestId, { url: request.url, round: roundOf(request.url) ?? (by === undefined ? 0 : (roundOf(by) ?? 1)) + 1, bytes: 0 });
  });
  debugging.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = requests.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  await device.page.addInitScript(noteWhenThere, selector);
  await device.goto(path);
  await device.page.locator(selector).first().waitFor();
  const { metrics } = await debugging.send('Performance.getMetrics');
  const processor_ms = (metrics.find((one) => one.name === 'TaskDuration')?.value ?? NaN) * 1000;
  const waitedFor = new Set(await device.page.evaluate(askedBefore));
  await debugging.detach();

  const counted = [...requests.values()].filter((one) => waitedFor.has(one.url) && !BESIDE.test(one.url));
  const bytes = counted.reduce((sum, one) => sum + one.bytes, 0);
  const deepest = Math.max(...counted.map((one) => one.round));
  let rounds = 0;
  for (let depth = 1; depth <= deepest; depth += 1) rounds += Math.ceil(counted.filter((one) => one.round === depth).length / CONNECTIONS);
  return { rounds, files: counted.length, bytes, processor_ms, ready_ms: rounds * ROUND_MS + bytes / BYTES_PER_MS + processor_ms * SLOWER };
}

type Noted = { thereAt_ms?: number };

/** In the page. */
function noteWhenThere(selector: string): void {
  const note = globalThis as Noted;
  const watcher = new MutationObserver(() => {
    if (note.thereAt_ms !== undefined || document.querySelector(selector) === null) return;
    note.thereAt_ms = performance.now();
    watcher.disconnect();
  });
  watcher.observe(document, { subtree: true, childList: true });
}

/** In the page: the addresses that were asked for before its first screen stood, its own among them. */
function askedBefore(): string[] {
  const { thereAt_ms = 0 } = globalThis as Noted;
  const before = performance.getEntriesByType('resource').filter((one) => one.startTime < thereAt_ms);
  return [location.href.replace(/#.*/, ''), ...before.map((one) => one.name)];
}
