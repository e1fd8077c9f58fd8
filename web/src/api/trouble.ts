// Why a call did not do what was wanted: the server's problem (RFC 9457), or that nothing readable came back.

/** The server's problem document. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  /** Whether the request moved money; null when nobody knows yet. */
  money_moved: boolean | null;
  retry: string;
  retry_after_s?: number;
  request_id: string;
}

export type Trouble =
  | { kind: 'problem'; problem: Problem }
  /** Nothing came back. For a call that changes something the outcome is not known. */
  | { kind: 'offline' | 'timeout' | 'garbled'; changes: boolean };

export type Answer<T> = { ok: true; value: T } | { ok: false; trouble: Trouble };

export const codeOf = (trouble: Trouble): string => (trouble.kind === 'problem' ? trouble.problem.code : trouble.kind);

/** The server said what became of it: what is asked next is another wish. Otherwise the same one is repeated. */
export const isAnswered = (trouble: Trouble): boolean => trouble.kind === 'problem' && trouble.problem.money_moved !== null;

/** Whether money moved, as far as anybody knows: null is "not known". */
export function moneyMoved(trouble: Trouble): boolean | null {
  if (trouble.kind === 'problem') return trouble.problem.money_moved;
  return trouble.changes ? null : false;
}

const PROBLEM_TEXTS = ['type', 'title', 'detail', 'code', 'retry', 'request_id'] as const;

export function isProblem(value: unknown): value is Problem {
  if (typeof value !== 'object' || value === null) return false;
  const members = value as Record<string, unknown>;
  return PROBLEM_TEXTS.every((name) => typeof members[name] === 'string') && 'money_moved' in members;
}
