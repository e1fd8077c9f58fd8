// The lock of this device: a PIN that only this browser knows, kept as a PBKDF2 hash. It keeps a borrowed phone from
// showing the wallet; it is no key of the account, and the server never hears of it.

export const PIN_DIGITS_MIN = 4;
export const PIN_DIGITS_MAX = 8;
export const TRIES = 5;
export const ITERATIONS = 210_000;
const WAIT_FIRST_MS = 60_000;
const WAIT_MAX_MS = 3_600_000;

export interface KeptPin {
  salt: Uint8Array<ArrayBuffer>;
  hash: Uint8Array;
  iterations: number;
  /** Wrong tries since the last right one. */
  wrong: number;
  /** No try before this time of the device's clock. */
  wait_until_ms: number;
}

export const isPin = (text: string): boolean => new RegExp(`^\\d{${PIN_DIGITS_MIN},${PIN_DIGITS_MAX}}$`).test(text);

/** How long to wait after so many wrong tries: a minute after the fifth, twice as long after each further one. */
export const waitAfter_ms = (wrong: number): number => (wrong < TRIES ? 0 : Math.min(WAIT_FIRST_MS * 2 ** (wrong - TRIES), WAIT_MAX_MS));

async function hash(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256));
}

export async function makePin(pin: string, iterations = ITERATIONS): Promise<KeptPin> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return { salt, hash: await hash(pin, salt, iterations), iterations, wrong: 0, wait_until_ms: 0 };
}

/** The try is counted before it is compared: closing the page in between must not give a free one. */
export const counted = (kept: KeptPin, now_ms: number): KeptPin => ({
  ...kept,
  wrong: kept.wrong + 1,
  wait_until_ms: now_ms + waitAfter_ms(kept.wrong + 1),
});

export const forgiven = (kept: KeptPin): KeptPin => ({ ...kept, wrong: 0, wait_until_ms: 0 });

export async function opens(kept: KeptPin, pin: string): Promise<boolean> {
  const tried = await hash(pin, kept.salt, kept.iterations);
  return tried.every((byte, at) => byte === kept.hash[at]);
}
