// What a form of work on an entry is, as data: its fields, what stands in them at first, and the step they make. Knows no React.
import type { Case } from '@/incidents/case.ts';
import type { Row } from '@/incidents/views.ts';
import type { Change } from '@/incidents/work.ts';
import { timeOfField } from '../times.ts';

/** `choice` with an empty option where it may stay open. */
export type Field = { name: string; isRequired?: boolean } & (
  | { kind: 'line' | 'text' | 'day' | 'number' | 'switch' | 'yes-no' }
  /** `isPast`: of what has happened. */
  | { kind: 'time'; isPast?: true }
  | { kind: 'choice' | 'choices'; options: readonly string[]; words: string }
);

export type Values = Record<string, string | boolean | readonly string[]>;

/** What a step is made of, beside the values. */
export interface StepOf {
  row: Row;
  found: Case;
  newId(): string;
  /** Names of the fields somebody changed. */
  edited: ReadonlySet<string>;
  /** Which button was pressed. */
  act: string;
}

export interface WorkForm {
  /** Label keys: `work_<name>`, `work_<name>_hint`; fields `field_<field>`. */
  name: string;
  fields(row: Row, found: Case): readonly Field[];
  initial(row: Row, found: Case, now: number): Values;
  /** One button each, the usual one first: `work_<act>`. Default: `save`. */
  acts?(found: Case): readonly string[];
  /** Fields, those of one answer together, that hold what no person has said: each can be confirmed. */
  unconfirmed?(found: Case): readonly (readonly string[])[];
  /** What is missing beside the required fields. */
  missing?(values: Values, act: string): readonly string[];
  /** Undefined where it would say nothing new. */
  change(values: Values, step: StepOf): Change | undefined;
}

export const line = (name: string, isRequired = false): Field => ({ name, kind: 'line', isRequired });
export const text = (name: string, isRequired = false): Field => ({ name, kind: 'text', isRequired });
export const choice = (name: string, options: readonly string[], words: string, isRequired = false): Field => ({
  name,
  kind: 'choice',
  options,
  words,
  isRequired,
});
export const choices = (name: string, options: readonly string[], words: string): Field => ({
  name,
  kind: 'choices',
  options,
  words,
});

export const said = (values: Values, name: string) => String(values[name] ?? '').trim();
export const listed = <Option extends string>(values: Values, name: string) => (values[name] ?? []) as Option[];
export const numberIn = (values: Values, name: string) => Math.max(0, Math.round(Number(said(values, name)) || 0));
export const timeIn = (values: Values, name: string) => timeOfField(said(values, name));

/** The value that holds the names of fields somebody confirmed as they stand. */
export const confirmed = 'confirmed';
export const confirmedIn = (values: Values) => listed<string>(values, confirmed);

/** Fields that hold something else now. A list is the same in any order. */
export function editedIn(initial: Values, values: Values): ReadonlySet<string> {
  const plain = (value: Values[string] | undefined) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
  return new Set(Object.keys(initial).filter((name) => plain(initial[name]) !== plain(values[name])));
}

/** What is wrong with a field, as the key of its words. */
export type Problems = Readonly<Record<string, 'work_missing' | 'work_future'>>;

/** A clock in minutes is up to a minute ahead of itself. */
const ahead = 60_000;

/** Required fields that are empty, times that are none, and what has happened tomorrow. */
export function problemsIn(fields: readonly Field[], values: Values, now: number): Problems {
  const found: Record<string, Problems[string]> = {};
  for (const field of fields) {
    const problem = problemOf(field, said(values, field.name), now);
    if (problem) found[field.name] = problem;
  }
  return found;
}

function problemOf(field: Field, value: string, now: number): Problems[string] | undefined {
  if (value === '') return field.isRequired ? 'work_missing' : undefined;
  if (field.kind !== 'time' && field.kind !== 'day') return undefined;
  const at = timeOfField(value);
  if (at === undefined) return 'work_missing';
  return field.kind === 'time' && field.isPast && at > now + ahead ? 'work_future' : undefined;
}
