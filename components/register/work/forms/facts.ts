// What is known about what happened, each field for itself. Only what was changed or confirmed is said, so that nobody says again what a
// colleague has meanwhile put right.
import { isOwnCount } from '@/incidents/documents/document.ts';
import {
  breachTypes,
  causes,
  type FactName,
  type Facts,
  factNames,
  likelihoods,
  media,
  recoveries,
  subjectGroups,
} from '@/incidents/work.ts';
import { categories } from '@/policy/entries.ts';
import { destinations } from '@/policy/facts.ts';
import { dayField, timeField } from '../times.ts';
import {
  choice,
  choices,
  confirmedIn,
  type Field,
  line,
  listed,
  numberIn,
  said,
  text,
  timeIn,
  type Values,
  type WorkForm,
} from './form.ts';

export const factFields: readonly Field[] = [
  text('description'),
  choices('breachTypes', breachTypes, 'breach_type'),
  choice('cause', causes, 'cause'),
  choice('medium', media, 'medium'),
  { name: 'occurredFrom', kind: 'time', isPast: true },
  { name: 'occurredUntil', kind: 'time', isPast: true },
  line('detectedBy'),
  choices('dataCategories', categories, 'category'),
  choices('subjectGroups', subjectGroups, 'subject_group'),
  { name: 'people_min', kind: 'number' },
  { name: 'people_estimate', kind: 'number' },
  { name: 'people_max', kind: 'number' },
  line('people_method'),
  { name: 'records', kind: 'number' },
  choice('recipient', [...destinations, 'unknown'], 'destination'),
  choice('recovered', recoveries, 'recovery'),
  line('staffRole'),
  { name: 'lastTraining', kind: 'day' },
  text('measuresBefore'),
  text('consequences'),
  choice('likelihood', likelihoods, 'likelihood'),
  text('delayReason'),
  { name: 'asProcessor', kind: 'yes-no' },
  { name: 'controllerTold', kind: 'time', isPast: true },
  { name: 'crossBorder', kind: 'yes-no' },
];

/** The fields a fact is filled in with. */
const fieldsOf = (fact: FactName): readonly Field[] =>
  factFields.filter(({ name }) => name === fact || (fact === 'people' && name.startsWith('people_')));

export const facts: WorkForm = {
  name: 'facts',
  fields: () => factFields,
  initial: (_, found) => Object.fromEntries(factFields.map((field) => [field.name, standsIn(field, found.facts)])),
  /** Beside the last of its fields. */
  unconfirmed: ({ facts: known, said: byPerson }) =>
    factNames
      .filter((fact) => known[fact] !== undefined && !byPerson.has(fact))
      .map((fact) => fieldsOf(fact).map(({ name }) => name)),
  missing: (values) =>
    said(values, 'people_estimate') === '' &&
    ['people_min', 'people_max', 'people_method'].some((name) => said(values, name) !== '')
      ? ['people_estimate']
      : [],
  change(values, { found, edited }) {
    const told: Record<string, unknown> = {};
    const cleared: FactName[] = [];
    for (const fact of factNames) {
      const fields = fieldsOf(fact);
      if (fields.some(({ name }) => edited.has(name))) {
        const value = fact === 'people' ? peopleIn(values) : factIn(values, fields[0]!);
        if (value === undefined) cleared.push(fact);
        else told[fact] = value;
      } else if (fields.some(({ name }) => confirmedIn(values).includes(name))) told[fact] = found.facts[fact];
    }
    if (Object.keys(told).length + cleared.length === 0) return undefined;
    return { do: 'facts', facts: told as Facts, ...(cleared.length > 0 ? { cleared } : {}) };
  },
};

function standsIn({ name, kind }: Field, known: Facts): Values[string] {
  const { people } = known;
  switch (name) {
    case 'people_min':
    case 'people_estimate':
    case 'people_max':
      return String(people?.[name.slice('people_'.length) as 'min' | 'estimate' | 'max'] ?? '');
    case 'people_method':
      return people && !isOwnCount(people.method) ? people.method : '';
  }
  const value = known[name as FactName];
  if (kind === 'choices') return (value ?? []) as string[];
  if (value === undefined) return '';
  if (kind === 'yes-no') return value === true ? 'yes' : 'no';
  if (kind === 'day') return dayField(value as number);
  return kind === 'time' ? timeField(value as number) : String(value);
}

/** Undefined where the field was emptied. */
function factIn(values: Values, { name, kind }: Field): unknown {
  if (kind === 'choices') return listed(values, name).length > 0 ? listed(values, name) : undefined;
  const typed = said(values, name);
  if (typed === '') return undefined;
  if (kind === 'yes-no') return typed === 'yes';
  if (kind === 'time' || kind === 'day') return timeIn(values, name);
  return kind === 'number' ? numberIn(values, name) : typed;
}

function peopleIn(values: Values): Facts['people'] {
  if (said(values, 'people_estimate') === '') return undefined;
  const estimate = numberIn(values, 'people_estimate');
  const min = Math.min(estimate, said(values, 'people_min') === '' ? estimate : numberIn(values, 'people_min'));
  const max = Math.max(estimate, said(values, 'people_max') === '' ? estimate : numberIn(values, 'people_max'));
  return { min, estimate, max, method: said(values, 'people_method') };
}
