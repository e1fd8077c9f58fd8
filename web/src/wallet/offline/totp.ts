// Offline codes as RFC 6238 makes them: HMAC-SHA-1 over the number of half-minutes, by the server's clock. The seed
// becomes a key that the browser keeps and never gives out again.

export interface OfflineKey {
  key: CryptoKey;
  digits: number;
  period_s: number;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 of RFC 4648 without padding; undefined: it is none. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const letter of text.toUpperCase()) {
    const at = LETTERS.indexOf(letter);
    if (at < 0) return undefined;
    value = (value << 5) | at;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >> bits) & 0xff);
    }
  }
  return bytes.length > 0 ? new Uint8Array(bytes) : undefined;
}

export async function importSeed(seed: string, digits: number, period_s: number): Promise<OfflineKey | undefined> {
  const bytes = fromBase32(seed);
  if (!bytes) return undefined;
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
  bytes.fill(0);
  return { key, digits, period_s };
}

/** Which period an instant lies in. */
export const periodAt = (now_ms: number, period_s: number): number => Math.floor(now_ms / 1000 / period_s);

export async function codeOf(offline: OfflineKey, period: number): Promise<string> {
  const message = new DataView(new ArrayBuffer(8));
  message.setBigUint64(0, BigInt(period));
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', offline.key, message));
  const from = mac[mac.length - 1]! & 0x0f;
  const cut = new DataView(mac.buffer).getUint32(from) & 0x7fffffff;
  return String(cut % 10 ** offline.digits).padStart(offline.digits, '0');
}
