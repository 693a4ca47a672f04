// Passes entries on to the firm's own log engine, as OTLP, each until the engine has it. Nothing here is lost by it failing.
import { judgeReply, type Outcome } from '../../incidents/delivery-reply.ts';
import type { Envelope } from '../../incidents/envelope.ts';
import { postOf, type Sink } from '../../incidents/sinks.ts';
import type { Job } from './job.ts';

const atOnce = 200;
const timeout = 15_000;

export const forward = (sink: Sink): Job => ({
  name: 'otlp',
  isDue: () => true,
  async run({ store }) {
    const waiting = await store.all<{ id: string; envelope: string | null }>(
      `SELECT outgoing.entry AS id, entries.envelope AS envelope FROM outgoing
       JOIN entries ON entries.id = outgoing.entry WHERE outgoing.target = 'otlp' ORDER BY entries.position LIMIT ${atOnce}`,
    );
    let failed: Exclude<Outcome, { outcome: 'delivered' }> | undefined;
    for (const { id, envelope } of waiting) {
      // Erased when its time was up: there is nothing to pass on any more.
      const outcome = envelope === null ? { outcome: 'delivered' as const } : await pass(sink, JSON.parse(envelope));
      if (outcome.outcome === 'delivered') {
        await store.run("DELETE FROM outgoing WHERE target = 'otlp' AND entry = ?", id);
        continue;
      }
      failed = outcome;
      if (outcome.outcome === 'later' || !outcome.skips) break;
    }
    if (failed) throw Object.assign(new Error('not taken'), { code: failed.detail || failed.key });
    return waiting.length > 0;
  },
});

async function pass(sink: Sink, envelope: Envelope): Promise<Outcome> {
  const { url, headers, body } = postOf(sink, envelope);
  try {
    const signal = AbortSignal.timeout(timeout);
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    return judgeReply(sink.kind, response, await response.text(), envelope.id);
  } catch {
    return { outcome: 'later', key: 'delivery_failed_network', detail: '' };
  }
}
