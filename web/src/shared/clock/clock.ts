// The server's clock as this device knows it. Codes live by the server's time, and a phone's clock may be wrong by
// hours: each answer that tells the server's time corrects the offset. Monotonic in between, so a change of the
// phone's clock changes nothing. Units: milliseconds.

let offset_ms: number | undefined;
const began = { wall_ms: Date.now(), tick_ms: performance.now() };

const steady_ms = (): number => began.wall_ms + (performance.now() - began.tick_ms);

/** Learns from an answer that told the server's time and took `took_ms`: it was written about halfway. */
export function observe(server_time: string, took_ms: number): void {
  const server_ms = Date.parse(server_time);
  if (Number.isNaN(server_ms)) return;
  offset_ms = server_ms + took_ms / 2 - steady_ms();
}

/** The server's time now; without any answer yet, this device's. */
export const now_ms = (): number => steady_ms() + (offset_ms ?? 0);

/** How far the server is ahead of this device; undefined before the first answer. */
export const offset = (): number | undefined => offset_ms;

/** An offset remembered from an earlier visit, for a start without a network. */
export function recall(remembered_ms: number): void {
  offset_ms ??= remembered_ms;
}
