// Extract → scan → count → judge. Runs in the desk's worker and in Node alike; what it needs of either is an argument.

import { htmlToPart } from '../extractors/html.ts';
import { extract } from '../extractors/index.ts';
import { defaultLimits } from '../extractors/limits.ts';
import { parseRecipients } from '../policy/addresses.ts';
import { firmDomains } from '../policy/destinations.ts';
import { evaluate } from '../policy/evaluate.ts';
import type { FileFact } from '../policy/facts.ts';
import { leaves, ledgerPlaces } from '../policy/ledger-places.ts';
import type { Policy } from '../policy/schema.ts';
import { countJoined, countKinds, joinPeople } from '../scan/count-people.ts';
import type { Part, Reason } from '../scan/part.ts';
import type { PartScan } from '../scan/part-scan.ts';
import type { Finding } from '../scan/people.ts';
import { personKeys } from '../scan/person-keys.ts';
import { scanPart } from '../scan/scan-part.ts';
import type { AssessedPart, Assessment, DraftToAssess, FileToRead } from './assessment.ts';

export interface AssessOptions {
  /** Seed of the keys that join records; the same for everything that is to be compared. */
  session: number;
  /** Epoch milliseconds. */
  now(): number;
  /** Also report where the values stand. */
  findings?: boolean;
  /** Files already read, by id: filled and used, so that a file is read once. */
  known?: Map<string, ReadFile>;
  signal?: AbortSignal;
  /** Called with what is being read and the share of it that is done, 0 to 1. */
  progress?(name: string, share: number): void;
}

/** A file after reading, without its content. */
export interface ReadFile {
  fact: FileFact;
  scans: PartScan[];
}

const never = new AbortController().signal;

/** Assesses one draft under one policy. Rejects only when `signal` aborts: what cannot be read is a fact, not an error. */
export async function assess(draft: DraftToAssess, policy: Policy, options: AssessOptions): Promise<Assessment> {
  const started = options.now();
  const texts = [textPart('subject', draft.subject, false), textPart('message', draft.body, draft.isHtml)];
  const textScans = texts.flatMap((part) => scanAll(part, options));
  const files: ReadFile[] = [];
  for (const file of draft.files) files.push(await readFile(file, options));
  const scans = [...textScans, ...files.flatMap((file) => file.scans)];

  const context = contextOf(draft, policy);
  const { sender, recipients } = context;
  const joined = joinPeople(scans, context, options.session);
  const people = countJoined(joined);
  const bodyUnreadable = textScans.find((scan) => scan.unreadable)?.unreadable;
  const facts = {
    ...(sender ? { sender } : {}),
    recipients,
    people,
    kinds: countKinds(scans),
    files: files.map((file) => file.fact),
    ...(bodyUnreadable ? { bodyUnreadable } : {}),
    ...(draft.site ? { site: draft.site } : {}),
    trigger: draft.trigger,
    history: {},
  };
  const verdict = evaluate(facts, policy, options.now());
  const places = people.estimate > 0 ? ledgerPlaces(facts, verdict, policy) : [];
  const persons = places.length > 0 || verdict.action !== 'allow' ? personKeys(joined, options.session) : [];
  return {
    facts,
    verdict,
    parts: scans.filter((scan) => scan.name !== 'subject' || scan.kinds.length > 0).map(describe),
    files: facts.files,
    ...(persons.length > 0 ? { persons } : {}),
    ...(places.length > 0 ? { privately: { places, people: persons, leaves: leaves(facts, policy) } } : {}),
    ...(options.findings ? { findings: scans.flatMap((scan): Finding[] => scan.findings ?? []) } : {}),
    scanMs: options.now() - started,
  };
}

/** Whom a draft is from and to: they are not who it is about. */
export function contextOf(draft: DraftToAssess, policy: Policy) {
  const sender = draft.account?.toLowerCase();
  const recipients = parseRecipients(draft);
  return { ...(sender ? { sender } : {}), recipients, firmDomains: firmDomains(sender, policy) };
}

function textPart(name: string, text: string, isHtml: boolean): Part {
  return isHtml ? htmlToPart(text, name) : { name, type: 'text', text };
}

/** A file that was read before is not read again. */
async function readFile(file: FileToRead, options: AssessOptions): Promise<ReadFile> {
  const known = options.known?.get(file.id);
  if (known) return known;
  const part = await partOf(file, options);
  const scans = scanAll(part, options);
  const unreadable = scans.find((scan) => scan.unreadable)?.unreadable;
  const read: ReadFile = {
    fact: {
      extension: extensionOf(file.name),
      type: part.type,
      size: typeof file.content === 'string' ? 0 : file.content.size,
      readable: hasContent(part),
      ...(unreadable ? { unreadable } : {}),
    },
    scans,
  };
  // What could not be fetched may be there the next time.
  if (typeof file.content !== 'string') options.known?.set(file.id, read);
  return read;
}

async function partOf({ name, content }: FileToRead, options: AssessOptions): Promise<Part> {
  if (typeof content === 'string') return { name, type: 'unknown', unreadable: content };
  const progress = (share: number) => options.progress?.(name, share);
  // Said before it begins: whoever waits knows what was being read when no more is heard.
  progress(0);
  return extract(content, name, defaultLimits(options.now()), options.signal ?? never, progress);
}

/** A part and everything inside it, each under the path of names that leads to it. */
function scanAll(part: Part, options: AssessOptions): PartScan[] {
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

function describe(scan: PartScan): AssessedPart {
  const reason: Reason | undefined = scan.unreadable;
  return {
    name: scan.name,
    type: scan.type,
    read: scan.read,
    ...(reason ? { reason } : {}),
    characters: scan.characters,
    kinds: countKinds([scan]),
  };
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
