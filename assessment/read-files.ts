// The files of a draft, read one after another: extracted, scanned, and told apart by their bytes.
import { type Content, InHand } from '../extractors/content.ts';
import { extract } from '../extractors/index.ts';
import { defaultLimits } from '../extractors/limits.ts';
import type { Part, Reason } from '../scan/part.ts';
import type { PartScan } from '../scan/part-scan.ts';
import { scanPart } from '../scan/scan-part.ts';
import type { AssessOptions, FileToRead, ReadFile } from './assessment.ts';
import { digest } from './digest.ts';
import { readAhead } from './read-ahead.ts';

const never = new AbortController().signal;
/** What a file costs to read whatever its size, in bytes of reading. */
const overhead = 4_096;

/** Rejects only when the signal aborts. A file that was read before is not read again. */
export async function readFiles(files: readonly FileToRead[], options: AssessOptions): Promise<ReadFile[]> {
  const weights = files.map(({ content }) => overhead + (typeof content === 'string' ? 0 : content.size));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const read: ReadFile[] = [];
  let done = 0;
  for await (const [file, content] of readAhead(files, ({ id }) => options.known?.has(id) ?? false)) {
    options.signal?.throwIfAborted();
    const weight = weights[read.length]!;
    const at = { part: file.name, number: read.length + 1, of: files.length };
    const before = done;
    const progress = (share: number) => options.progress?.({ ...at, share: (before + share * weight) / whole });
    read.push(options.known?.get(file.id) ?? (await readFile(file, content, progress, options)));
    done += weight;
  }
  return read;
}

async function readFile(
  { id, name }: FileToRead,
  content: Content | Reason,
  progress: (share: number) => void,
  options: AssessOptions,
): Promise<ReadFile> {
  const part = await partOf(name, content, progress, options);
  const scans = scanAll(part, options);
  const unreadable = scans.find((scan) => scan.unreadable)?.unreadable;
  const read: ReadFile = {
    fact: {
      extension: extensionOf(name),
      type: part.type,
      size: typeof content === 'string' ? 0 : content.size,
      readable: hasContent(part),
      ...(unreadable ? { unreadable } : {}),
    },
    scans,
    ...(content instanceof InHand ? { digest: await digest(content, never) } : {}),
  };
  // What could not be fetched may be there the next time.
  if (typeof content !== 'string') options.known?.set(id, read);
  return read;
}

async function partOf(
  name: string,
  content: Content | Reason,
  progress: (share: number) => void,
  { now, signal }: AssessOptions,
): Promise<Part> {
  if (typeof content === 'string') return { name, type: 'unknown', unreadable: content };
  // Said before it begins: whoever waits knows what was being read when no more is heard.
  progress(0);
  return extract(content, name, defaultLimits(now()), signal ?? never, progress);
}

/** A part and everything inside it, each under the path of names that leads to it. */
export function scanAll(part: Part, options: AssessOptions): PartScan[] {
  const settings = {
    session: options.session,
    ...(options.findings ? { findings: true } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  };
  const inside = (part.children ?? []).flatMap((child) =>
    scanAll({ ...child, name: `${part.name}/${child.name}` }, options),
  );
  return [scanPart(part, settings), ...inside];
}

function hasContent(part: Part): boolean {
  return part.text !== undefined || part.tables !== undefined || (part.children ?? []).some(hasContent);
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
