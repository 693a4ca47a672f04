// One draft in, one assessment out. What the desk's worker and the command line both do.
import type { Facts, FileFact, Trigger } from '../policy/facts.ts';
import type { LedgerPlace } from '../policy/ledger-places.ts';
import type { Verdict } from '../policy/verdict.ts';
import type { Reason } from '../scan/part.ts';
import type { PartScan } from '../scan/part-scan.ts';
import type { Finding, KindCount } from '../scan/people/people.ts';

/** A file to read: its bytes, or why there are none. */
export interface FileToRead {
  id: string;
  name: string;
  content: Blob | Reason;
}

/** A draft as it leaves the page. Everything is plain data that can be cloned into a worker. */
export interface DraftToAssess {
  account?: string | undefined;
  /** As written in the fields, one entry an address. */
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string;
  body: string;
  isHtml: boolean;
  files: FileToRead[];
  trigger: Trigger;
  /** What the page lets be changed in a message that lies in it. Files on their way in can always be changed. */
  changeable?: { text: boolean; files: boolean };
  /** Host of the page it is written on. */
  host?: string;
  /** Host of the page when this is an upload to a site and no mail. */
  site?: string;
}

/** How far reading is. */
export interface ReadingProgress {
  /** Name of the file that is being read. */
  part: string;
  /** Of all files, 0 to 1. */
  share: number;
  /** Which of how many files it is, from 1. */
  number: number;
  of: number;
}

/** A file after reading, without its content. */
export interface ReadFile {
  fact: FileFact;
  scans: PartScan[];
  /** SHA-256, hex, where all its bytes were at hand. */
  digest?: string;
}

export interface AssessOptions {
  /** Seed of the keys that join records; the same for everything that is to be compared. */
  session: number;
  /** Epoch milliseconds. */
  now(): number;
  /** Also report where the values stand. */
  findings?: boolean;
  /** Files already read, by id: filled and used, so that a file is read once. */
  known?: Map<string, ReadFile>;
  signal?: AbortSignal;
  /** Called with what is being read. */
  progress?(progress: ReadingProgress): void;
}

/** One part of the draft as people are told about it: the body, the subject, or a file. */
export interface AssessedPart {
  name: string;
  type: string;
  read: boolean;
  reason?: Reason;
  /** UTF-16 units scanned, children included. */
  characters: number;
  kinds: KindCount[];
}

export interface Assessment {
  facts: Facts;
  verdict: Verdict;
  parts: AssessedPart[];
  /** In the order of the draft's files. `hasPeople`: something was found in it. */
  files: (FileFact & { hasPeople: boolean })[];
  findings?: Finding[];
  /** Hashes of each person, most telling first, where a decision about them may be recorded. */
  persons?: number[][];
  /** Who would go to private places: what the ledger of who went where is asked, and told when it goes. Absent: nobody would. */
  privately?: { places: LedgerPlace[]; people: number[][]; leaves: boolean };
  /** Milliseconds of extracting, scanning and counting. */
  scanMs: number;
}
