// What the two parts of the guard are to each other: the one in every page, and the one that knows messages, which is called when
// one may be written. Both run in the extension's own world; the second is given what the first has.
import type { DraftToAssess, FileToRead } from '@/assessment/assessment.ts';
import type { Compose } from '@/webmails/webmail.ts';
import type { toAssessArrival } from './assess-draft.ts';
import type { giveToInput } from './give-back.ts';
import type { innermost } from './innermost.ts';
import type { Passage } from './passage.ts';
import type { PageState, Ports, Ruling } from './ports.ts';
import type { Approval, Settled } from './settle.ts';
import type { Steadfast, steadfast } from './steadfast.ts';

export type Trigger = 'attach' | 'drop' | 'paste';
export type Arriving = Parameters<typeof toAssessArrival>[1];

export interface Grounds {
  view: Window;
  ports: Ports;
  passage: Passage;
  listeners: Steadfast;
  /** Runs a task when the ones before it are done. */
  inOrder<Result>(task: () => Promise<Result>): Promise<Result>;
  /** `asked`: ports in the place of this page's, where the caller hears of what is asked. */
  settled(draft: DraftToAssess, asked?: Ports, onRuling?: (ruling: Ruling) => void): Promise<Settled>;
  /** Files on their way to a site: nobody but the site is named. */
  mayUpload(files: FileToRead[]): Promise<Approval | undefined>;
  tell(changes: Partial<PageState>): void;
  /** Files that were let in. */
  admitted: File[];
  /** Holds files in another window of this page. */
  guardFiles(on: Steadfast): void;
  signal: AbortSignal;
  /** What the first part has anyway: the second does not carry it again. */
  own: {
    steadfast: typeof steadfast;
    innermost: typeof innermost;
    giveToInput: typeof giveToInput;
  };
}

export interface Drafts {
  judgeAgain(): void;
  composes(): Compose[];
  composeOf(element: Element): Compose | undefined;
  /** Files or pasted text on their way into a draft. */
  mayEnter(compose: Compose, arriving: Arriving, trigger: Trigger): Promise<Approval | undefined>;
  /** Tells what this page is, where no compose window was told of yet: one may have opened since the page was last looked at. */
  report(): void;
  /** The gate on the network stopped a request of this page. */
  stopped(kind: 'send' | 'upload'): void;
}

export type StartDrafts = (grounds: Grounds) => Drafts;
