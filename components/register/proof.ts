// How far an entry can be believed: where it was recorded, its place in that chain, and whether it is still what was hashed.
import type { Envelope } from '@/incidents/envelope.ts';
import type { ChainedEntry } from '@/incidents/incident.ts';
import type { StoreHealth } from '@/platform/messages/messages.ts';

/** `received`: a collector has it from the browser itself. */
export type Elsewhere = 'imported' | 'received';

export interface Proof {
  origin: 'here' | Elsewhere;
  sequence: number;
  hash: string;
  /** Undefined while it is being checked. */
  isIntact?: boolean;
}

/** Of an entry of this browser's own chain. */
export function proofHere({ sequence, hash }: ChainedEntry, health: StoreHealth | undefined): Proof {
  const checked = health && { isIntact: health.firstBad === undefined || sequence < health.firstBad };
  return { origin: 'here', sequence, hash, ...checked };
}

/** `isIntact`: whether it was found to be what was hashed; undefined while it is being checked. */
export function proofElsewhere(
  { sequence, hash }: Envelope,
  isIntact: boolean | undefined,
  origin: Elsewhere = 'imported',
): Proof {
  return { origin, sequence, hash, ...(isIntact === undefined ? {} : { isIntact }) };
}
