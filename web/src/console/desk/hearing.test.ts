import { expect, test } from 'vitest';
import { targetsOf } from './hearing';

test('an event is about its targets by kind and by name, and about its operation', () => {
  for (const [data, about] of [
    [{ what: 'case.note', targets: [{ kind: 'case', id: '7' }] }, ['case', 'case:7']],
    [{ what: 'withdrawal.held', operation_id: '9' }, ['operation:9']],
    [{ what: 'brake.stopped', targets: [] }, []],
    [{}, []],
    [null, []],
  ] as const) expect(targetsOf(data)).toEqual(about);
});
