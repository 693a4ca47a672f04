// What a receiver's reply means for an entry. Only a 2xx is a delivery. Source: https://www.rfc-editor.org/rfc/rfc9110#name-status-codes

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
const longestWait = 24 * 3_600_000;

/** Judges a reply to the post of the entry with this id. `body` is what was read of it. */
export function judgeReply(response: Response, body: string, id: string): Outcome {
  const { status } = response;
  const detail = String(status);
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    return { outcome: 'kept', key: 'delivery_failed_redirect', detail: '', skips: false };
  if (status >= 200 && status < 300) {
    const named = namedIn(body);
    if (named === undefined || named.includes(id)) return { outcome: 'delivered' };
    return { outcome: 'later', key: 'delivery_failed_unconfirmed', detail };
  }
  if (passing.has(status) || status >= 500) {
    const afterMs = retryAfter(response.headers.get('retry-after'));
    return { outcome: 'later', key: 'delivery_failed_http', detail, ...(afterMs !== undefined && { afterMs }) };
  }
  return { outcome: 'kept', key: 'delivery_failed_http', detail, skips: aboutTheEntry.has(status) };
}

/** A receiver may name what it took in `{"received": ["<id>", …]}`; then nothing else counts as delivered. */
function namedIn(body: string): unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null || !('received' in parsed)) return undefined;
    return Array.isArray(parsed.received) ? parsed.received : undefined;
  } catch {
    return undefined;
  }
}

/** Seconds or a date, as milliseconds from now; `undefined` where it says nothing usable. */
function retryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, longestWait) : undefined;
}
