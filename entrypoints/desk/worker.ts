// The desk's worker: everything that reads content, off every page's thread and off the dialog's.
import { assess, contextOf } from '@/assessment/assess.ts';
import type { Assessment, DraftToAssess, FileToRead, ReadFile, ReadingProgress } from '@/assessment/assessment.ts';
import { digest } from '@/assessment/digest.ts';
import { pseudonyms } from '@/assessment/pseudonyms.ts';
import { defaultLimits } from '@/extractors/limits.ts';
import { answer, type Endpoint } from '@/platform/messages/channel.ts';
import type { Policy } from '@/policy/schema.ts';
import { type NoSafeCopy, type SafeWay, safeCopy } from '@/redaction/safe-copy.ts';
import { type NoSafeText, type SafeText, safeText } from '@/redaction/safe-text.ts';
import type { Replacing } from '@/redaction/values.ts';

/** A file without the people in it, or why there is none. */
export type SafeFile = { name: string; content: Blob } | { name: string; why: NoSafeCopy['why'] | 'error' };

export type SafeMessage = SafeText | { why: NoSafeText['why'] | 'error' };

/** What stands in place of values. */
export interface Wording {
  /** By kind, and by word of a table of counts. */
  labels: Record<string, string>;
  /** Present: pseudonyms are made with it. */
  pseudonymKey?: string;
}

export interface WorkerAsks {
  /** `session`: seed of the hashes that join records. */
  assess: {
    ask: { draft: DraftToAssess; policy: Policy; session: number };
    answer: Assessment;
    progress: ReadingProgress;
  };
  /** SHA-256 of each file, hex; empty where its bytes cannot be read, or not in time. */
  digest: { ask: { files: FileToRead[] }; answer: string[] };
  safe: { ask: { files: FileToRead[]; way: SafeWay; wording: Wording; session: number }; answer: SafeFile[] };
  text: { ask: { draft: DraftToAssess; policy: Policy; wording: Wording; session: number }; answer: SafeMessage };
}

/** A record is not kept waiting: what has no digest by then, in milliseconds, goes without. */
const digestsWithin = 2_500;

const known = new Map<string, ReadFile>();

function replacingWith({ labels, pseudonymKey }: Wording, session: number): Replacing {
  const label = (kind: string) => labels[kind] ?? kind;
  return { session, label, ...(pseudonymKey === undefined ? {} : { pseudonym: pseudonyms(pseudonymKey) }) };
}

async function safeFileOf(
  { name, content }: FileToRead,
  way: SafeWay,
  replacing: Replacing,
  signal: AbortSignal,
): Promise<SafeFile> {
  if (typeof content === 'string') return { name, why: 'unreadable' };
  const copy = await safeCopy(content, name, way, { ...replacing, limits: defaultLimits(Date.now()), signal });
  return 'why' in copy ? { name, why: copy.why } : { name: copy.name, content: copy.content };
}

answer<WorkerAsks>(self as unknown as Endpoint, {
  assess: ({ draft, policy, session }, signal, tell) =>
    assess(draft, policy, {
      session,
      known,
      signal,
      now: Date.now,
      progress: tell,
    }),
  safe: ({ files, way, wording, session }, signal) =>
    Promise.all(files.map((file) => safeFileOf(file, way, replacingWith(wording, session), signal))),
  text: ({ draft, policy, wording, session }) =>
    safeText(draft, contextOf(draft, policy), replacingWith(wording, session)),
  digest: async ({ files }, signal) => {
    const late = AbortSignal.any([signal, AbortSignal.timeout(digestsWithin)]);
    const digests: string[] = [];
    for (const { id, content } of files)
      digests.push(
        known.get(id)?.digest ?? (typeof content === 'string' ? '' : await digest(content, late).catch(() => '')),
      );
    return digests;
  },
});
