// What the guard needs from the world, passed in by the entrypoint. The desk and the background stand behind these.
import type { DraftToAssess } from '../assessment/assessment.ts';
import type { Choice } from '../incidents/incident.ts';
import type { Destination } from '../policy/facts.ts';
import type { Action } from '../policy/verdict.ts';
import type { ComposePart } from '../webmails/webmail.ts';

/** What the guard may know of an assessment: no content, no count by kind. */
export interface Ruling {
  /** Names the assessment kept in the desk. */
  id: string;
  action: Action;
  /** False: audit only. Record, and release without asking. */
  enforced: boolean;
  destination: Destination;
  people: { min: number; estimate: number; max: number };
  /** Addresses, lower case, that are own, personal or external. */
  outside: string[];
  /** Where the policy lets it go although the record failed: why it failed. Absent = never. */
  mayGoUnrecorded?: readonly Unstored[];
}

export interface ChangedFile {
  id: string;
  name: string;
  content?: Blob;
}

/** What the person answered. `release`: the draft may go, once recorded. */
export interface Answer {
  choice: Choice;
  release: boolean;
  /** Recipients to take out of the draft before editing goes on. Lower-case addresses. */
  removeRecipients: string[];
  /** Files that go changed, by the ids they were judged under: as safe copies, or not at all where there is no content. */
  files?: ChangedFile[];
  /** What the message is to say instead. */
  text?: { subject: string; body: string };
}

/** Why a record is not safe. */
export type Unstored = 'silent' | 'orphaned' | 'store';

/** The record is safe on disk, or it is not and the draft must stay, unless the ruling says otherwise. */
export type Durable = { stored: true; record: string } | { stored: false; why: Unstored };

export interface Ports {
  /**
   * Reads, scans and judges. Rejects when the desk cannot be had or takes too long: then the draft is held. With
   * `foreground` a person waits, and a long read is shown; when they cancel it, it rejects with an `AbortError`. The message of
   * the error is `orphaned` where the extension is gone from under the page.
   */
  assess(draft: DraftToAssess, signal: AbortSignal, foreground: boolean): Promise<Ruling>;
  /** Shows the dialog and waits. An abort closes it and answers as *edited*. Never called for `allow`. */
  ask(ruling: Ruling, signal: AbortSignal): Promise<Answer>;
  /** Files are being looked for: from one second on the person sees that, and can cancel. End it before asking for an assessment. */
  waiting(): Waiting;
  /** Stores the incident. Resolves after the durable acknowledgement, or with why not, within 5 s. */
  record(ruling: Ruling, answer: Answer): Promise<Durable>;
  /** Says what became of a released draft. */
  conclude(record: string, sent: 'sent' | 'not-sent' | 'unknown'): void;
  /** A plain notice without an approving button: a label key and its substitutions. Used when the desk cannot be had. */
  notice(key: string, substitutions?: string[]): void;
  /** Whether the account is private mail by the policy in force: text pasted there has left at once (autosave). */
  isPrivateMail(account: string | undefined): boolean;
  /** Text a person reads. */
  t(key: string, substitutions?: string[]): string;
  /** The shadow root of an element, closed ones too. */
  shadowRootOf(element: Element): ShadowRoot | undefined;
  /**
   * Tells the gate on the network, where there is one, that something is let go. `length`: characters of a message; of one request what
   * `printOf` makes of it under the seed; of one that is `hidden`, of its address.
   */
  clear(kind: 'send' | 'upload' | 'hidden' | 'request', length: number, seed?: number): Promise<void>;
  /** Has the part that knows messages put into this frame; false where that failed. */
  loadDrafts(): Promise<boolean>;
  /** Tells the popup what this page is. */
  state(state: PageState): void;
}

/** A person who waits. `signal` aborts when they cancel. */
export interface Waiting {
  signal: AbortSignal;
  end(): void;
}

export interface PageState {
  /** Adapter id, `generic`, or `none`. */
  webmail: string;
  composes: number;
  health: 'well' | 'degraded';
  /** What was not where this webmail is known to have it, for IT. */
  missing?: readonly ComposePart[];
  last?: { action: Action; people: number; destination: Destination };
}
