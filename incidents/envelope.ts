// An entry on its way to the breach contact: what is posted, exported, and read back in. Who reads one trusts nothing in it: every
// field is checked, bounded, and none may be there that an incident does not have.
import * as v from 'valibot';
import { categories } from '../policy/entries.ts';
import { destinations, triggers } from '../policy/facts.ts';
import { actions } from '../policy/verdict.ts';
import { reasons } from '../scan/part.ts';
import { countMethods } from '../scan/people/people.ts';
import { hashEntry } from './chain.ts';
import { type ChainedEntry, choices, type Entry } from './incident.ts';
import { publicKeySchema, sealedSchema } from './sealed-schema.ts';
import { timeSchema } from './time.ts';
import { workSchema } from './work.ts';

/** The version of this form. A reader that does not know it refuses. */
const envelopeVersion = 1;

/** Characters of JSON one envelope may have. One with 10,000 recipients has 600,000 at most. */
export const envelopeLimit = 1_000_000;

export interface Envelope extends ChainedEntry {
  gatehouse: typeof envelopeVersion;
  type: Entry['type'];
  /** The entry's own id: receiving it twice is receiving it once. */
  id: string;
  sentFrom: SentFrom;
}

/** As it was imported. `isOwn`: the reader said of the file it came in that it is their own register. */
export interface Taken extends Envelope {
  isOwn?: true;
}

/** `device`: which browser profile's chain this is, a random id. Absent from versions that had none. */
export interface SentFrom {
  extensionVersion: string;
  device?: string;
}

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const print = v.pipe(v.string(), v.regex(/^[0-9a-f]{0,64}$/));
const word = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/));
const hostName = v.pipe(v.string(), v.regex(/^[\p{L}\d.:[\]-]{0,253}$/u));
const sent = v.picklist(['sent', 'not-sent', 'unknown']);
const actor = v.strictObject({
  value: text(320),
  from: v.picklist(['policy', 'browser', 'account', 'unknown', 'sealed']),
});
const unreadable = v.picklist(reasons);
const letters = (least: number, most: number) => v.pipe(v.string(), v.regex(new RegExp(`^[\\w-]{${least},${most}}$`)));
const signature = letters(86, 86);

const people = v.strictObject({
  min: count,
  estimate: count,
  max: count,
  how: v.pipe(v.array(v.picklist(countMethods)), v.maxLength(countMethods.length)),
  flags: v.strictObject({
    special: count,
    criminal: count,
    financial: count,
    identityDocument: count,
    child: count,
    purchase: count,
  }),
});

const incident = v.strictObject({
  id,
  at: timeSchema,
  extensionVersion: text(40),
  policy: v.strictObject({ version: text(60), hash: text(64), source: v.picklist(['managed', 'cached', 'default']) }),
  actor,
  place: v.strictObject({ webmail: word, host: hostName }),
  trigger: v.picklist(triggers),
  people,
  kinds: v.pipe(
    v.array(v.strictObject({ kind: word, category: v.picklist(categories), matches: count, distinct: count })),
    v.maxLength(200),
  ),
  destination: v.picklist(destinations),
  recipients: v.strictObject({
    count,
    domains: v.pipe(v.array(hostName), v.maxLength(10_000)),
    fingerprints: v.pipe(v.array(print), v.maxLength(10_000)),
    addresses: v.exactOptional(v.pipe(v.array(text(1000)), v.maxLength(1_000))),
    countries: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), v.maxLength(300))),
  }),
  files: v.pipe(
    v.array(
      v.strictObject({
        extension: v.pipe(v.string(), v.regex(/^[a-z0-9]{0,20}$/)),
        type: word,
        size: count,
        readable: v.boolean(),
        unreadable: v.exactOptional(unreadable),
        fingerprint: print,
      }),
    ),
    v.maxLength(1000),
  ),
  moreFiles: v.exactOptional(count),
  verdict: v.strictObject({
    action: v.picklist(actions),
    rules: v.pipe(v.array(word), v.maxLength(100)),
    enforced: v.boolean(),
  }),
  choice: v.picklist(choices),
  reason: v.exactOptional(v.strictObject({ code: word, text: text(2000) })),
  alreadySent: v.exactOptional(count),
  outcome: v.picklist(['near-miss', 'left']),
  openedForMs: v.pipe(v.number(), v.minValue(0)),
  scanMs: v.pipe(v.number(), v.minValue(0)),
  adapterHealth: v.picklist(['well', 'degraded']),
  trainedAt: v.exactOptional(timeSchema),
  draft: v.exactOptional(print),
  countsOnly: v.exactOptional(v.literal(true)),
  affected: v.exactOptional(
    v.strictObject({ key: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)), people: count, prints: letters(0, 60_000) }),
  ),
  sealed: v.exactOptional(sealedSchema),
});

const amendment = v.strictObject({ id, at: timeSchema, incident: id, sent });

const report = v.strictObject({
  id,
  at: timeSchema,
  extensionVersion: text(40),
  actor,
  what: text(5000),
  when: text(200),
  recovered: v.picklist(['yes', 'no', 'unknown']),
  people: v.picklist(['unknown', 'one', 'few', 'many']),
  sealed: v.exactOptional(sealedSchema),
});

const acknowledgement = v.strictObject({ id, at: timeSchema, actor, policyVersion: text(60) });

const place = v.strictObject({ sequence: v.pipe(count, v.minValue(1)), hash });

const segment = v.strictObject({
  id,
  at: timeSchema,
  day: v.pipe(v.string(), v.regex(/^[+-]?\d{4,6}-\d{2}-\d{2}$/)),
  first: v.pipe(count, v.minValue(1)),
  last: v.pipe(count, v.minValue(1)),
  hash,
  key: publicKeySchema,
  signature,
});

const erasure = v.strictObject({
  id,
  at: timeSchema,
  why: v.picklist(['retention', 'request', 'earlier']),
  through: v.exactOptional(place),
  listed: v.exactOptional(
    v.pipe(v.array(v.strictObject({ ...place.entries, previous: v.exactOptional(hash) })), v.maxLength(5000)),
  ),
  entries: count,
  key: publicKeySchema,
  signature,
});

const erased = v.strictObject({ id, at: timeSchema, erasure: id });

const entry = v.variant('type', [
  v.strictObject({ type: v.literal('incident'), incident }),
  v.strictObject({ type: v.literal('amendment'), amendment }),
  v.strictObject({ type: v.literal('report'), report }),
  v.strictObject({ type: v.literal('work'), work: workSchema }),
  v.strictObject({ type: v.literal('acknowledgement'), acknowledgement }),
  v.strictObject({ type: v.literal('segment'), segment }),
  v.strictObject({ type: v.literal('erasure'), erasure }),
  v.strictObject({ type: v.literal('erased'), erased }),
]) satisfies v.GenericSchema<unknown, Entry>;

export const envelopeSchema = v.strictObject({
  gatehouse: v.literal(envelopeVersion),
  type: v.picklist(['incident', 'amendment', 'report', 'work', 'acknowledgement', 'segment', 'erasure', 'erased']),
  id,
  sequence: v.pipe(count, v.minValue(1)),
  previous: hash,
  hash,
  sentFrom: v.strictObject({ extensionVersion: text(40), device: v.exactOptional(id) }),
  entry,
}) satisfies v.GenericSchema<unknown, Envelope>;

/** `extensionVersion`: of the extension that sends it, which may be newer than the one that recorded it. */
export function envelopeOf(chained: ChainedEntry, extensionVersion: string, device?: string): Envelope {
  const { sequence, previous, hash: own, entry: content } = chained;
  return {
    gatehouse: envelopeVersion,
    type: content.type,
    id: idOf(content),
    sequence,
    previous,
    hash: own,
    sentFrom: device === undefined ? { extensionVersion } : { extensionVersion, device },
    entry: content,
  };
}

/** Reads one envelope out of anything. `problem` says where it is not one, in plain words, without what stood there. */
export function parseEnvelope(raw: unknown): { envelope: Envelope } | { problem: string } {
  const result = v.safeParse(envelopeSchema, raw, { abortEarly: true });
  if (!result.success) return { problem: complaint(raw, result.issues[0]) };
  const { type, id: own, entry: content } = result.output;
  if (type !== content.type || own !== idOf(content))
    return { problem: 'the envelope and the entry in it do not name the same thing' };
  return { envelope: result.output };
}

/** The hash of what it holds, whatever it says of itself: an envelope that names another's hash is not taken for that. */
export function hashOf({ sequence, previous, entry }: Envelope): Promise<string> {
  return hashEntry(sequence, previous, entry);
}

/** Whether the entry is what was hashed when it was recorded. */
export async function isIntact(received: Envelope): Promise<boolean> {
  return received.hash === (await hashOf(received));
}

export function idOf(content: Entry): string {
  return bodyOf(content).id;
}

/** Epoch milliseconds at which it was recorded. */
export function timeOf(content: Entry): number {
  return bodyOf(content).at;
}

/** An incident or a report: what people count. The rest is about these, or vouches for them. */
export function isCase({ type }: Pick<Entry, 'type'>): boolean {
  return type === 'incident' || type === 'report';
}

/** Id of the row it belongs to: what it is about, or its own. */
export function rowIdOf(content: Entry): string {
  if (content.type === 'amendment') return content.amendment.incident;
  return content.type === 'work' ? content.work.about : idOf(content);
}

function bodyOf(content: Entry): { id: string; at: number } {
  switch (content.type) {
    case 'incident':
      return content.incident;
    case 'amendment':
      return content.amendment;
    case 'report':
      return content.report;
    case 'work':
      return content.work;
    case 'acknowledgement':
      return content.acknowledgement;
    case 'segment':
      return content.segment;
    case 'erasure':
      return content.erasure;
    case 'erased':
      return content.erased;
  }
}

function complaint(raw: unknown, issue: v.BaseIssue<unknown>): string {
  if (raw === null || typeof raw !== 'object' || !('gatehouse' in raw)) return 'it is no Gatehouse record';
  if (raw.gatehouse !== envelopeVersion) return 'it was written by a version of Gatehouse this one cannot read';
  const path = v.getDotPath(issue) ?? '';
  return `something is missing, too long or unknown at ${/^[\w.]{1,80}$/.test(path) ? path : 'one of its fields'}`;
}
