import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { laterOf } from '.';

test('a part that did not come is asked for again when the network is back', async () => {
  let asked = 0;
  const usePart = laterOf(async () => {
    asked += 1;
    if (asked === 1) throw new TypeError('no network');
    return 'here';
  });
  const Shown = () => <p>{usePart() ?? 'waits'}</p>;
  const page = document.createElement('div');
  const settled = (doing: () => void) => act(async () => doing());
  await settled(() => render(<Shown />, page));
  expect([page.textContent, asked]).toEqual(['waits', 1]);
  await settled(() => void dispatchEvent(new Event('online')));
  expect([page.textContent, asked]).toEqual(['here', 2]);
});
