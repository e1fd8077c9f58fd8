import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { Answer, Intent } from '../../api';
import { words as shared } from '../../shared/words/en';
import { use } from '../../shared/words';
import { words } from '../words/en';
import { Form } from './act';

use('en', shared, words);

let root: HTMLElement | undefined;
afterEach(() => {
  if (root) render(null, root);
  root?.remove();
});

const lost: Answer<never> = { ok: false, trouble: { kind: 'timeout', changes: true } };
const refused: Answer<never> = {
  ok: false,
  trouble: { kind: 'problem', problem: { type: '/errors/unacceptable', title: '', status: 400, detail: '', code: 'unacceptable', money_moved: false, retry: '', request_id: 'r' } },
};

/** A form that is answered as the list says, and the intents it was sent with. */
async function form(answers: Answer<string>[]) {
  const sent: { key: string; amount: string }[] = [];
  root = document.body.appendChild(document.createElement('div'));
  const send = (values: Readonly<Record<string, string>>, intent: Intent) => {
    sent.push({ key: intent.key, amount: values['amount'] ?? '' });
    return Promise.resolve(answers[sent.length - 1] ?? { ok: true as const, value: 'done' });
  };
  await act(() => render(<Form<string> asks={[{ name: 'amount', label: 'a', kind: 'decimal' }]} submit="s" send={send} done={(value) => <output>{value}</output>} />, root!));
  const type = (text: string) =>
    act(() => {
      const input = root!.querySelector('input')!;
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  const submit = () => act(async () => void root!.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
  const fields = () => root!.querySelector('fieldset')!;
  return { sent, type, submit, fields };
}

test('a lost answer is asked for again with the same intent, and nothing can be changed meanwhile', async () => {
  const { sent, type, submit, fields } = await form([lost]);
  await type('10.00');
  await submit();
  expect(fields().disabled).toBe(true);
  await submit();
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
  expect(root!.querySelector('output')?.textContent).toBe('done');
});

test('after a refusal another sum is another wish', async () => {
  const { sent, type, submit, fields } = await form([refused]);
  await type('10.001');
  await submit();
  expect(fields().disabled).toBe(false);
  await type('10.00');
  await submit();
  expect(sent.map((one) => one.amount)).toEqual(['10.001', '10.00']);
  expect(sent[1]!.key).not.toBe(sent[0]!.key);
});
