// The forms of work on an entry, as data: which fields, what stands in them at first, and the step they make. Knows no React.
import type { Case } from '@/incidents/case.ts';
import { severityOf, suggestedWorksheet } from '@/incidents/severity.ts';
import type { Row } from '@/incidents/views.ts';
import {
  breachTypes,
  type Change,
  causes,
  exemptions,
  type Facts,
  likelihoods,
  media,
  phases,
  recoveries,
  risks,
  subjectGroups,
  tellings,
  type Worksheet,
} from '@/incidents/work.ts';
import { categories } from '@/policy/entries.ts';
import { destinations } from '@/policy/facts.ts';
import { dayField, timeField, timeOfField } from './times.ts';

/** `choice` with an empty option where it may stay open. */
export type Field = { name: string; isRequired?: boolean } & (
  | { kind: 'line' | 'text' | 'time' | 'day' | 'number' | 'switch' }
  | { kind: 'choice' | 'choices'; options: readonly string[]; words: string }
);

export type Values = Record<string, string | boolean | readonly string[]>;

export interface WorkForm {
  /** Label keys: `work_<name>`, `work_<name>_hint`; fields `field_<field>`. */
  name: string;
  fields(row: Row, found: Case): readonly Field[];
  initial(row: Row, found: Case, now: number): Values;
  change(values: Values, row: Row, newId: () => string): Change;
}

const line = (name: string, isRequired = false): Field => ({ name, kind: 'line', isRequired });
const text = (name: string, isRequired = false): Field => ({ name, kind: 'text', isRequired });
const choice = (name: string, options: readonly string[], words: string, isRequired = false): Field => ({
  name,
  kind: 'choice',
  options,
  words,
  isRequired,
});
const choices = (name: string, options: readonly string[], words: string): Field => ({
  name,
  kind: 'choices',
  options,
  words,
});

const said = (values: Values, name: string) => String(values[name] ?? '').trim();
const listed = <Option extends string>(values: Values, name: string) => (values[name] ?? []) as Option[];
const numberIn = (values: Values, name: string) => Math.max(0, Math.round(Number(said(values, name)) || 0));
const timeIn = (values: Values, name: string) => timeOfField(said(values, name));

const aware: WorkForm = {
  name: 'aware',
  fields: () => [{ name: 'aware_at', kind: 'time', isRequired: true }, text('aware_basis', true), line('aware_who')],
  initial: (_, { aware: known }, now) => ({
    aware_at: timeField(known?.value.at ?? now),
    aware_basis: known?.value.basis ?? '',
    aware_who: known?.value.who ?? '',
  }),
  change: (values) => ({
    do: 'aware',
    at: timeIn(values, 'aware_at') ?? 0,
    basis: said(values, 'aware_basis'),
    who: said(values, 'aware_who'),
  }),
};

const factFields: readonly Field[] = [
  text('description'),
  choices('breachTypes', breachTypes, 'breach_type'),
  choice('cause', causes, 'cause'),
  choice('medium', media, 'medium'),
  { name: 'occurredFrom', kind: 'time' },
  { name: 'occurredUntil', kind: 'time' },
  line('detectedBy'),
  choices('dataCategories', categories, 'category'),
  choices('subjectGroups', subjectGroups, 'subject_group'),
  { name: 'people_min', kind: 'number' },
  { name: 'people_estimate', kind: 'number' },
  { name: 'people_max', kind: 'number' },
  { name: 'records', kind: 'number' },
  choice('recipient', [...destinations, 'unknown'], 'destination'),
  choice('recovered', recoveries, 'recovery'),
  line('staffRole'),
  { name: 'lastTraining', kind: 'day' },
  text('measuresBefore'),
  text('consequences'),
  choice('likelihood', likelihoods, 'likelihood'),
  text('delayReason'),
  { name: 'asProcessor', kind: 'switch' },
  { name: 'controllerTold', kind: 'time' },
  { name: 'crossBorder', kind: 'switch' },
];
const timeFacts = new Set(['occurredFrom', 'occurredUntil', 'controllerTold']);

const facts: WorkForm = {
  name: 'facts',
  fields: () => factFields,
  initial: (_, found) =>
    Object.fromEntries(
      factFields.map(({ name, kind }): [string, Values[string]] => {
        const people = /^people_(min|estimate|max)$/.exec(name)?.[1] as 'min' | 'estimate' | 'max' | undefined;
        const known = people ? found.facts.people?.[people] : found.facts[name as keyof Facts];
        if (kind === 'choices') return [name, (known ?? []) as string[]];
        if (kind === 'switch') return [name, known === true];
        if (known === undefined) return [name, ''];
        if (name === 'lastTraining') return [name, dayField(known as number)];
        return [name, timeFacts.has(name) ? timeField(known as number) : String(known)];
      }),
    ),
  change: (values) => ({ do: 'facts', facts: factsIn(values) }),
};

/** Only what is filled in; a switch that was never on says nothing. */
function factsIn(values: Values): Facts {
  const found: Record<string, unknown> = {};
  for (const { name, kind } of factFields) {
    if (name.startsWith('people_')) continue;
    if (kind === 'choices') found[name] = listed(values, name);
    else if (kind === 'switch') found[name] = values[name] === true ? true : undefined;
    else if (kind === 'time' || kind === 'day') found[name] = timeIn(values, name);
    else if (said(values, name) !== '') found[name] = kind === 'number' ? numberIn(values, name) : said(values, name);
  }
  if (said(values, 'people_estimate') !== '') found.people = peopleIn(values);
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Facts;
}

function peopleIn(values: Values): Facts['people'] {
  const estimate = numberIn(values, 'people_estimate');
  const min = Math.min(estimate, said(values, 'people_min') === '' ? estimate : numberIn(values, 'people_min'));
  const max = Math.max(estimate, said(values, 'people_max') === '' ? estimate : numberIn(values, 'people_max'));
  return { min, estimate, max, method: '' };
}

const scales = {
  context: ['1', '2', '3', '4'],
  identification: ['0.25', '0.5', '0.75', '1'],
  confidentiality: ['0', '0.25', '0.5'],
  integrity: ['0', '0.25', '0.5'],
  availability: ['0', '0.25', '0.5'],
} as const;

export const severity: WorkForm = {
  name: 'severity',
  fields: () => [
    ...Object.entries(scales).map(([name, options]) => choice(name, options, `scale_${name}`, true)),
    { name: 'isMalicious', kind: 'switch' },
  ],
  initial: (row, found) => {
    const sheet = found.severity?.value ?? (row.type === 'incident' ? suggestedWorksheet(row.incident) : unknownSheet);
    return Object.fromEntries(
      Object.entries(sheet).map(([name, value]) => [name, typeof value === 'boolean' ? value : String(value)]),
    );
  },
  change: (values) => ({ do: 'severity', worksheet: worksheetIn(values) }),
};

const unknownSheet: Worksheet = {
  context: 1,
  identification: 0.5,
  confidentiality: 0.25,
  integrity: 0,
  availability: 0,
  isMalicious: false,
};

function worksheetIn(values: Values): Worksheet {
  const numbers = Object.keys(scales).map((name) => [name, Number(said(values, name))]);
  return { ...Object.fromEntries(numbers), isMalicious: values.isMalicious === true } as Worksheet;
}

export const scoreIn = (values: Values) => severityOf(worksheetIn(values));

const decide: WorkForm = {
  name: 'decide',
  fields: () => [choice('risk', risks, 'risk', true), text('reasoning', true)],
  initial: (_, { decision }) => ({ risk: decision?.value.risk ?? '', reasoning: decision?.value.reasoning ?? '' }),
  change: (values) => ({
    do: 'decide',
    risk: said(values, 'risk') as (typeof risks)[number],
    reasoning: said(values, 'reasoning'),
  }),
};

const authority: WorkForm = {
  name: 'authority',
  fields: () => [
    line('authority', true),
    choice('phase', phases, 'phase', true),
    { name: 'told_at', kind: 'time', isRequired: true },
    line('their_reference'),
  ],
  initial: (_, { authority: told }, now) => ({
    authority: told.at(-1)?.value.authority ?? '',
    phase: told.length === 0 ? 'initial' : 'further',
    told_at: timeField(now),
    their_reference: told.at(-1)?.value.reference ?? '',
  }),
  change: (values) => ({
    do: 'authority',
    authority: said(values, 'authority'),
    phase: said(values, 'phase') as (typeof phases)[number],
    at: timeIn(values, 'told_at') ?? 0,
    reference: said(values, 'their_reference'),
  }),
};

const subjects: WorkForm = {
  name: 'subjects',
  fields: () => [
    choice('telling', tellings, 'telling', true),
    { name: 'subjects_at', kind: 'day' },
    text('subjects_how'),
    choice('exemption', exemptions, 'exemption', true),
  ],
  initial: (_, { subjects: told }) => ({
    telling: told?.value.told ?? '',
    subjects_at: told?.value.at === undefined ? '' : dayField(told.value.at),
    subjects_how: told?.value.how ?? '',
    exemption: told?.value.exemption ?? 'none',
  }),
  change: (values) => {
    const at = timeIn(values, 'subjects_at');
    return {
      do: 'subjects',
      told: said(values, 'telling') as (typeof tellings)[number],
      ...(at === undefined ? {} : { at }),
      how: said(values, 'subjects_how'),
      exemption: said(values, 'exemption') as (typeof exemptions)[number],
    };
  },
};

const others: WorkForm = {
  name: 'others',
  fields: () => [line('others_who', true), { name: 'others_at', kind: 'day', isRequired: true }, text('others_how')],
  initial: (_, __, now) => ({ others_who: '', others_at: dayField(now), others_how: '' }),
  change: (values) => ({
    do: 'others',
    who: said(values, 'others_who'),
    at: timeIn(values, 'others_at') ?? 0,
    how: said(values, 'others_how'),
  }),
};

const action: WorkForm = {
  name: 'action',
  fields: () => [line('action_what', true), line('action_owner', true), { name: 'action_due', kind: 'day' }],
  initial: () => ({ action_what: '', action_owner: '', action_due: '' }),
  change: (values, _, newId) => {
    const due = timeIn(values, 'action_due');
    return {
      do: 'action',
      action: newId(),
      what: said(values, 'action_what'),
      owner: said(values, 'action_owner'),
      ...(due === undefined ? {} : { due }),
    };
  },
};

const feedback: WorkForm = {
  name: 'feedback',
  fields: (row) =>
    row.type === 'report'
      ? [text('suggestion', true)]
      : [
          choices('wrong_rules', row.incident.verdict.rules, 'rule'),
          choices(
            'wrong_kinds',
            row.incident.kinds.map(({ kind }) => kind),
            'kind',
          ),
          text('suggestion'),
        ],
  initial: (_, { feedback: known }) => ({
    wrong_rules: known?.value.rules ?? [],
    wrong_kinds: known?.value.kinds ?? [],
    suggestion: known?.value.suggestion ?? '',
  }),
  change: (values) => ({
    do: 'feedback',
    rules: listed(values, 'wrong_rules'),
    kinds: listed(values, 'wrong_kinds'),
    suggestion: said(values, 'suggestion'),
  }),
};

const retain: WorkForm = {
  name: 'retain',
  fields: () => [{ name: 'retain_until', kind: 'day', isRequired: true }],
  initial: (_, { retainUntil }) => ({ retain_until: retainUntil === undefined ? '' : dayField(retainUntil) }),
  change: (values) => ({ do: 'retain', until: timeIn(values, 'retain_until') ?? 0 }),
};

const hold: WorkForm = {
  name: 'hold',
  fields: () => [{ name: 'is_held', kind: 'switch' }, line('hold_why')],
  initial: (_, { hold: known }) => ({ is_held: known !== undefined, hold_why: known?.value ?? '' }),
  change: (values) => ({ do: 'hold', isHeld: values.is_held === true, why: said(values, 'hold_why') }),
};

const note: WorkForm = {
  name: 'note',
  fields: () => [text('note', true)],
  initial: () => ({ note: '' }),
  change: (values) => ({ do: 'note', text: said(values, 'note') }),
};

/** In the order the work is done. */
export const workForms: readonly WorkForm[] = [
  aware,
  facts,
  severity,
  decide,
  authority,
  subjects,
  others,
  action,
  feedback,
  retain,
  hold,
  note,
];

/** Names of required fields that are empty or no time. */
export function missingIn(fields: readonly Field[], values: Values): string[] {
  return fields
    .filter(({ name, kind, isRequired }) => {
      const value = said(values, name);
      if (kind === 'time' || kind === 'day') return (isRequired || value !== '') && timeOfField(value) === undefined;
      return isRequired && value === '';
    })
    .map(({ name }) => name);
}
