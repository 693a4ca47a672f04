// What a browser says of itself about once a day, so that silence, a cut end or a broken chain is noticed where it cannot be hidden.
import * as v from 'valibot';
import type { PolicySource } from './incident.ts';

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
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const short = v.pipe(v.string(), v.maxLength(60));

export const heartbeatSchema = v.strictObject({
  gatehouse: v.literal(1),
  type: v.literal('heartbeat'),
  device: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)),
  at: count,
  extensionVersion: short,
  policy: v.strictObject({ version: short, source: v.picklist(['managed', 'cached', 'default']) }),
  sequence: count,
  chain: v.picklist(['intact', 'broken', 'lost']),
  waiting: count,
}) satisfies v.GenericSchema<unknown, Heartbeat>;
