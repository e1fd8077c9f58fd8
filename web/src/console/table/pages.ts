// A list of the server, page by page, by the `next` of the page before.

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Trouble } from '../../api';
import { get, query } from '../desk';

export const PAGE_ROWS = 50;
const PAGE_ROWS_MAX = 200;
/** Rows of a downloaded file, at most. */
export const FILE_ROWS_MAX = 50_000;

export interface List<Row> {
  path: string;
  query?: Record<string, string | undefined>;
  /** What `next` is sent as. */
  cursor: string;
  /** The rows of a page; `next` is read beside them. */
  rows: (page: never) => Row[];
}

type Next = string | number | null | undefined;
interface Page<Row> {
  rows: Row[];
  next: Next;
}

async function read<Row>(list: List<Row>, next: Next, limit: number): Promise<Answer<Page<Row>>> {
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
  const newest = useRef({ list, turn: 0 });
  newest.current.list = list;

  const load = useCallback(async (before: Row[], next: Next) => {
    const mine = (newest.current.turn += 1);
    see((now) => ({ key, rows: now.key === key ? now.rows : [], next, busy: true }));
    const answer = await read(newest.current.list, next, PAGE_ROWS);
    if (mine !== newest.current.turn) return;
    see(answer.ok ? { key, rows: [...before, ...answer.value.rows], next: answer.value.next, busy: false } : { key, rows: before, next, busy: false, trouble: answer.trouble });
  }, [key]);

  useEffect(() => {
    void load([], null);
    return () => void (newest.current.turn += 1);
  }, [load]);

  const mine = seen.key === key;
  return {
    rows: mine ? seen.rows : [],
    busy: !mine || seen.busy,
    trouble: mine ? seen.trouble : undefined,
    more: mine && !seen.busy && seen.next !== null && seen.next !== undefined ? () => void load(seen.rows, seen.next) : undefined,
    reread: () => void load([], null),
  };
}

/** All rows of a list, a page at a time, for a file. Ends at the bound and says so. */
export async function readAll<Row>(list: List<Row>, take: (rows: Row[]) => void): Promise<Answer<{ cut: boolean }>> {
  let next: Next = null;
  for (let rows = 0; rows < FILE_ROWS_MAX; ) {
    const answer: Answer<Page<Row>> = await read(list, next, PAGE_ROWS_MAX);
    if (!answer.ok) return answer;
    take(answer.value.rows);
    rows += answer.value.rows.length;
    if (answer.value.next === null || answer.value.next === undefined || answer.value.next === next) return { ok: true, value: { cut: false } };
    next = answer.value.next;
  }
  return { ok: true, value: { cut: true } };
}
