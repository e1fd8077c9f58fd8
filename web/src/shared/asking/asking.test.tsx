import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { Answer, Intent, Trouble } from '../../api';
import { useAsk, useDoing } from '.';

const refused: Trouble = {
  kind: 'problem',
  problem: { type: '', title: '', status: 422, detail: '', code: 'not_enough_funds', money_moved: false, retry: '', request_id: '' },
};
const lost: Trouble = { kind: 'timeout', changes: true };

let page = document.createElement('div');
afterEach(() => {
  render(null, page);
  page = document.createElement('div');
});

function Doer({ deed }: { deed: (intent: Intent) => Promise<Trouble | undefined> }) {
  const doing = useDoing(deed);
  return <button disabled={doing.busy} onClick={doing.act}>{doing.trouble ? '!' : '.'}</button>;
}

test('a wish whose answer was lost keeps its value, and one that was refused does not', async () => {
  const keys: string[] = [];
  const answers: (Trouble | undefined)[] = [lost, lost, refused, undefined];
  await act(() => render(<Doer deed={async (intent) => (keys.push(intent.key), answers[keys.length - 1])} />, page));
  for (let tries = 0; tries < 4; tries += 1) await act(async () => page.querySelector('button')!.click());
  expect(keys).toHaveLength(4);
  expect(new Set(keys.slice(0, 3)).size).toBe(1);
  expect(keys[3]).not.toBe(keys[0]);
});

test('two presses in one moment are one deed', async () => {
  let deeds = 0;
  await act(() => render(<Doer deed={async () => void (deeds += 1)} />, page));
  const button = page.querySelector('button')!;
  await act(async () => {
    button.click();
    button.click();
  });
  expect(deeds).toBe(1);
});

function Asker({ what, question }: { what: string; question: (what: string) => Promise<Answer<string>> }) {
  const asked = useAsk(what, () => question(what));
  return <p>{asked.value ?? '-'}</p>;
}

test('the answer to an older question is not shown', async () => {
  const waiting = new Map<string, (answer: Answer<string>) => void>();
  const question = (what: string) => new Promise<Answer<string>>((done) => waiting.set(what, done));
  await act(() => render(<Asker what="a" question={question} />, page));
  await act(() => render(<Asker what="b" question={question} />, page));
  await act(async () => waiting.get('b')!({ ok: true, value: 'B' }));
  await act(async () => waiting.get('a')!({ ok: true, value: 'A' }));
  expect(page.textContent).toBe('B');
});
