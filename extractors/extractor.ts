// What an extractor is: one file format turned into text and tables.

import type { Part } from '../scan/part.ts';
import type { Archive } from './archive.ts';
import type { Compound } from './compound/compound-file.ts';
import type { Content } from './content.ts';
import type { Reading } from './reading.ts';

/** Bounds on work for one file. Beyond any of them the part says why in `unreadable`. */
export interface Limits {
  /** Bytes of the file, and bytes after decompression, all children together. */
  bytes: number;
  /** Files within files: an archive in an archive, a workbook in an archive. */
  depth: number;
  /** Entries of all archives together. */
  entries: number;
  /** Epoch milliseconds after which reading stops. */
  deadline: number;
}

/** Called now and then with the share of the file read, 0 to 1. */
export type Progress = (share: number) => void;

/** A file as an extractor gets it. */
export interface Source {
  file: Content;
  /** A hint for text only. */
  name: string;
  /** The first bytes, up to 4,096. */
  head: Uint8Array;
  /** The directory, where the head is that of a ZIP archive. */
  archive?: Archive;
  /** The directory, where the head is that of a compound file. */
  compound?: Compound;
}

export interface Extractor {
  /** What `Part.type` says for most files of this format. */
  id: string;
  /** Tells the format from its content. A file name is never asked. */
  accepts(source: Source): boolean;
  /** Reads the whole file. May throw `unreadable(…)`; what was read before belongs into the part instead. */
  extract(source: Source, reading: Reading): Promise<Part>;
}
