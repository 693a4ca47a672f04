// What a browser says of itself about once a day, so that silence, a cut end or a broken chain is noticed where it cannot be hidden.
import * as v from 'valibot';
import type { PolicySource } from './incident.ts';
import { timeSchema } from './time.ts';

/** What an open webmail must have for its messages to be known. */
export const composeParts = ['compose', 'recipients', 'body', 'send', 'account'] as const;

export interface Heartbeat {
  gatehouse: 1;
  type: 'heartbeat';
  /** The random id of this browser profile's chain. */
  device: string;
  /** Epoch milliseconds. */
  at: number;
  extensionVersion: string;
  policy: { version: string; source: PolicySource };
  /** The number of the last entry recorded; 0 where there is none. */
  sequence: number;
  /** What its own check of the chain found. */
  chain: 'intact' | 'broken' | 'lost';
  /** Entries not delivered yet. */
  waiting: number;
  /** Left out by versions before this was told. */
  health?: {
    /** Settings of the policy that could not be used. */
    problems: number;
    /** The gate on the network may stop requests. */
    gate: boolean;
    /** The extension runs in private windows too. */
    privateWindows: boolean;
    /** Ids of open webmails that are not as they are known. */
    degraded: string[];
    /** What was not found in them, by the id of the webmail. Left out by versions before this was told. */
    missing?: Record<string, readonly (typeof composeParts)[number][]>;
    /** Milliseconds, of the latest recorded messages. */
    scan: { count: number; p50: number; p95: number };
    lastDeliveredAt?: number;
  };
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const webmailId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));
const short = v.pipe(v.string(), v.maxLength(60));

export const heartbeatSchema = v.strictObject({
  gatehouse: v.literal(1),
  type: v.literal('heartbeat'),
  device: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)),
  at: timeSchema,
  extensionVersion: short,
  policy: v.strictObject({ version: short, source: v.picklist(['managed', 'cached', 'default']) }),
  sequence: count,
  chain: v.picklist(['intact', 'broken', 'lost']),
  waiting: count,
  health: v.exactOptional(
    v.strictObject({
      problems: count,
      gate: v.boolean(),
      privateWindows: v.boolean(),
      degraded: v.pipe(v.array(webmailId), v.maxLength(50)),
      missing: v.exactOptional(
        v.pipe(
          v.record(webmailId, v.pipe(v.array(v.picklist(composeParts)), v.maxLength(composeParts.length))),
          v.maxEntries(50),
        ),
      ),
      scan: v.strictObject({ count, p50: count, p95: count }),
      lastDeliveredAt: v.exactOptional(timeSchema),
    }),
  ),
}) satisfies v.GenericSchema<unknown, Heartbeat>;
