// What a path answers, kept on a screen.

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Trouble } from '../../api';
import { get } from './seat';
import { showAnew, useChanges, type About } from './hearing';

export interface Asked<T> {
  value: T | undefined;
  trouble: Trouble | undefined;
  reread: () => void;
}

/**
 * Reads a path, and again when asked to; what was read stays while it is read anew. Undefined: nothing to read. `of`:
 * what it shows; when somebody else changes that it is read anew.
 */
export function useAnswer<T>(path: string | undefined, of: readonly About[] = []): Asked<T> {
  const [read, setRead] = useState<{ path: string | undefined; value?: T; trouble?: Trouble }>({ path });
  const newest = useRef({ turn: 0, text: '' });
  const load = useCallback(
    async (isNews: boolean) => {
      if (path === undefined) return;
      const mine = (newest.current.turn += 1);
      const answer = await get<T>(path);
      if (mine !== newest.current.turn) return;
      // What could not be read anew stays as it is: nobody here asked for it.
      if (!answer.ok) return isNews ? undefined : setRead((before) => ({ ...(before.path === path && before), path, trouble: answer.trouble }));
      const text = JSON.stringify(answer.value);
      const same = text === newest.current.text;
      newest.current.text = text;
      const show = () => mine === newest.current.turn && setRead({ path, value: answer.value });
      if (!isNews) show();
      else if (!same) showAnew(show);
    },
    [path],
  );
  useEffect(() => {
    newest.current.text = '';
    void load(false);
    return () => void (newest.current.turn += 1);
  }, [load]);
  useChanges(of, () => void load(newest.current.text !== ''));
  const reread = useCallback(() => void load(false), [load]);
  const current = read.path === path ? read : { path };
  return { value: current.value, trouble: current.trouble, reread };
}
