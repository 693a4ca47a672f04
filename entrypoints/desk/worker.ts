// The desk's worker: everything that reads content, off every page's thread and off the dialog's.
import { assess, type ReadFile } from '@/assessment/assess.ts';
import type { Assessment, DraftToAssess, FileToRead } from '@/assessment/assessment.ts';
import { digest } from '@/assessment/digest.ts';
import { answer, type Endpoint } from '@/platform/channel.ts';
import type { ReadingProgress } from '@/platform/desk-messages.ts';
import type { Policy } from '@/policy/schema.ts';

export interface WorkerAsks {
  assess: { ask: { draft: DraftToAssess; policy: Policy }; answer: Assessment; progress: ReadingProgress };
  /** SHA-256 of each file, hex; empty where its bytes cannot be read. */
  digest: { ask: { files: FileToRead[] }; answer: string[] };
}

const session = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
const known = new Map<string, ReadFile>();

answer<WorkerAsks>(self as unknown as Endpoint, {
  assess: ({ draft, policy }, signal, tell) =>
    assess(draft, policy, {
      session,
      known,
      signal,
      now: Date.now,
      progress: (part, share) => tell({ part, share }),
    }),
  digest: ({ files }) =>
    Promise.all(files.map(({ content }) => (typeof content === 'string' ? '' : digest(content).catch(() => '')))),
});
