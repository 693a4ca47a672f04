// What crosses the MessagePort between a page's content script and its desk frame. Content goes in; only rulings and answers come out.
import type { DraftToAssess, ReadingProgress } from '../../assessment/assessment.ts';
import type { Answer, Durable, Ruling } from '../../guard/ports.ts';

/**
 * The first message into the desk frame, by `window.postMessage` with one port. A desk claims the nonce before it listens; a stage only
 * shows what the desk that knows the nonce has to show: docs/adr/0158-a-stage-above-a-foreign-frame.md
 */
export interface DeskHello {
  gatehouse: 'desk' | 'stage';
  nonce: string;
}

export interface AssessAsk {
  draft: DraftToAssess;
  /** True: a person waits for this, so a long read is shown. False: read ahead while they write. */
  foreground: boolean;
  /** Which adapter read the draft, and how well it could. */
  webmail: string;
  health: 'well' | 'degraded';
}

/** Content script → desk. */
export interface DeskAsks {
  /** The desk keeps the assessment under the ruling's `id` until a later one of the same page replaces it. */
  assess: { ask: AssessAsk; answer: Ruling; progress: ReadingProgress };
  /** Files are being looked for: shown when it takes long, until the asker cancels this. Answered when the person does. */
  wait: { ask: Record<string, never>; answer: true };
  /** Whether this account is private mail by the policy in force. */
  account: { ask: { account: string }; answer: { isPrivate: boolean } };
  /** Shows the dialog; cancelling closes it. */
  ask: { ask: { id: string }; answer: Answer };
  /** The desk sends the incident of that assessment to the background. Only `release: true` answers need a durable one to go on. */
  record: { ask: { id: string; answer: Answer }; answer: Durable };
  conclude: { ask: { record: string; sent: 'sent' | 'not-sent' | 'unknown' }; answer: { known: true } };
}

/** Desk → content script. */
export interface DeskEvents {
  /** The policy names a language: the words the content script needs in it. */
  words: { words: Record<string, string> };
  /** The policy in force has changed: what was judged before should be judged again. */
  policy: { hash: string };
}

/** Desk or stage → the content script that made its frame. */
export interface FrameEvents {
  /** Open the dialog that holds the frame. */
  show: Record<string, never>;
  /** Close it, and give the focus back. */
  hide: Record<string, never>;
  /** Height of what is shown, CSS pixels. */
  size: { height: number };
}

/** Content script of the top document → stage: Escape was pressed beside it. */
export interface StageHostAsks {
  leave: { ask: Record<string, never>; answer: { known: true } };
}

/** Stage → the script that made its frame: the desk is gone. */
export interface StageHostEvents {
  over: Record<string, never>;
}
