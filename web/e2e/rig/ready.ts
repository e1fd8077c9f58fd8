// How soon a page is there on a slow phone and a slow network, reckoned from what does not depend on this machine's
// other work: how many rounds of requests wait for each other, how many bytes come, how long the processor works.

import { Device } from './browser';
import type { Server } from './server';
import type { Page } from 'playwright-core';

const ROUND_MS = 400;
const BYTES_PER_MS = 50; // 400 kbit/s
const SLOWER = 6;
const CONNECTIONS = 6; // Of HTTP/1.1 to one host.

export interface Ready {
  rounds: number;
  bytes: number;
  processor_ms: number;
  ready_ms: number;
}

/** Opens the page in a new browser; `isThere` waits for the first screen. */
export async function readyAfter(server: Server, path: string, isThere: (page: Page) => Promise<unknown>): Promise<Ready> {
  const device = await Device.open(server.url);
  const debugging = await device.context.newCDPSession(device.page);
  await debugging.send('Network.enable');
  await debugging.send('Performance.enable', { timeDomain: 'threadTicks' });
  const round = new Map<string, number>(); // address → the round it was asked in
  const address = new Map<string, string>(); // request → address
  let bytes = 0;
  // Neither the worker nor its files are waited for, nor what the browser asks for by itself, nor what a page asks for
  // once its first screen stands.
  const beside = /\/sw\.js$|\.webmanifest$|\/icon\.svg$|\/assets\/later-[^/]*$/;
  debugging.on('Network.requestWillBeSent', ({ requestId, request, initiator }) => {
    if (beside.test(request.url)) return;
    const by = initiator.stack?.callFrames[0]?.url ?? initiator.stack?.parent?.callFrames[0]?.url ?? initiator.url;
    address.set(requestId, request.url);
    if (!round.has(request.url)) round.set(request.url, (by === undefined ? 0 : (round.get(by) ?? 1)) + 1);
  });
  debugging.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (address.has(requestId)) bytes += encodedDataLength;
  });
  await device.goto(path);
  await isThere(device.page);
  const { metrics } = await debugging.send('Performance.getMetrics');
  const processor_ms = (metrics.find((one) => one.name === 'TaskDuration')?.value ?? NaN) * 1000;
  await device.close();
  const deepest = Math.max(...round.values());
  let rounds = 0;
  for (let depth = 1; depth <= deepest; depth += 1) {
    rounds += Math.ceil([...round.values()].filter((one) => one === depth).length / CONNECTIONS);
  }
  return { rounds, bytes, processor_ms, ready_ms: rounds * ROUND_MS + bytes / BYTES_PER_MS + processor_ms * SLOWER };
}
