// What an extractor is: one file format turned into text and tables.

import type { Part } from '../scan/part.ts';
import type { Archive } from './archive.ts';
import type { Compound } from './compound/compound-file.ts';
import type { Content } from './content.ts';
import type { Reading } from './reading.ts';

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
