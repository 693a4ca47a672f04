// Policy's answer about one draft.
import type { Destination, Recipient } from './facts.ts';

/** Least strict first. */
export const actions = ['allow', 'warn', 'justify', 'block'] as const;
export type Action = (typeof actions)[number];

/** A rule that applied. `rule` is its id (`people-to-own`), with a label `rule_people_to_own` in the locale files. */
export interface AppliedRule {
  rule: string;
  action: Action;
}

export interface Verdict {
  action: Action;
  /** The rules behind the action, strictest first; empty for allow. */
  because: AppliedRule[];
  /** The reported destination: first present of own, personal, external, partner, internal. */
  destination: Destination;
  /** Each recipient with its class, in the order given. */
  recipients: (Recipient & { destination: Destination; exempt?: true })[];
  /** False in audit-only mode: recorded, never in the way. */
  enforced: boolean;
}
