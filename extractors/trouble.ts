// What a part says of itself when something inside it could not be read.
import type { Part, Reason } from '../scan/part.ts';

/** Gravest first. */
const gravest: readonly Reason[] = [
  'time-out',
  'too-large',
  'too-deep',
  'encrypted',
  'broken',
  'unknown-format',
  'media',
  'not-reachable',
  'error',
];

/** A part whose children were not all read was itself read in part, for the gravest of their reasons. */
export function withTroubleInside<P extends Omit<Part, 'name'>>(part: P): P {
  if (part.unreadable) return part;
  const inside = new Set(part.children?.map((child) => child.unreadable));
  const reason = gravest.find((one) => inside.has(one));
  return reason ? { ...part, unreadable: reason } : part;
}
