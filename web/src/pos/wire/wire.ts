// The two faces of the server a POS speaks to, as one: the POS wire with its envelope, and our own API with its
// problems. Both become a reply. What says nothing about the request (no answer, a busy server) is `lost`, and the
// same request is sent again.

import { isProblem, send, type Problem, type Sent, type Trouble } from '../../api';
import type { Reply, Wish } from '../operation';

export const ASK_TIMEOUT_MS = 15_000;

/** The server says so itself: not decided, ask again. */
const ASK_AGAIN: ReadonlySet<string> = new Set(['ERROR_SERVICE_UNAVAILABLE', 'ERROR_INTERNAL', 'service_unavailable', 'internal', 'outcome_unknown', 'too_many_requests']);

export interface Asked {
  reply: Reply;
  /** What the server asks to wait. */
  wait_ms: number;
}

export async function ask(access_key: string, wish: Wish, signal?: AbortSignal): Promise<Asked> {
  const sent = await send(wish.verb, wish.path, {
    headers: { ...wish.headers, access_key },
    timeout_ms: ASK_TIMEOUT_MS,
    ...(wish.body !== undefined && { body: wish.body }),
    ...(signal && { signal }),
  });
  return { reply: replyOf(sent, wish), wait_ms: waitOf(sent) };
}

const waitOf = (sent: Sent): number => ('why' in sent ? 0 : Number(sent.headers.get('retry-after') ?? 0) * 1000 || 0);

export function replyOf(sent: Sent, wish: Wish): Reply {
  const changes = wish.verb !== 'GET';
  if ('why' in sent) return { kind: 'lost', trouble: { kind: sent.why, changes } };
  const trouble = isProblem(sent.body) ? ({ kind: 'problem', problem: sent.body } as const) : ofEnvelope(sent);
  if (sent.status >= 200 && sent.status < 300 && !trouble) {
    const value = wish.own ? sent.body : isEnvelope(sent.body) ? (sent.body.data ?? {}) : undefined;
    if (typeof value !== 'object' || value === null) return { kind: 'lost', trouble: { kind: 'garbled', changes } };
    const expires_at = sent.headers.get('session-expires-at');
    return { kind: 'ok', value, ...(expires_at !== null && { expires_at }) };
  }
  if (!trouble) return { kind: 'lost', trouble: { kind: 'garbled', changes } };
  return { kind: ASK_AGAIN.has(trouble.problem.code) ? 'lost' : 'refused', trouble };
}

interface Envelope {
  status: { error_code: string; status: string; message: string; operation_id: string };
  data?: unknown;
}

function isEnvelope(body: unknown): body is Envelope {
  const status = (body as Partial<Envelope> | null | undefined)?.status;
  return typeof status === 'object' && typeof status.error_code === 'string' && typeof status.message === 'string';
}

/** An envelope's error as a problem: no refusal of the wire moves money. */
function ofEnvelope(sent: Extract<Sent, { headers: Headers }>): Extract<Trouble, { kind: 'problem' }> | undefined {
  if (!isEnvelope(sent.body) || sent.body.status.status === 'SUCCESS') return undefined;
  const { error_code: code, message } = sent.body.status;
  const problem: Problem = {
    type: `/errors/${code}`,
    title: code,
    status: sent.status,
    detail: message,
    code,
    money_moved: false,
    retry: 'no',
    request_id: sent.headers.get('request-id') ?? sent.body.status.operation_id,
  };
  return { kind: 'problem', problem };
}
