import { render } from 'preact';
import { expect, test } from 'vitest';
import { StatePill, type Tone } from '.';

test('each tone differs by a mark, not by colour alone', () => {
  const marks = (['good', 'wait', 'bad', 'quiet'] satisfies Tone[]).map((tone) => {
    const page = document.createElement('div');
    render(<StatePill tone={tone}>{'done'}</StatePill>, page);
    return page.querySelector('[aria-hidden]')!.textContent;
  });
  expect(new Set(marks).size).toBe(4);
});
