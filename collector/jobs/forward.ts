// Passes entries on to the firm's own log engine, as OTLP, each until the engine has it. Nothing here is lost by it failing.
import { judgeReply, type Outcome } from '../../incidents/delivery-reply.ts';
import type { Envelope } from '../../incidents/envelope.ts';
import { postOf, type Sink } from '../../incidents/sinks.ts';
import type { Job } from './job.ts';

const atOnce = 200;
const timeout = 15_000;

/** Entries the engine has refused, each for what it is: kept, and asked about again when an instance starts. */
export const refused = 'otlp-refused';

export const forward = (sink: Sink): Job => {
  let hasAskedAgain = false;
  return {
    name: 'otlp',
    isDue: () => true,
    async run({ store }) {
      if (!hasAskedAgain) await store.run("UPDATE outgoing SET target = 'otlp' WHERE target = ?", refused);
      hasAskedAgain = true;
      const waiting = await store.all<{ id: string; envelope: string | null }>(
        `SELECT outgoing.entry AS id, entries.envelope AS envelope FROM outgoing
       JOIN entries ON entries.id = outgoing.entry WHERE outgoing.target = 'otlp' ORDER BY entries.position LIMIT ${atOnce}`,
      );
      let aside = 0;
      for (const { id, envelope } of waiting) {
        // Erased when its time was up: there is nothing to pass on any more.
        const outcome = envelope === null ? { outcome: 'delivered' as const } : await pass(sink, JSON.parse(envelope));
        if (outcome.outcome === 'delivered') {
          await store.run("DELETE FROM outgoing WHERE target = 'otlp' AND entry = ?", id);
          continue;
        }
        if (outcome.outcome === 'later' || !outcome.skips)
          throw Object.assign(new Error('not taken'), { code: outcome.detail || outcome.key });
        // Those behind it may go.
        await store.run("UPDATE outgoing SET target = ? WHERE target = 'otlp' AND entry = ?", refused, id);
        aside += 1;
      }
      if (aside > 0)
        console.error(`collector: ${aside} entries were refused by the log engine, and are kept: see Coverage`);
      return waiting.length > 0;
    },
  };
};

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
