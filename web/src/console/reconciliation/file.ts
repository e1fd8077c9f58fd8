// A journal or a statement as a file of comma-separated values (RFC 4180), read whole before anything of it is sent. A
// wrong cell is named by its line and column. Sums stay the file's own decimal text: whether it has too many decimals
// for its currency is for the server to say.

import type { Shape } from '../../api';

export type Kind = Shape<'ReconciliationKind'>;
export type Line = Shape<'StatedLine'>;

export const FILE_BYTES_MAX = 16 * 1024 * 1024;
export const LINES_MAX = 20_000;
const REFERENCE_BYTES_MAX = 140;

/** Why nothing of a file is taken; `line` counts from the file's first. */
export interface Wrong {
  why: 'text' | 'empty' | 'column' | 'twice' | 'missing' | 'many' | 'cells' | 'quote' | 'amount' | 'currency' | 'what' | 'at' | 'operation_id' | 'reference';
  line: number;
  /** The column's name, or what stands in the cell. */
  seen: string;
}

export type Read = { ok: true; lines: Line[] } | { ok: false; wrong: Wrong };

const COLUMNS: Record<Kind, readonly string[]> = {
  pos_journal: ['what', 'amount', 'currency', 'at', 'operation_id', 'reference'],
  bank: ['amount', 'currency', 'at', 'reference'],
};
const NEEDED: Record<Kind, readonly string[]> = { pos_journal: ['what', 'amount', 'currency', 'at'], bank: ['amount', 'currency', 'at'] };
const WHATS: readonly string[] = ['withdrawal', 'withdrawal_reversal', 'deposit', 'deposit_reversal'] satisfies Line['what'][];

const AMOUNT = /^-?\d{1,18}(?:\.\d{1,4})?$/;
const CURRENCY = /^[A-Z]{3}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/i;
const DATE = /^\d{4}-\d\d-\d\d$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const CONTROL = /\p{Cc}/u;

/** What is thrown within this file alone. */
class Refusal extends Error {
  readonly wrong: Wrong;
  constructor(why: Wrong['why'], line: number, seen = '') {
    super(why);
    this.wrong = { why, line, seen };
  }
}

export function read(bytes: Uint8Array<ArrayBuffer>, kind: Kind): Read {
  try {
    return { ok: true, lines: linesOf(textOf(bytes), kind) };
  } catch (failure) {
    if (failure instanceof Refusal) return { ok: false, wrong: failure.wrong };
    throw failure;
  }
}

function textOf(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes); // It drops a byte order mark.
  } catch {
    throw new Refusal('text', 1);
  }
}

function linesOf(text: string, kind: Kind): Line[] {
  const [first, ...rest] = rowsOf(text);
  if (!first) throw new Refusal('empty', 1);
  const head = first.cells;
  for (const [place, name] of head.entries()) {
    if (!COLUMNS[kind].includes(name)) throw new Refusal('column', 1, name);
    if (head.indexOf(name) < place) throw new Refusal('twice', 1, name);
  }
  const missing = NEEDED[kind].find((name) => !head.includes(name));
  if (missing) throw new Refusal('missing', 1, missing);
  if (rest.length === 0 || rest.length > LINES_MAX) throw new Refusal('many', 1, String(rest.length));
  return rest.map((row) => lineOf(head, row, kind));
}

function lineOf(head: readonly string[], { line, cells }: Row, kind: Kind): Line {
  if (cells.length !== head.length) throw new Refusal('cells', line, String(cells.length));
  const cell = (name: string) => (cells[head.indexOf(name)] ?? '').trim();
  const must = (why: Wrong['why'] & keyof Line | 'currency', good: boolean): void => {
    if (!good) throw new Refusal(why, line, cell(why));
  };
  const amount = cell('amount');
  must('currency', CURRENCY.test(cell('currency')));
  must('amount', AMOUNT.test(amount) && /[1-9]/.test(amount) && (kind === 'bank' || !amount.startsWith('-')));
  must('what', kind === 'bank' || WHATS.includes(cell('what')));
  const at = instantOf(cell('at'), kind);
  if (at === undefined) throw new Refusal('at', line, cell('at'));
  must('operation_id', cell('operation_id') === '' || UUID.test(cell('operation_id')));
  const reference = cell('reference');
  must('reference', new TextEncoder().encode(reference).length <= REFERENCE_BYTES_MAX && !CONTROL.test(reference));
  return {
    what: kind === 'bank' ? 'payment' : (cell('what') as Line['what']),
    amount: { amount, currency: cell('currency') },
    at,
    ...(cell('operation_id') && { operation_id: cell('operation_id') }),
    ...(reference && { reference }),
  };
}

/** The instant; a bank's bare date is the last second of that day, UTC. */
function instantOf(text: string, kind: Kind): string | undefined {
  const whole = kind === 'bank' && DATE.test(text) ? `${text}T23:59:59Z` : text;
  return INSTANT.test(whole) && !Number.isNaN(Date.parse(whole)) ? whole : undefined;
}

interface Row {
  line: number;
  cells: string[];
}

/** The rows with something in them. */
function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let cells: string[] = [];
  let [line, at] = [1, 0];
  while (at < text.length) {
    const row: Row = { line, cells: (cells = []) };
    for (;;) {
      const quoted = text[at] === '"';
      const cell = quoted ? quotedCell(text, at, line) : plainCell(text, at, line);
      cells.push(cell.text);
      line += cell.lines;
      at = cell.end;
      if (text[at] !== ',') break;
      at += 1;
    }
    at += text[at] === '\r' ? 2 : 1;
    line += 1;
    if (cells.some((cell) => cell !== '')) rows.push(row);
  }
  return rows;
}

interface Cell {
  text: string;
  end: number;
  /** Ends of lines within it. */
  lines: number;
}

function plainCell(text: string, from: number, line: number): Cell {
  let end = from;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && !(text[end] === '\r' && text[end + 1] === '\n')) end += 1;
  const cell = text.slice(from, end);
  if (cell.includes('"')) throw new Refusal('quote', line, cell);
  return { text: cell, end, lines: 0 };
}

function quotedCell(text: string, from: number, line: number): Cell {
  let end = from + 1;
  for (; ; end += 1) {
    if (end >= text.length) throw new Refusal('quote', line, text.slice(from, from + 20));
    if (text[end] !== '"') continue;
    if (text[end + 1] !== '"') break;
    end += 1;
  }
  const inner = text.slice(from + 1, end);
  const after = text[end + 1];
  const ends = after === undefined || after === ',' || after === '\n' || (after === '\r' && text[end + 2] === '\n');
  if (!ends) throw new Refusal('quote', line, text.slice(from, end + 2));
  return { text: inner.replaceAll('""', '"'), end: end + 1, lines: inner.split('\n').length - 1 };
}

/** The SHA-256 of a file, 64 hex digits: it is taken in once. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
