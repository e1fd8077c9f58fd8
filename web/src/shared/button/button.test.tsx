import { render } from 'preact';
import { expect, test, vi } from 'vitest';
import { Button } from '.';

test('a busy button cannot be pressed a second time', () => {
  const pressed = vi.fn();
  const page = document.createElement('div');
  render(<Button busy onPress={pressed}>{'Pay'}</Button>, page);
  page.querySelector('button')!.click();
  expect(pressed).not.toHaveBeenCalled();
  render(<Button onPress={pressed}>{'Pay'}</Button>, page);
  page.querySelector('button')!.click();
  expect(pressed).toHaveBeenCalledTimes(1);
});
