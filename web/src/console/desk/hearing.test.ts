import { expect, test } from 'vitest';
import { targetsOf } from './hearing';

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
