// One decision, recorded without the data it was about. No field can hold a value, a name of a client, a subject or a body.
import type { Category } from '../detectors/detector.ts';
import type { Destination, FileFact, Trigger } from '../policy/facts.ts';
import type { Action } from '../policy/verdict.ts';
import type { People } from '../scan/people/people.ts';
import type { Sealed } from './sealed.ts';
import type { Work } from './work.ts';

export type PolicySource = 'managed' | 'cached' | 'default';

/** What the person did. `counted-copy`: tables went as how many rows have which value. `pseudonymised-copy`: what went is still personal data. `not-asked`: audit only. `abandoned`: the tab or the browser was closed instead of an answer. */
export const choices = [
  'edited',
  'cancelled',
  'removed-recipients',
  'removed-people',
  'removed-files',
  'sent-after-warning',
  'sent-with-reason',
  'sent-with-code',
  'safe-copy',
  'counted-copy',
  'pseudonymised-copy',
  'review-requested',
  'not-asked',
  'abandoned',
] as const;
export type Choice = (typeof choices)[number];

export interface Incident {
  /** UUIDv7: also the key by which delivery is idempotent. */
  id: string;
  /** Epoch milliseconds of the decision. */
  at: number;
  extensionVersion: string;
  policy: { version: string; hash: string; source: PolicySource };
  /** Who sent: `from` tells where that is known from; `value` is empty when unknown, a pseudonym when sealed. */
  actor: { value: string; from: 'policy' | 'browser' | 'account' | 'unknown' | 'sealed' };
  /** Which webmail adapter, on which host. Never a path or a query. */
  place: { webmail: string; host: string };
  trigger: Trigger;
  people: People;
  kinds: { kind: string; category: Category; matches: number; distinct: number }[];
  destination: Destination;
  /** People who went to that private place in the days before, those in this draft left out. Absent: nobody. */
  alreadySent?: number;
  /** Domains in the clear, addresses as keyed fingerprints, or as the policy's `record.recipients` says. Countries the domains tell. */
  recipients: { count: number; domains: string[]; fingerprints: string[]; addresses?: string[]; countries?: string[] };
  files: (FileFact & { fingerprint: string })[];
  /** Further files, counted and not named: a folder may hold ten thousand. */
  moreFiles?: number;
  verdict: { action: Action; rules: string[]; enforced: boolean };
  choice: Choice;
  /** `text` is masked: every value found in it is replaced before it gets here. */
  reason?: { code: string; text: string };
  outcome: 'near-miss' | 'left';
  /** Milliseconds the dialog was open; 0 where none was. */
  openedForMs: number;
  scanMs: number;
  /** Whether the webmail could be read as expected. */
  adapterHealth: 'well' | 'degraded';
  /** When this person last read and acknowledged the guidance; absent where they have not. */
  trainedAt?: number;
  /** Keyed fingerprint of the whole draft: what a release code must name. */
  draft?: string;
  /** From a private account: whose it is, to whom it went, which files and whom it was about are not recorded, only how many. */
  countsOnly?: true;
  /** Keyed fingerprints of the people it is about. Absent: nobody, or recorded before there were any. */
  affected?: Affected;
  /** Who sent and why, for the breach contact's eyes only. */
  sealed?: Sealed;
}

/** Whom it was about, as keyed fingerprints. */
export interface Affected {
  /** Names the key they were made with. Only whoever has it can ask. */
  key: string;
  /** How many people have their fingerprints here. */
  people: number;
  /** Five bytes each, base64url. */
  prints: string;
}

/** What became known later about an incident, appended, never edited in: the mail did not go after all. */
export interface Amendment {
  id: string;
  at: number;
  incident: string;
  sent: 'sent' | 'not-sent' | 'unknown';
}

/** A report a person typed in: no content but their own words, masked. */
export interface Report {
  id: string;
  at: number;
  extensionVersion: string;
  actor: Incident['actor'];
  /** Masked. */
  what: string;
  when: string;
  recovered: 'yes' | 'no' | 'unknown';
  people: 'unknown' | 'one' | 'few' | 'many';
  sealed?: Sealed;
}

/** A person has read the guidance and says so. */
export interface Acknowledgement {
  id: string;
  at: number;
  actor: Incident['actor'];
  /** The policy in force when it was read: guidance says what that policy does. */
  policyVersion: string;
}

/** A day of entries is over: the device signs {day, first, last, hash}. */
export interface Segment {
  id: string;
  at: number;
  /** In UTC: `2026-11-21`. */
  day: string;
  /** Sequences, both included. `hash`: of the last. */
  first: number;
  last: number;
  hash: string;
  key: string;
  signature: string;
}

/** Entries are erased on purpose: everything up to `through`, or those listed. */
export interface Erasure {
  id: string;
  at: number;
  /** `earlier`: by a collector that did not sign yet. */
  why: 'retention' | 'request' | 'earlier';
  through?: { sequence: number; hash: string };
  /** `previous`: where the entry is emptied and its hash can be made no more, the link before it is signed too. */
  listed?: { sequence: number; hash: string; previous?: string }[];
  /** How many. */
  entries: number;
  key: string;
  signature: string;
}

/** What stands in the place of an entry that was erased by request. */
export interface Erased {
  id: string;
  at: number;
  /** Id of the erasure that says so. */
  erasure: string;
}

export type Entry =
  | { type: 'incident'; incident: Incident }
  | { type: 'amendment'; amendment: Amendment }
  | { type: 'report'; report: Report }
  | { type: 'work'; work: Work }
  | { type: 'acknowledgement'; acknowledgement: Acknowledgement }
  | { type: 'segment'; segment: Segment }
  | { type: 'erasure'; erasure: Erasure }
  | { type: 'erased'; erased: Erased };

/** An entry in the chain: `hash` covers sequence, previous and entry. The first `previous` is 64 zeros. */
export interface ChainedEntry {
  sequence: number;
  previous: string;
  entry: Entry;
  /** SHA-256, hex, lower case. */
  hash: string;
}
