// A question to the server whose answer a screen shows.

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Intent, isAnswered, type Answer, type Trouble } from '../../api';

export interface Asked<T> {
  value: T | undefined;
  trouble: Trouble | undefined;
  busy: boolean;
  ask: () => void;
}

/** Asks when the screen appears and when `what` changes; an answer to an older question is dropped. */
export function useAsk<T>(what: string, question: () => Promise<Answer<T>>): Asked<T> {
  const [value, setValue] = useState<T>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [busy, setBusy] = useState(true);
  const turn = useRef(0);
  const newest = useRef(question);
  newest.current = question;
  const ask = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    setBusy(true);
    void newest.current().then((answer) => {
      if (mine !== turn.current) return;
      setBusy(false);
      setTrouble(answer.ok ? undefined : answer.trouble);
      if (answer.ok) setValue(answer.value);
    });
  }, []);
  useEffect(() => {
    setValue(undefined);
    ask();
    return () => void (turn.current += 1);
  }, [what, ask]);
  return { value, trouble, busy, ask };
}

export interface Doing {
  busy: boolean;
  trouble: Trouble | undefined;
  /** Does it; pressed again after a failure it is the same wish under the same value. */
  act: () => void;
  /** The wish has changed: the next press is a new one. */
  renew: () => void;
}

/** Something done once per wish. `deed` answers the trouble, if there was one. */
export function useDoing(deed: (intent: Intent) => Promise<Trouble | undefined>): Doing {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const intent = useRef<Intent | undefined>(undefined);
  const running = useRef(false);
  const newest = useRef(deed);
  newest.current = deed;
  const renew = useCallback(() => {
    intent.current = undefined;
    setTrouble(undefined);
  }, []);
  const act = useCallback(() => {
    if (running.current) return;
    running.current = true;
    intent.current ??= new Intent();
    setBusy(true);
    setTrouble(undefined);
    void newest.current(intent.current).then((failed) => {
      running.current = false;
      setBusy(false);
      setTrouble(failed);
      // A refusal is an answer: what is asked next is another wish. A lost answer keeps the value.
      if (!failed || isAnswered(failed)) intent.current = undefined;
    });
  }, []);
  return { busy, trouble, act, renew };
}
