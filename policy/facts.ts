// What policy is asked about: the facts of one draft or upload, without any of its content.
import type { Reason } from '../scan/part.ts';
import type { KindCount, People } from '../scan/people/people.ts';

/** What made the person's intention a commit. */
export const triggers = [
  ...(['send', 'shortcut', 'scheduled-send'] as const),
  ...(['attach', 'drop', 'paste', 'upload', 'network', 'draft'] as const),
] as const;
export type Trigger = (typeof triggers)[number];

/** The draft stays where it is: content is only on its way into it. */
export function isEarly(trigger: Trigger): boolean {
  return trigger === 'attach' || trigger === 'drop' || trigger === 'paste' || trigger === 'draft';
}

export interface Recipient {
  name?: string;
  address: string;
  field: 'to' | 'cc' | 'bcc';
}

/** A file as policy sees it. `unreadable` beside `readable: true` = read in part. */
export interface FileFact {
  /** Lower case, without the dot, as the name says; empty where there is none. */
  extension: string;
  /** True type by content. */
  type: string;
  size: number;
  readable: boolean;
  unreadable?: Reason;
}

/** Distinct people already sent to a destination class in the period policy asks for. */
export type History = Partial<Record<Destination, number>>;

/** Strictest first, the order in which the reported destination is chosen. */
export const destinations = ['own', 'personal', 'external', 'partner', 'internal'] as const;
export type Destination = (typeof destinations)[number];

export interface Facts {
  /** The signed-in account's address, where the page shows it. */
  sender?: string;
  /** Host of the page it is written on, as the browser tells it. */
  host?: string;
  recipients: readonly Recipient[];
  people: People;
  kinds: readonly KindCount[];
  files: readonly FileFact[];
  /** The body could not be read in full. */
  bodyUnreadable?: Reason;
  /** Host of the page when this is no mail: an upload's destination is the site. */
  site?: string;
  trigger: Trigger;
  history: History;
}
