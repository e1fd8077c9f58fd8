import { expect, test } from 'vitest';
import { counted, forgiven, isPin, makePin, opens, waitAfter_ms } from './pin';

test('only the same PIN opens', async () => {
  const kept = await makePin('2468', 1_000);
  expect(await opens(kept, '2468')).toBe(true);
  expect(await opens(kept, '2469')).toBe(false);
  expect(await opens(await makePin('2468', 1_000), '2468')).toBe(true);
});

test('four tries cost nothing, the fifth a minute, each further one twice as much up to an hour', () => {
  for (const [wrong, wait_ms] of [[4, 0], [5, 60_000], [6, 120_000], [10, 1_920_000], [11, 3_600_000], [60, 3_600_000]] as const) {
    expect(waitAfter_ms(wrong), `${wrong} wrong`).toBe(wait_ms);
  }
});

test('a try counts before it is compared, and a right one forgives those before', async () => {
  let kept = await makePin('2468', 1_000);
  for (let tries = 0; tries < 5; tries += 1) kept = counted(kept, 1_000);
  expect(kept).toMatchObject({ wrong: 5, wait_until_ms: 61_000 });
  expect(forgiven(kept)).toMatchObject({ wrong: 0, wait_until_ms: 0 });
});

test('a PIN is four to eight digits', () => {
  for (const [text, good] of [['123', false], ['1234', true], ['12345678', true], ['123456789', false], ['12a4', false], ['١٢٣٤', false]] as const) {
    expect(isPin(text), text).toBe(good);
  }
});
