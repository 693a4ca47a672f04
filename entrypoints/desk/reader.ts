// The desk's side of its worker. A worker that dies or falls silent is replaced, and its files are *cannot tell*.
import type { Assessment, DraftToAssess, FileToRead } from '@/assessment/assessment.ts';
import { ask, type Endpoint } from '@/platform/channel.ts';
import type { ReadingProgress } from '@/platform/desk-messages.ts';
import type { Policy } from '@/policy/schema.ts';
import type { Reason } from '@/scan/part.ts';
import type { SafeFile, SafeMessage, WorkerAsks } from './worker.ts';

/** Milliseconds without a sign of life: longer than the limit an extractor keeps itself. */
const silentAfter = 90_000;

export interface Reader {
  /** Rejects with an `AbortError` when cancelled, and with an `Error` when even the text cannot be read. */
  assess(
    draft: DraftToAssess,
    policy: Policy,
    signal: AbortSignal,
    onProgress: (progress: ReadingProgress) => void,
  ): Promise<Assessment>;
  digests(files: FileToRead[]): Promise<string[]>;
  /** One for each file, in their order. Rejects with an `AbortError` when cancelled. */
  safeCopies(files: FileToRead[], wording: Wording, signal: AbortSignal): Promise<SafeFile[]>;
  /** The message without the people in it. Rejects with an `AbortError` when cancelled. */
  safeText(draft: DraftToAssess, policy: Policy, wording: Wording, signal: AbortSignal): Promise<SafeMessage>;
}

/** What stands in place of values. */
export interface Wording {
  /** By kind. */
  labels: Record<string, string>;
  /** Present: pseudonyms are made with it. */
  pseudonymKey?: string;
}

/** `session`: seed of the hashes that join records. */
export function createReader(session: number): Reader {
  let worker: Worker | undefined;
  const hire = (): Worker => {
    worker ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    return worker;
  };
  const dismiss = () => {
    worker?.terminate();
    worker = undefined;
  };

  async function attempt(
    draft: DraftToAssess,
    policy: Policy,
    signal: AbortSignal,
    onProgress: (progress: ReadingProgress) => void,
  ): Promise<Assessment | Reason> {
    const own = hire();
    const crashed = new AbortController();
    own.onerror = () => crashed.abort();
    const reply = await ask<WorkerAsks, 'assess'>(
      own as Endpoint,
      'assess',
      { draft, policy, session },
      {
        signal: AbortSignal.any([signal, crashed.signal]),
        silentAfter,
        onProgress,
      },
    );
    if (reply.ok) return reply.answer;
    signal.throwIfAborted();
    dismiss();
    return reply.why === 'silent' ? 'time-out' : 'error';
  }

  return {
    async assess(draft, policy, signal, onProgress) {
      const first = await attempt(draft, policy, signal, onProgress);
      if (typeof first !== 'string') return first;
      const withoutFiles = { ...draft, files: draft.files.map((file) => ({ ...file, content: first })) };
      const second = await attempt(withoutFiles, policy, signal, onProgress);
      if (typeof second !== 'string') return second;
      throw new Error(second);
    },
    async safeText({ files: _, ...draft }, policy, wording, signal) {
      const asked = { draft: { ...draft, files: [] }, policy, wording, session };
      const reply = await ask<WorkerAsks, 'text'>(hire() as Endpoint, 'text', asked, { signal, silentAfter });
      if (reply.ok) return reply.answer;
      signal.throwIfAborted();
      dismiss();
      return { why: 'error' };
    },
    async safeCopies(files, wording, signal) {
      const reply = await ask<WorkerAsks, 'safe'>(
        hire() as Endpoint,
        'safe',
        { files, wording, session },
        { signal, silentAfter },
      );
      if (reply.ok) return reply.answer;
      signal.throwIfAborted();
      dismiss();
      return files.map(({ name }) => ({ name, why: 'error' }));
    },
    async digests(files) {
      const reply = await ask<WorkerAsks, 'digest'>(hire() as Endpoint, 'digest', { files }, { silentAfter: 3_000 });
      return reply.ok ? reply.answer : files.map(() => '');
    },
  };
}
