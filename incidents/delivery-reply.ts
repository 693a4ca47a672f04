// What a receiver's reply means for an entry. Only a 2xx is a delivery, and only where its body takes nothing back. Sources:
// https://www.rfc-editor.org/rfc/rfc9110#name-status-codes · https://opentelemetry.io/docs/specs/otlp/#partial-success-1 ·
// https://docs.splunk.com/Documentation/Splunk/latest/Data/TroubleshootHTTPEventCollector (codes) ·
// https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk (items)
import type { SinkKind } from './sinks.ts';

/**
 * `delivered`: take it from the outbox. `later`: try again soon. `kept`: the receiver will not take it as things stand; try slowly.
 * `skips`: it is about this entry alone, the ones behind it may go.
 */
export type Outcome =
  | { outcome: 'delivered' }
  | { outcome: 'later'; key: string; detail: string; afterMs?: number }
  | { outcome: 'kept'; key: string; detail: string; skips: boolean };

/** Request Timeout, Too Early, Too Many Requests: the receiver asks for another try. */
const passing = new Set([408, 425, 429]);
/** Bad Request, Content Too Large, Unsupported Media Type, Unprocessable Content: this entry, not the way to the receiver. */
const aboutTheEntry = new Set([400, 413, 415, 422]);
/** Unauthorized, Forbidden. */
const aboutTheToken = new Set([401, 403]);
const longestWait = 24 * 3_600_000;
const conflict = 409;

/** Judges a reply to the post of the entry with this id. `body` is what was read of it. */
export function judgeReply(kind: SinkKind, response: Response, body: string, id: string): Outcome {
  const { status } = response;
  const detail = String(status);
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    return { outcome: 'kept', key: 'delivery_failed_redirect', detail: '', skips: false };
  if (status >= 200 && status < 300) return judgeBody(kind, detail, parsed(body), id);
  if (passing.has(status) || status >= 500) {
    const afterMs = retryAfter(response.headers.get('retry-after'));
    return { outcome: 'later', key: 'delivery_failed_http', detail, ...(afterMs !== undefined && { afterMs }) };
  }
  const key = aboutTheToken.has(status) ? 'delivery_failed_token' : 'delivery_failed_http';
  return { outcome: 'kept', key, detail, skips: aboutTheEntry.has(status) };
}

function judgeBody(kind: SinkKind, detail: string, body: Record<string, unknown>, id: string): Outcome {
  const delivered = { outcome: 'delivered' } as const;
  const unconfirmed = { outcome: 'later', key: 'delivery_failed_unconfirmed', detail } as const;
  const refused = { outcome: 'kept', key: 'delivery_failed_refused', detail, skips: true } as const;
  switch (kind) {
    case 'otlp': {
      const rejected = (body.partialSuccess as { rejectedLogRecords?: unknown } | undefined)?.rejectedLogRecords;
      return Number(rejected ?? 0) > 0 ? refused : delivered;
    }
    case 'splunk':
      return body.code === undefined || body.code === 0 ? delivered : unconfirmed;
    case 'elastic':
      return judgeItem(body, id) ?? unconfirmed;
    case 'collector':
      return namedIn(body)?.includes(id) ? delivered : unconfirmed;
    case 'webhook': {
      const named = namedIn(body);
      return named === undefined || named.includes(id) ? delivered : unconfirmed;
    }
  }
}

/** Elastic answers 200 to a batch and says of each item what came of it. A conflict: our id is there already. */
function judgeItem({ items }: Record<string, unknown>, id: string): Outcome | undefined {
  if (!Array.isArray(items)) return undefined;
  const mine = items.map((item) => item?.create).find((created) => created?._id === id);
  const status = Number(mine?.status);
  if (!Number.isInteger(status)) return undefined;
  if ((status >= 200 && status < 300) || status === conflict) return { outcome: 'delivered' };
  const detail = String(status);
  if (passing.has(status) || status >= 500) return { outcome: 'later', key: 'delivery_failed_http', detail };
  return { outcome: 'kept', key: 'delivery_failed_refused', detail, skips: true };
}

/** A receiver may name what it took in `{"received": ["<id>", …]}`; then nothing else counts as delivered. */
function namedIn({ received }: Record<string, unknown>): unknown[] | undefined {
  return Array.isArray(received) ? received : undefined;
}

function parsed(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Seconds or a date, as milliseconds from now; `undefined` where it says nothing usable. */
function retryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, longestWait) : undefined;
}
