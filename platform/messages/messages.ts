// Every message that crosses between the extension's own contexts. The background checks who sent it before it answers.

import type { PageState } from '../../guard/ports.ts';
import type { AskedFor } from '../../incidents/affected.ts';
import type { ChainedEntry, PolicySource } from '../../incidents/incident.ts';
import type { IncidentToRecord } from '../../incidents/record.ts';
import type { Change } from '../../incidents/work.ts';
import type { History } from '../../policy/facts.ts';
import type { PolicyProblem } from '../../policy/problem.ts';
import type { Policy } from '../../policy/schema.ts';
import type { KeptFile } from '../kept-files.ts';
import type { Privately } from '../people-ledger.ts';

export interface PolicyInForce {
  policy: Policy;
  source: PolicySource;
  hash: string;
  problems: PolicyProblem[];
  /** False: the browser has not said yet whether there is a managed policy. */
  settled: boolean;
  /** Where each setting that was written somewhere comes from, by path; what is not here is the strict default. */
  origins?: Record<string, Origin>;
}

/** `cached`: the last good copy of what was managed or signed. */
export type Origin = 'managed' | 'signed' | 'cached';

/** Whether the breach contact is told. `nowhere` = no address in the policy: nobody is told. */
export interface DeliveryStatus {
  to: 'nowhere' | 'address';
  host: string;
  waiting: number;
  /** How many of these are incidents or reports. */
  cases: number;
  /** Which entries wait, by sequence. */
  untold: readonly number[];
  /** Which of them were in the last mail that was opened, where there is no address: the person can say that it was sent. */
  mailed?: readonly number[];
  /** What names this browser's chain in a mail or a file; absent where it could not be read. */
  device?: string;
  /** The first failure since anything was delivered: how long nobody has been told. */
  failingSince?: number;
  lastDeliveredAt?: number;
  /** Label key of the last failure, such as `delivery_failed_http`, and a detail without data (a status number). */
  lastFailure?: { at: number; key: string; detail: string };
}

/** What a receiver answered to a test: a label key, and a detail without data (a status number). */
export interface DeliveryTest {
  at: number;
  key: string;
  detail: string;
  isDelivered: boolean;
}

/** How this installation is, beside its policy and its delivery. */
export interface Health {
  /** The gate on the network may stop requests here. */
  gate: boolean;
  /** The extension runs in private windows too. */
  privateWindows: boolean;
  /** Each webmail that is open now, the worst of its pages, and those that lately were not as they are known. */
  webmails: { webmail: string; health: 'well' | 'degraded'; missing?: PageState['missing'] }[];
  /** Milliseconds of reading and judging, of the latest recorded messages. */
  scan: { count: number; p50: number; p95: number };
}

/** What the store found out about itself at start. */
export interface StoreHealth {
  chain: 'intact' | 'broken' | 'lost';
  /** Sequence of the first entry that does not verify. */
  firstBad?: number;
  entries: number;
}

/** What a page said of itself, and what stands behind its own gate. */
export interface PageSeen extends PageState {
  /** Whether requests are checked on the network too. */
  network: boolean;
}

export interface ReportToRecord {
  /** Masked before it is sent here. */
  what: string;
  when: string;
  recovered: 'yes' | 'no' | 'unknown';
  people: 'unknown' | 'one' | 'few' | 'many';
}

export type CodeReading = 'ok' | 'unreadable' | 'expired' | 'used' | 'other';

/** How many entries were erased, and how many rows stay because of what. */
export interface Erased {
  entries: number;
  held: number;
  waiting: number;
}

export interface Messages {
  'policy/get': { ask: Record<string, never>; answer: PolicyInForce };
  /** Content script → background: this tab's content script will open a desk that must show this nonce. */
  'desk/announce': { ask: { nonce: string }; answer: { known: true } };
  /** Desk → background: was this nonce announced by the tab I am in? Each nonce is good once. */
  'desk/claim': { ask: { nonce: string }; answer: { host: string; seed: number } | { refused: true } };
  /** Desk → background: the content script of this tab's top document is to open a stage under this nonce. */
  'stage/want': { ask: { nonce: string }; answer: { known: true } };
  /** Desk → background: these were let into a message in this tab. */
  'files/keep': { ask: { files: KeptFile[] }; answer: { known: true } };
  /** Desk → background: what of these names was let in before, in this tab and on this host. */
  'files/kept': { ask: { names: string[] }; answer: { files: KeptFile[] } };
  /** How many people went to these private places before, those who would go now left out. */
  'ledger/history': { ask: Privately; answer: History };
  /** These people go to these places now. Answered when it is stored. */
  'ledger/add': { ask: Privately; answer: { known: true } };
  /** A dialog opens about this: kept until `incident/record` brings the answer, or it can no longer come. */
  'incident/open': { ask: { incident: IncidentToRecord }; answer: { known: true } };
  'incident/record': { ask: { incident: IncidentToRecord }; answer: { id: string } };
  'incident/amend': { ask: { incident: string; sent: 'sent' | 'not-sent' | 'unknown' }; answer: { id: string } };
  /** Register → background: the seed under which a person's details are hashed to ask for them. */
  'people/seed': { ask: Record<string, never>; answer: { seed: number } };
  /** Register → background: the fingerprints by which incidents about this person are found. */
  'people/prints': { ask: { hashes: number[] }; answer: AskedFor };
  /** Desk → background: what pseudonyms are made with here, hex. Refused unless policy allows them. */
  'pseudonyms/key': { ask: Record<string, never>; answer: { key: string } };
  'report/record': { ask: { report: ReportToRecord }; answer: { id: string } };
  /** Whether the breach contact has released exactly this draft. `draft`: its digest. */
  'release/check': { ask: { draft: string; code: string }; answer: CodeReading };
  /** One step of work on an entry. `by`: who says they took it, where the policy does not. */
  'work/record': { ask: { about: string; change: Change; by: string }; answer: { id: string } };
  /** This person has read the guidance. */
  'guidance/acknowledge': { ask: Record<string, never>; answer: { id: string } };
  'register/list': { ask: Record<string, never>; answer: { entries: ChainedEntry[]; health: StoreHealth } };
  /** Erases these rows, but for those under a legal hold and those nobody has been told of yet. */
  'register/erase': { ask: { ids: string[] }; answer: Erased };
  'delivery/status': { ask: Record<string, never>; answer: DeliveryStatus };
  'delivery/now': { ask: Record<string, never>; answer: DeliveryStatus };
  /** Page → background: a mail with these entries, by sequence, was opened. */
  'delivery/mailed': { ask: { sequences: number[] }; answer: DeliveryStatus };
  /** Page → background: the person says that these entries were sent. Answered once it is stored. */
  'delivery/told': { ask: { sequences: number[] }; answer: DeliveryStatus };
  'health/get': { ask: Record<string, never>; answer: Health };
  'delivery/test': { ask: Record<string, never>; answer: DeliveryTest };
  /** Content script → background: a message may be written in this frame. */
  'drafts/load': { ask: Record<string, never>; answer: { known: true } };
  /**
   * Content script → background: this may leave the tab now. `active`: whether anything would stop it. Of one request `length` is its print under
   * the seed; of one that is `hidden`, that of its address.
   */
  'gate/clear': {
    ask: { kind: 'send' | 'upload' | 'hidden' | 'request'; length: number; seed: number };
    answer: { active: boolean };
  };
  /** Content script → background, for the popup. */
  'page/state': { ask: { state: PageState }; answer: { known: true } };
  /** Popup → background. */
  'page/get': { ask: { tab: number }; answer: PageSeen };
}
