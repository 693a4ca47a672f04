// The desk's side of its worker. A worker that dies or falls silent is replaced, and the file it was reading is *cannot tell*.
import type { Assessment, DraftToAssess, FileToRead, ReadingProgress } from '@/assessment/assessment.ts';
import { type AskOptions, ask, type Endpoint } from '@/platform/messages/channel.ts';
import type { Policy } from '@/policy/schema.ts';
import type { SafeWay } from '@/redaction/safe-copy.ts';
import type { Reason } from '@/scan/part.ts';
import type { SafeFile, SafeMessage, Wording, WorkerAsks } from './worker.ts';

/** Milliseconds without a sign of life: longer than the limit an extractor keeps itself. */
const silentAfter = 90_000;
/** A worker whose work was cancelled answers within this many milliseconds, or is given up. */
const answersWithin = 2_000;
/** Files that bring a worker down one after another: beyond this many all that are left are *cannot tell*. */
const mostTries = 3;

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
  safeCopies(files: FileToRead[], way: SafeWay, wording: Wording, signal: AbortSignal): Promise<SafeFile[]>;
  /** The message without the people in it. Rejects with an `AbortError` when cancelled. */
  safeText(draft: DraftToAssess, policy: Policy, wording: Wording, signal: AbortSignal): Promise<SafeMessage>;
}

interface Hired {
  worker: Worker;
  /** Aborted when it is given up; whoever waits for it need not wait longer. */
  over: AbortController;
  hasCrashed: boolean;
}

/** `session`: seed of the hashes that join records. */
export function createReader(session: number): Reader {
  let hired: Hired | undefined;

  const hire = (): Hired => {
    if (hired) return hired;
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const own: Hired = { worker, over: new AbortController(), hasCrashed: false };
    worker.onerror = () => {
      own.hasCrashed = true;
      dismiss(own);
    };
    hired = own;
    return own;
  };

  const dismiss = (own: Hired) => {
    own.worker.terminate();
    own.over.abort();
    if (hired === own) hired = undefined;
  };

  /** Work that was cancelled may not have noticed. */
  const replaceIfStuck = async (own: Hired) => {
    const reply = await ask<WorkerAsks, 'digest'>(
      own.worker as Endpoint,
      'digest',
      { files: [] },
      { silentAfter: answersWithin, signal: own.over.signal },
    );
    if (!reply.ok) dismiss(own);
  };

  /** Asks, again where the worker was given up for something else. Why not: it crashed over this, or was silent. */
  async function put<Name extends 'assess' | 'safe' | 'text'>(
    name: Name,
    asked: WorkerAsks[Name]['ask'],
    signal: AbortSignal,
    onProgress?: AskOptions<WorkerAsks, Name>['onProgress'],
  ): Promise<{ answer: WorkerAsks[Name]['answer'] } | { why: 'time-out' | 'error' }> {
    for (;;) {
      const own = hire();
      const reply = await ask<WorkerAsks, Name>(own.worker as Endpoint, name, asked, {
        signal: AbortSignal.any([signal, own.over.signal]),
        silentAfter,
        ...(onProgress ? { onProgress } : {}),
      });
      if (reply.ok) return { answer: reply.answer };
      if (signal.aborted) {
        void replaceIfStuck(own);
        signal.throwIfAborted();
      }
      const isGivenUp = own.over.signal.aborted && !own.hasCrashed;
      dismiss(own);
      if (!isGivenUp) return { why: reply.why === 'silent' ? 'time-out' : 'error' };
    }
  }

  return {
    async assess(draft, policy, signal, onProgress) {
      let { files } = draft;
      for (let tries = 1; ; tries++) {
        let reading: string | undefined;
        const result = await put('assess', { draft: { ...draft, files }, policy, session }, signal, (step) => {
          reading = step.part;
          onProgress(step);
        });
        if ('answer' in result) return result.answer;
        const left = files.filter(({ content }) => typeof content !== 'string');
        if (left.length === 0) throw new Error(result.why);
        const culprits = tries < mostTries ? left.filter(({ name }) => name === reading) : [];
        files = withReason(files, culprits.length > 0 ? culprits : left, result.why);
      }
    },
    async safeText({ files: _, ...draft }, policy, wording, signal) {
      const result = await put('text', { draft: { ...draft, files: [] }, policy, wording, session }, signal);
      return 'answer' in result ? result.answer : { why: 'error' };
    },
    async safeCopies(files, way, wording, signal) {
      const result = await put('safe', { files, way, wording, session }, signal);
      return 'answer' in result ? result.answer : files.map(({ name }) => ({ name, why: 'error' }));
    },
    async digests(files) {
      const { worker, over } = hire();
      const reply = await ask<WorkerAsks, 'digest'>(
        worker as Endpoint,
        'digest',
        { files },
        { silentAfter: 3_000, signal: over.signal },
      );
      return reply.ok ? reply.answer : files.map(() => '');
    },
  };
}

function withReason(files: readonly FileToRead[], which: readonly FileToRead[], why: Reason): FileToRead[] {
  return files.map((file) => (which.includes(file) ? { ...file, content: why } : file));
}
