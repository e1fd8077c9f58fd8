import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { Dialog } from '.';

test('a dialog is named by its title and is modal', async () => {
  const page = document.body.appendChild(document.createElement('div'));
  await act(() => render(<Dialog title={'Freeze?'} actions={null} onClose={() => {}}>{'text'}</Dialog>, page));
  const dialog = page.querySelector('dialog')!;
  expect(dialog.open).toBe(true);
  expect(document.getElementById(dialog.getAttribute('aria-labelledby')!)?.textContent).toBe('Freeze?');
});
