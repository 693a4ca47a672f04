// What scan hands on about one part: facts without text and without values. Keys are 53-bit hashes under a session's seed.
import type { Category } from '../detectors/detector.ts';
import type { Reason } from './part.ts';
import type { Finding } from './people/people.ts';
import type { Records } from './people/records.ts';

/** Occurrences of one kind in one part, with its hashed values, each once, so that distinct counts add up across parts. */
export interface KindScan {
  kind: string;
  category: Category;
  matches: number;
  values: Float64Array;
}

export interface PartScan {
  name: string;
  type: string;
  /** UTF-16 units scanned. */
  characters: number;
  /** False: there was no text and no table, so nothing is known about it. */
  read: boolean;
  unreadable?: Reason;
  kinds: KindScan[];
  records: Records;
  findings?: Finding[];
}
