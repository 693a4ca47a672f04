// One file being read: what is left of the limits, and the only way an extractor stops early.

import type { Part, Reason } from '../scan/part.ts';
import type { Content } from './content.ts';
import type { Limits } from './limits.ts';

/** Called now and then with the share of the file read, 0 to 1. */
export type Progress = (share: number) => void;

export interface Reading {
  /** Counts bytes made by decompression, or memory taken. Throws when all children together take too much. */
  spend(bytes: number): void;
  /** Bytes that may still be spent. */
  left(): number;
  /** Counts the entries of an archive. */
  enter(entries: number): void;
  /** Throws when the person cancelled or time is up. Called between pieces of work of at most some ten milliseconds. */
  check(): void;
  /** Share of this file read, 0 to 1. */
  progress: Progress;
  /** Why reading stopped; passes an abort on. For extractors that keep what they have read so far. */
  reasonFor(problem: unknown): Reason;
  /** Reads a file found inside this one; its progress runs between two shares of this one's. */
  child(file: Content, name: string, from: number, to: number): Promise<Part>;
  /** One level deeper without a file of its own, such as a message kept as a branch of its parent's. `undefined`: too deep. */
  nested(from: number, to: number): Reading | undefined;
}

/** Bytes and entries used so far, shared by a file and everything inside it. */
interface Spent {
  bytes: number;
  entries: number;
}

type ReadFile = (file: Content, name: string, reading: Reading) => Promise<Part>;

export function createReading(limits: Limits, signal: AbortSignal, progress: Progress, readFile: ReadFile): Reading {
  return createLevel({ limits, signal, readFile, spent: { bytes: 0, entries: 0 } }, limits.depth, progress);
}

interface Shared {
  limits: Limits;
  signal: AbortSignal;
  readFile: ReadFile;
  spent: Spent;
}

function createLevel(shared: Shared, depth: number, progress: Progress): Reading {
  const { limits, signal, spent } = shared;
  const nested = (from: number, to: number) =>
    depth === 0 ? undefined : createLevel(shared, depth - 1, (share) => progress(from + share * (to - from)));
  return {
    progress,
    spend(bytes) {
      spent.bytes += bytes;
      if (spent.bytes > limits.bytes) throw unreadable('too-large');
    },
    left: () => limits.bytes - spent.bytes,
    enter(entries) {
      spent.entries += entries;
      if (spent.entries > limits.entries) throw unreadable('too-large');
    },
    check() {
      signal.throwIfAborted();
      if (Date.now() > limits.deadline) throw unreadable('time-out');
    },
    reasonFor(problem) {
      signal.throwIfAborted();
      return reasonOf(problem);
    },
    child(file, name, from, to) {
      const inner = nested(from, to);
      return inner
        ? shared.readFile(file, name, inner)
        : Promise.resolve({ name, type: 'unknown', unreadable: 'too-deep' });
    },
    nested,
  };
}

/** What an extractor throws when it cannot go on. */
export function unreadable(reason: Reason): Error {
  return Object.assign(new Error(reason), { name: 'Unreadable', reason });
}

function reasonOf(problem: unknown): Reason {
  if (!(problem instanceof Error)) return 'error';
  if (problem.name === 'Unreadable') return (problem as Error & { reason: Reason }).reason;
  if (problem.name === 'NotReadableError' || problem.name === 'NotFoundError') return 'not-reachable';
  return problem instanceof RangeError ? 'too-large' : 'error';
}
