// What every maker of a safe copy is given, and what it gives.
import type { Limits } from '../extractors/limits.ts';
import type { Replacing } from './values.ts';

export interface SafeCopyOptions extends Replacing {
  limits: Limits;
  signal: AbortSignal;
}

export interface SafeCopy {
  content: Blob;
  name: string;
  /** Values replaced, or rows counted. */
  changed: number;
}
