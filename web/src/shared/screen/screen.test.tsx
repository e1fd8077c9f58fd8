import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { Screen } from '.';

test('a new screen puts the focus on its name and names the document', async () => {
  const page = document.body.appendChild(document.createElement('div'));
  await act(() => render(<Screen title={'Get cash'}>{null}</Screen>, page));
  expect(document.activeElement?.textContent).toBe('Get cash');
  expect(document.title).toBe('Get cash');
});
