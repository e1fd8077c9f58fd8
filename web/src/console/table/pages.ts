// A list of the server, page by page, by the `next` of the page before.

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Trouble } from '../../api';
import { get, query, showAnew, useChanges, type About } from '../desk';

const PAGE_ROWS = 50;
/** Rows that are read anew at once; a longer list is only said to have changed. */
const ANEW_ROWS_MAX = 200;

export interface List<Row> {
  path: string;
  query?: Record<string, string | undefined>;
  /** What `next` is sent as. */
  cursor: string;
  /** What the list is of: when somebody else changes one, it is read anew. */
  about?: readonly About[];
  /** The rows of a page; `next` is read beside them. */
  rows: (page: never) => Row[];
}

/** Where the server tells the whole list as one table. */
export const tableOf = <Row,>(list: List<Row>): string => query(`${list.path}.csv`, list.query ?? {});

type Next = string | number | null | undefined;
interface Page<Row> {
  rows: Row[];
  next: Next;
}

async function read<Row>(list: List<Row>, next: Next, limit = PAGE_ROWS): Promise<Answer<Page<Row>>> {
  const answer = await get<{ next?: Next }>(query(list.path, { ...list.query, [list.cursor]: next ?? undefined, limit }));
  if (!answer.ok) return answer;
  return { ok: true, value: { rows: list.rows(answer.value as never), next: answer.value.next } };
}

export interface Pages<Row> {
  rows: Row[];
  more: (() => void) | undefined;
  busy: boolean;
  trouble: Trouble | undefined;
  reread: () => void;
}

export function usePages<Row>(list: List<Row>): Pages<Row> {
  const key = query(list.path, list.query ?? {});
  const [seen, see] = useState<{ key: string; rows: Row[]; next: Next; busy: boolean; trouble?: Trouble }>({ key, rows: [], next: null, busy: true });
  const newest = useRef({ list, turn: 0, missed: false });
  newest.current.list = list;

  const load = useCallback(async (before: Row[], next: Next) => {
    const mine = (newest.current.turn += 1);
    see((now) => ({ key, rows: now.key === key ? now.rows : [], next, busy: true }));
    const answer = await read(newest.current.list, next);
    if (mine !== newest.current.turn) return;
    see(answer.ok ? { key, rows: [...before, ...answer.value.rows], next: answer.value.next, busy: false } : { key, rows: before, next, busy: false, trouble: answer.trouble });
  }, [key]);

  useEffect(() => {
    void load([], null);
    return () => void (newest.current.turn += 1);
  }, [load]);

  const rows = seen.key === key ? seen.rows : [];
  const anew = async () => {
    const mine = (newest.current.turn += 1);
    const answer = await read(newest.current.list, null, Math.min(ANEW_ROWS_MAX, Math.max(PAGE_ROWS, rows.length)));
    if (mine !== newest.current.turn || !answer.ok || JSON.stringify(answer.value.rows) === JSON.stringify(rows.slice(0, answer.value.rows.length)) && answer.value.rows.length === rows.length) return;
    showAnew(() => {
      if (mine !== newest.current.turn || rows.length > ANEW_ROWS_MAX) return;
      see({ key, ...answer.value, busy: false });
    });
  };
  const mine = seen.key === key;
  const busy = !mine || seen.busy;
  useChanges(list.about ?? [], () => {
    if (busy) newest.current.missed = true;
    else void anew();
  });
  // What was being read may have been read before the change.
  useEffect(() => {
    if (busy || !newest.current.missed) return;
    newest.current.missed = false;
    void anew();
  }, [busy]);

  return {
    rows,
    busy,
    trouble: mine ? seen.trouble : undefined,
    more: mine && !seen.busy && seen.next !== null && seen.next !== undefined ? () => void load(seen.rows, seen.next) : undefined,
    reread: () => void load([], null),
  };
}
