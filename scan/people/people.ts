// How many people a draft is about, and which kinds of data are there. Value-free: nothing here can be read back.
import type { Category } from '../../detectors/detector.ts';

export interface KindCount {
  kind: string;
  category: Category;
  /** Occurrences. */
  matches: number;
  /** Different values. */
  distinct: number;
}

/** Half-open span in the text of a part, UTF-16 units. The value stays in the text. */
export interface Finding {
  kind: string;
  category: Category;
  part: string;
  start: number;
  end: number;
}

/** In how many of the counted people something is present. */
export interface PeopleFlags {
  special: number;
  criminal: number;
  /** Bank account, IBAN or payment card. */
  financial: number;
  /** NINO, NHS number, passport, driving licence or another identity number. */
  identityDocument: number;
  child: number;
  purchase: number;
}

/** How people were told apart, most telling first: a rule's explanation and the incident's `how`. */
export const countMethods = ['table-rows', 'label-blocks', 'vcards', 'mentions'] as const;
export type CountMethod = (typeof countMethods)[number];

/** 0 ≤ min ≤ estimate ≤ max. Thresholds compare `estimate`. */
export interface People {
  min: number;
  estimate: number;
  max: number;
  how: CountMethod[];
  flags: PeopleFlags;
}

/** Whom not to count. Addresses in lower case, domains without `@`. */
export interface PeopleContext {
  sender?: string;
  recipients: readonly { name?: string; address: string }[];
  firmDomains: readonly string[];
}
