// How far an entry can be believed: where it was recorded, its place in that chain, and whether it is still what was hashed.
import { type Envelope, idOf } from '@/incidents/envelope.ts';
import type { ChainedEntry } from '@/incidents/incident.ts';
import type { StoreHealth } from '@/platform/messages.ts';

/** `received`: a collector has it from the browser itself. */
export type Elsewhere = 'imported' | 'received';

export interface Proof {
  origin: 'here' | Elsewhere;
  sequence: number;
  hash: string;
  /** Undefined while it is being checked. */
  isIntact?: boolean;
}

export interface CheckedEnvelope {
  envelope: Envelope;
  isIntact?: boolean;
}

/** By the entry's id. What is both here and imported counts as recorded here. */
export function proofsOf(
  entries: readonly ChainedEntry[],
  health: StoreHealth | undefined,
  imported: readonly CheckedEnvelope[],
  origin: Elsewhere = 'imported',
): Map<string, Proof> {
  const proofs = new Map<string, Proof>();
  for (const { envelope, ...checked } of imported)
    proofs.set(envelope.id, { origin, sequence: envelope.sequence, hash: envelope.hash, ...checked });
  for (const { entry, sequence, hash } of entries) {
    const checked = health && { isIntact: health.firstBad === undefined || sequence < health.firstBad };
    proofs.set(idOf(entry), { origin: 'here', sequence, hash, ...checked });
  }
  return proofs;
}
