// What the dialog is given to show, and what it gives back. Made in the desk, where the assessment and the policy are.
import type { Answer } from '@/guard/ports.ts';
import type { Destination, Trigger } from '@/policy/facts.ts';
import type { Action } from '@/policy/verdict.ts';
import type { Reason } from '@/scan/part.ts';
import type { WayOn } from './ways-on.ts';

/**
 * A long scan: what is being read and how far. `file` empty = the text of the message; `share` 0 to 1, absent = unknown; `number` of `of`
 * files. `isFinding`: no file is read yet, a folder is gone through.
 */
export interface ReadingView {
  state: 'reading';
  file: string;
  share?: number;
  number?: number;
  of?: number;
  isFinding?: boolean;
}

/** A plain sentence and the way back, nothing else. `key` is a message key. */
export interface NoticeView {
  state: 'notice';
  key: string;
  substitutions?: string[];
}

/** The message without the people in it, before it takes the place of what was written. */
export interface PreviewView {
  state: 'preview';
  /** Empty where it does not change. */
  subject: string;
  /** The body as people read it. */
  text: string;
  /** How many values were replaced. */
  changed: number;
}

/** One part of the draft and how many different values of each kind are in it. */
export interface FoundPart {
  where: 'body' | 'subject' | 'recipients' | 'file';
  /** The file's name; empty for what is no file. */
  name: string;
  kinds: { kind: string; distinct: number }[];
}

/** A reason the policy offers, in the policy's words. */
export interface ReasonChoice {
  code: string;
  label: string;
  /** Sentences to confirm one by one before the message may go for this reason. */
  checklist: readonly string[];
}

/** The person to turn to. What is not known is empty. */
export interface Contact {
  name: string;
  phone: string;
  email: string;
}

export interface VerdictView {
  state: 'verdict';
  /** Names the assessment: another id is another question, with nothing carried over. */
  id: string;
  action: Exclude<Action, 'allow'>;
  trigger: Trigger;
  destination: Destination;
  people: { min: number; estimate: number; max: number };
  /** People already sent to this kind of destination in the last `days`, where that counted. */
  already?: { people: number; days: number };
  /** Only parts in which something was found. */
  parts: FoundPart[];
  /** What could not be read, in whole or in part. `name` empty = the text of the message. */
  unreadable: { name: string; reason: Reason }[];
  /** Recipients that are own, personal or external: full addresses, lower case. */
  outside: { address: string; destination: Destination }[];
  /** How many recipients stay when the outside ones are taken out. */
  inside: number;
  /** Host of the page when this is an upload and no mail. */
  site?: string;
  /** How it can go without the people in it. */
  ways: readonly WayOn[];
  /** Whether files with people in them lie in the draft where nothing can replace them. */
  filesStay: boolean;
  /** Rule ids, strictest first. */
  rules: readonly string[];
  reasons: readonly ReasonChoice[];
  contact: Contact;
  /** The breach contact can release it with a code. */
  takesCode: boolean;
  /** Why the code that was typed did not release it. */
  codeProblem?: 'unreadable' | 'expired' | 'used' | 'other' | 'silent';
  /** Who stands in for the contact. */
  deputy?: Contact;
  wording?: FirmWords;
}

/** What the firm says in its own words, as the policy has it. */
export interface FirmWords {
  /** By rule id, in place of ours. */
  rules: Readonly<Record<string, string>>;
  /** With the firm's name before it, where that is known. */
  note: string;
  links: readonly { label: string; url: string }[];
}

export type DialogView = ReadingView | NoticeView | PreviewView | VerdictView;

/** `reason` as it was typed: it is masked before anything is recorded. */
export type DialogAnswer = Answer & { reason?: { code: string; text: string }; releaseCode?: string };

/** What the dialog may do in the world. */
export interface DialogPorts {
  t(key: string, substitutions?: string[]): string;
  /** Called once for a view. `reading`, `notice` and `preview` answer too: `cancelled`, `edited`, `removed-people`. */
  answer(answer: DialogAnswer): void;
  /** Puts text on the clipboard. */
  copy(text: string): Promise<void>;
  /** The page that shows what is recorded. */
  registerUrl: string;
  /** Height of the content in px, at first and whenever it changes: the frame is sized by it. */
  resized?(height: number): void;
}
