// What an extractor is: one file format turned into text and tables.
import type { Part } from '../scan/part.ts';

/** Bounds on work for one file. Beyond any of them the part says why in `unreadable`. */
export interface Limits {
  /** Bytes after decompression, all children together. */
  bytes: number;
  /** Archives within archives. */
  depth: number;
  /** Entries of an archive. */
  entries: number;
  /** Epoch milliseconds after which reading stops. */
  deadline: number;
}

/** Called now and then with the share of the file read, 0 to 1. */
export type Progress = (share: number) => void;

export interface Extractor {
  id: string;
  /** Tells the format from its first bytes (up to 4,096). A file name is never asked. */
  accepts(head: Uint8Array): boolean;
  /** Reads the whole file. Bad content ends as a part with `unreadable`; only an abort throws. */
  extract(file: Blob, name: string, limits: Limits, signal: AbortSignal, progress: Progress): Promise<Part>;
}
