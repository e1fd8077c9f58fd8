import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { targetsOf, useChanges, useHearing } from './hearing';

vi.mock('./seat', async (original) => ({ ...(await original<typeof import('./seat')>()), may: () => true }));

class Source extends EventTarget {
  static latest: Source;
  constructor() {
    super();
    Source.latest = this;
  }
  close() {}
  tell(name: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('an event is about what happened, its targets by kind and by name, and its operation', () => {
  for (const [data, about] of [
    [{ what: 'case.note', targets: [{ kind: 'case', id: '7' }] }, ['case', 'case:7']],
    [{ what: 'till.add', targets: [{ kind: 'pos', id: '1' }, { kind: 'till', id: '2' }] }, ['till', 'pos', 'pos:1', 'till:2']],
    [{ what: 'withdrawal.held', operation_id: '9' }, ['withdrawal', 'operation:9']],
    [{ what: 'payouts.stop', targets: [] }, ['payouts']],
    [{}, []],
    [null, []],
  ] as const) expect(targetsOf(data)).toEqual(about);
});

test('what happens in one burst asks once, for what the screen shows when the burst is over', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Source);
  const asked: string[] = [];
  const Shown = ({ state }: { state: string }) => {
    useHearing();
    useChanges(['staff'], () => asked.push(state));
    return null;
  };
  const page = document.createElement('div');
  const draw = (state: string) => act(() => render(<Shown state={state} />, page));
  await draw('busy');
  await act(() => Source.latest.tell('hello', {}));
  await draw('read');
  await act(() => Source.latest.tell('deed', { what: 'staff.add', targets: [{ kind: 'staff', id: '1' }] }));
  await act(() => Source.latest.tell('deed', { what: 'limit.set', targets: [] }));
  await act(() => void vi.advanceTimersByTime(1_000));
  expect(asked).toEqual(['read']);
  await act(() => render(null, page));
});
