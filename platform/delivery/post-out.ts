// Posts to the address in the policy, and reads what came back.
import { judgeReply, type Outcome } from '../../incidents/delivery-reply.ts';
import type { Post, Sink } from '../../incidents/sinks.ts';

/** Milliseconds. */
const timeout = 15_000;

export type Fetch = (url: string, request: RequestInit) => Promise<Response>;

/** `id`: what the receiver has to say that it has. Never rejects. */
export async function postOut(
  fetch: Fetch,
  { kind }: Sink,
  { url, headers, body }: Post,
  id: string,
): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      ...{ method: 'POST', body, headers },
      // The token goes to the address IT wrote down and nowhere else.
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeout),
    });
    return judgeReply(kind, response, await response.text(), id);
  } catch (thrown) {
    const isLate = thrown instanceof DOMException && thrown.name === 'TimeoutError';
    return { outcome: 'later', key: isLate ? 'delivery_failed_silent' : 'delivery_failed_network', detail: '' };
  }
}
