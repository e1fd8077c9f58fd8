import { expect, test } from 'vitest';
import { codeOf, fromBase32, importSeed, periodAt } from './totp';

/** RFC 6238, appendix B: the seed is the ASCII text 12345678901234567890. */
const SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test('the codes are those of RFC 6238, appendix B', async () => {
  const offline = (await importSeed(SEED, 8, 30))!;
  for (const [at_s, code] of [
    [59, '94287082'], [1111111109, '07081804'], [1111111111, '14050471'], [1234567890, '89005924'], [2000000000, '69279037'], [20000000000, '65353130'],
  ] as const) {
    expect(await codeOf(offline, periodAt(at_s * 1000, 30)), `${at_s}`).toBe(code);
  }
});

test('the browser does not give the key out again', async () => {
  const offline = (await importSeed(SEED, 8, 30))!;
  expect(offline.key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', offline.key)).rejects.toThrow();
});

test('a code changes at the half-minute and not before', () => {
  for (const [at_ms, period] of [[29_999, 0], [30_000, 1], [59_999, 1], [60_000, 2]] as const) expect(periodAt(at_ms, 30)).toBe(period);
});

test('what is not Base32 is not read', async () => {
  for (const text of ['', '1', 'GEZD!', 'GEZD=']) expect(fromBase32(text), text).toBeUndefined();
  expect(await importSeed('1', 8, 30)).toBeUndefined();
});
