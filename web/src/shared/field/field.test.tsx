import { render } from 'preact';
import { expect, test } from 'vitest';
import { Field } from '.';

test('what is wrong is tied to its field', () => {
  const page = document.createElement('div');
  render(<Field label={'Amount'} name="amount" value="x" wrong={'Digits only'} onValue={() => {}} />, page);
  const input = page.querySelector('input')!;
  expect(page.querySelector(`label[for="${input.id}"]`)?.textContent).toBe('Amount');
  expect(page.querySelector(`#${CSS.escape(input.getAttribute('aria-describedby')!)}`)?.textContent).toBe('Digits only');
  expect(input.getAttribute('aria-invalid')).toBe('true');
});
