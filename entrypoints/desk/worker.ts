// The desk's worker: everything that reads content, off every page's thread and off the dialog's.
import { assess, type ReadFile } from '@/assessment/assess.ts';
import type { Assessment, DraftToAssess, FileToRead } from '@/assessment/assessment.ts';
import { digest } from '@/assessment/digest.ts';
import { defaultLimits } from '@/extractors/limits.ts';
import { answer, type Endpoint } from '@/platform/channel.ts';
import type { ReadingProgress } from '@/platform/desk-messages.ts';
import type { Policy } from '@/policy/schema.ts';
import { type NoSafeCopy, safeCopy } from '@/redaction/safe-copy.ts';
import type { Label } from '@/redaction/values.ts';

/** A file without the people in it, or why there is none. */
export type SafeFile = { name: string; content: Blob } | { name: string; why: NoSafeCopy['why'] | 'error' };

export interface WorkerAsks {
  /** `session`: seed of the hashes that join records. */
  assess: {
    ask: { draft: DraftToAssess; policy: Policy; session: number };
    answer: Assessment;
    progress: ReadingProgress;
  };
  /** SHA-256 of each file, hex; empty where its bytes cannot be read. */
  digest: { ask: { files: FileToRead[] }; answer: string[] };
  /** `labels`: what stands in place of a value, by kind. */
  safe: { ask: { files: FileToRead[]; labels: Record<string, string>; session: number }; answer: SafeFile[] };
}

const known = new Map<string, ReadFile>();

async function safeFileOf(
  { name, content }: FileToRead,
  label: Label,
  session: number,
  signal: AbortSignal,
): Promise<SafeFile> {
  if (typeof content === 'string') return { name, why: 'unreadable' };
  const copy = await safeCopy(content, name, 'remove', { limits: defaultLimits(Date.now()), signal, session, label });
  return 'why' in copy ? { name, why: copy.why } : { name: copy.name, content: copy.content };
}

answer<WorkerAsks>(self as unknown as Endpoint, {
  assess: ({ draft, policy, session }, signal, tell) =>
    assess(draft, policy, {
      session,
      known,
      signal,
      now: Date.now,
      progress: (part, share) => tell({ part, share }),
    }),
  safe: ({ files, labels, session }, signal) =>
    Promise.all(files.map((file) => safeFileOf(file, (kind) => labels[kind] ?? kind, session, signal))),
  digest: ({ files }) =>
    Promise.all(files.map(({ content }) => (typeof content === 'string' ? '' : digest(content).catch(() => '')))),
});
