// What people do with an entry, one record a step: chained like every entry, never edited in. The fields are those of GDPR Article
// 33(5) and of the questions regulators ask: https://ico.org.uk/for-organisations/report-a-breach/
import * as v from 'valibot';
import { categories } from '../policy/entries.ts';
import { destinations } from '../policy/facts.ts';
import { sealedSchema } from './sealed-schema.ts';
import { timeSchema } from './time.ts';

/** In the order an entry usually takes them. */
export const statuses = ['new', 'triage', 'breach', 'not-breach', 'false-positive', 'closed'] as const;
export const breachTypes = ['confidentiality', 'integrity', 'availability'] as const;
export const causes = [
  'misdirected',
  'deliberate',
  'wrong-attachment',
  'policy-gap',
  'lost',
  'technical',
  'other',
] as const;
export const media = ['mail', 'upload', 'paper', 'device', 'spoken', 'other'] as const;
export const subjectGroups = [
  'customers',
  'patients',
  'employees',
  'children',
  'vulnerable-adults',
  'members',
  'suppliers',
  'others',
] as const;
export const recoveries = ['unknown', 'no', 'recovered', 'deletion-confirmed'] as const;
export const likelihoods = ['unlikely', 'possible', 'likely', 'very-likely'] as const;
export const risks = ['none', 'risk', 'high-risk'] as const;
export const phases = ['initial', 'further', 'final'] as const;
export const tellings = ['no', 'planned', 'yes'] as const;
/** GDPR Article 34(3): why the people affected need not be told one by one. */
export const exemptions = ['none', 'unreadable', 'risk-removed', 'public-notice'] as const;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const entryId = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const word = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/));
const some = <const Options extends readonly string[]>(options: Options) =>
  v.pipe(v.array(v.picklist(options)), v.maxLength(options.length));

/** What is known about what happened. Each field stands for itself: one that is left out says nothing new. */
const facts = v.partial(
  v.strictObject({
    breachTypes: some(breachTypes),
    occurredFrom: timeSchema,
    occurredUntil: timeSchema,
    detectedBy: text(500),
    description: text(5000),
    cause: v.picklist(causes),
    medium: v.picklist(media),
    dataCategories: some(categories),
    subjectGroups: some(subjectGroups),
    people: v.strictObject({ min: count, estimate: count, max: count, method: text(500) }),
    records: count,
    recipient: v.picklist([...destinations, 'unknown']),
    recovered: v.picklist(recoveries),
    staffRole: text(200),
    lastTraining: timeSchema,
    measuresBefore: text(3000),
    consequences: text(3000),
    likelihood: v.picklist(likelihoods),
    delayReason: text(2000),
    asProcessor: v.boolean(),
    controllerTold: timeSchema,
    crossBorder: v.boolean(),
  }),
);
export type Facts = v.InferOutput<typeof facts>;
export type FactName = keyof Facts;
export const factNames = Object.keys(facts.entries) as FactName[];

/** The worksheet of ENISA's methodology: incidents/severity.ts. */
const worksheet = v.strictObject({
  context: v.picklist([1, 2, 3, 4]),
  identification: v.picklist([0.25, 0.5, 0.75, 1]),
  confidentiality: v.picklist([0, 0.25, 0.5]),
  integrity: v.picklist([0, 0.25, 0.5]),
  availability: v.picklist([0, 0.25, 0.5]),
  isMalicious: v.boolean(),
});
export type Worksheet = v.InferOutput<typeof worksheet>;

export const changeSchema = v.variant('do', [
  v.strictObject({ do: v.literal('status'), status: v.picklist(statuses), why: text(2000) }),
  /** When someone in charge knew with reasonable certainty: the 72 hours begin here. */
  v.strictObject({ do: v.literal('aware'), at: timeSchema, basis: text(2000), who: text(200) }),
  /** `cleared`: what was said of these before is taken out; they are open again. */
  v.strictObject({ do: v.literal('facts'), facts, cleared: v.exactOptional(some(factNames)) }),
  v.strictObject({ do: v.literal('severity'), worksheet }),
  v.strictObject({ do: v.literal('decide'), risk: v.picklist(risks), reasoning: text(5000) }),
  v.strictObject({
    do: v.literal('authority'),
    authority: text(200),
    phase: v.picklist(phases),
    at: timeSchema,
    reference: text(200),
  }),
  v.strictObject({
    do: v.literal('subjects'),
    told: v.picklist(tellings),
    at: v.exactOptional(timeSchema),
    how: text(2000),
    exemption: v.picklist(exemptions),
  }),
  v.strictObject({ do: v.literal('others'), who: text(200), at: timeSchema, how: text(2000) }),
  /** A remedial action. The same `action` again replaces what was said of it. */
  v.strictObject({
    do: v.literal('action'),
    action: entryId,
    what: text(1000),
    owner: text(200),
    due: v.exactOptional(timeSchema),
    done: v.exactOptional(timeSchema),
  }),
  /** It was wrong about this: which rule and which kinds of data misled, and what would help. */
  v.strictObject({
    do: v.literal('feedback'),
    rules: v.pipe(v.array(word), v.maxLength(100)),
    kinds: v.pipe(v.array(word), v.maxLength(200)),
    suggestion: text(1000),
  }),
  v.strictObject({ do: v.literal('link'), to: entryId, isLinked: v.boolean() }),
  v.strictObject({ do: v.literal('hold'), isHeld: v.boolean(), why: text(1000) }),
  v.strictObject({ do: v.literal('retain'), until: timeSchema }),
  v.strictObject({ do: v.literal('note'), text: text(5000) }),
  v.strictObject({ do: v.literal('unseal'), why: text(500) }),
  v.strictObject({ do: v.literal('release'), expires: timeSchema }),
  v.strictObject({ do: v.literal('undo'), work: entryId }),
]);
export type Change = v.InferOutput<typeof changeSchema>;

export const workSchema = v.strictObject({
  id: entryId,
  at: timeSchema,
  /** `from`: what vouches for the name; `sealed`: a pseudonym, the name is in `sealed`. */
  by: v.strictObject({ value: text(320), from: v.picklist(['policy', 'signed-in', 'typed', 'sealed']) }),
  sealed: v.exactOptional(sealedSchema),
  /** The incident or report it is about. */
  about: entryId,
  change: changeSchema,
});
export type Work = v.InferOutput<typeof workSchema>;
export type Status = (typeof statuses)[number];

const next: Record<Status, readonly Status[]> = {
  new: ['triage', 'breach', 'not-breach', 'false-positive'],
  triage: ['breach', 'not-breach', 'false-positive'],
  breach: ['closed', 'triage', 'not-breach', 'false-positive'],
  'not-breach': ['closed', 'triage', 'breach', 'false-positive'],
  'false-positive': ['closed', 'triage', 'breach', 'not-breach'],
  closed: ['triage'],
};

/** Where an entry may go from here, the usual way first. From `closed` it is reopened. */
export function nextStatuses(status: Status): readonly Status[] {
  return next[status];
}

/** The records that count: undone ones and the undoings are out. An undoing may itself be undone. */
export function standing(works: readonly Work[]): Work[] {
  const undone = new Set<string>();
  for (const { id, change: step } of works.toReversed())
    if (step.do === 'undo' && !undone.has(id)) undone.add(step.work);
  return works.filter(({ id, change: step }) => step.do !== 'undo' && !undone.has(id));
}

/** Whether these steps keep what they are about: a legal hold, or a time that is still to come. */
export function isKept(works: readonly Work[], now: number): boolean {
  const steps = standing(works).map(({ change: step }) => step);
  const hold = steps.findLast((step) => step.do === 'hold');
  const retain = steps.findLast((step) => step.do === 'retain');
  return hold?.isHeld === true || (retain !== undefined && retain.until > now);
}

/** The status alone, for long lists. */
export function statusOf(works: readonly Work[]): Status {
  return standing(works).reduce<Status>(
    (status, { change: step }) => (step.do === 'status' ? step.status : status),
    'new',
  );
}
