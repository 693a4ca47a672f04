// What is known about what happened, each field for itself.
import { breachTypes, causes, type Facts, likelihoods, media, recoveries, subjectGroups } from '@/incidents/work.ts';
import { categories } from '@/policy/entries.ts';
import { destinations } from '@/policy/facts.ts';
import { dayField, timeField } from '../times.ts';
import {
  choice,
  choices,
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

export const facts: WorkForm = {
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
