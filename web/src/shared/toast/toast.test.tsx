import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toast, Toasts, TOAST_MS, TOASTS_MAX } from './toast';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('at most three messages stand at a time, the newest stay, and all go by themselves', async () => {
  const page = document.createElement('div');
  render(<Toasts />, page);
  await vi.advanceTimersByTimeAsync(100);
  for (let n = 1; n <= TOASTS_MAX + 1; n += 1) toast(`message ${n}`);
  await vi.advanceTimersByTimeAsync(100);
  expect([...page.querySelectorAll('p')].map((one) => one.textContent)).toEqual(['message 2', 'message 3', 'message 4']);
  await vi.advanceTimersByTimeAsync(TOAST_MS + 100);
  expect(page.querySelectorAll('p')).toHaveLength(0);
});
