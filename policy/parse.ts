// A policy as it arrived → a policy that holds. Lenient in spelling, strict in meaning: what cannot be understood falls back to the
// strict default, is said in one readable line, and never makes anything laxer. Why here and not in Chrome: docs/adr/0021.
import * as v from 'valibot';
import { strictDefault } from './default.ts';
import { editDistance } from './edit-distance.ts';
import type { Contact } from './entries.ts';
import { isOneWord, type Levels, levels } from './forms.ts';
import { isPersonalProvider } from './personal-providers.ts';
import type { PolicyProblem } from './problem.ts';
import { type Policy, policySchema } from './schema.ts';
import { softBoolean, softGroup, softList, softNumber } from './soften.ts';

type Schema = v.GenericSchema;
type Group = Schema & { entries: Record<string, Schema> };

const nobody: Contact = { name: '', email: '', phone: '' };

/** Takes what the browser's managed storage, a file or a copy gave. Nothing at all is the strict default, without a problem. */
export function parsePolicy(raw: unknown): { policy: Policy; problems: PolicyProblem[] } {
  const problems: PolicyProblem[] = [];
  if (raw === undefined || raw === null || raw === '') return { policy: strictDefault, problems };
  const base: Policy = { ...strictDefault, deputy: nobody, itContact: nobody };
  const { deputy, itContact, ...policy } = settle(policySchema, raw, base, '', problems) as Policy;
  if (deputy && deputy !== nobody) Object.assign(policy, { deputy });
  if (itContact && itContact !== nobody) Object.assign(policy, { itContact });
  nameMissing(softGroup(raw), policy.settings, problems);
  return { policy: withoutPublicProviders(policy, problems), problems };
}

/** Reads one value by its schema. `undefined`: nothing usable, and no `fallback`. */
function settle(schema: Schema, raw: unknown, fallback: unknown, path: string, problems: PolicyProblem[]): unknown {
  const inner = unwrapped(schema);
  if (isLevels(inner)) return settleLevels(raw, (fallback ?? {}) as Levels, path, problems);
  switch (inner.type) {
    case 'strict_object':
      return settleGroup(inner as Group, raw, fallback, path, problems);
    case 'array':
      return settleList(inner as Schema & { item: Schema }, raw, fallback, path, problems);
    default:
      return settleLeaf(inner, raw, fallback, path, problems);
  }
}

function settleLeaf(schema: Schema, raw: unknown, fallback: unknown, path: string, problems: PolicyProblem[]): unknown {
  const result = v.safeParse(schema, softened(schema, raw), { abortEarly: true });
  if (result.success) return result.output;
  problems.push({
    key: path,
    problem: `${shown(raw, path)} ${complaint(schema, result.issues[0])}. ${rest(fallback)}`,
  });
  return fallback;
}

function settleGroup(schema: Group, raw: unknown, fallback: unknown, path: string, problems: PolicyProblem[]): unknown {
  const given = softGroup(raw);
  if (!given) {
    problems.push({ key: path, problem: `${shown(raw, path)} is no group of settings. ${rest(fallback)}` });
    return fallback;
  }
  nameUnknown(given, schema, path, problems);
  const value: Record<string, unknown> = {};
  let isComplete = true;
  for (const [key, entry] of Object.entries(schema.entries)) {
    const before = (fallback as Record<string, unknown> | undefined)?.[key];
    const found = isGiven(given, key) ? settle(entry, given[key], before, below(path, key), problems) : before;
    if (found !== undefined) value[key] = found;
    else if (entry.type !== 'exact_optional') {
      isComplete = false;
      if (!isGiven(given, key)) problems.push({ key: below(path, key), problem: `It is missing. ${rest(fallback)}` });
    }
  }
  return isComplete ? value : fallback;
}

/** An item with anything wrong in it is left out whole: half an agreement or half a reason would be laxer than none. */
function settleList(
  schema: Schema & { item: Schema },
  raw: unknown,
  fallback: unknown,
  path: string,
  problems: PolicyProblem[],
): unknown {
  const item = unwrapped(schema.item);
  const given = softList(raw, isOneWord(item));
  if (!given) {
    problems.push({ key: path, problem: `${shown(raw, path)} is no list. ${rest(fallback)}` });
    return fallback;
  }
  const items = given.flatMap((one, index) => {
    const before = problems.length;
    const value = settle(item, one, undefined, `${path}[${index}]`, problems);
    return problems.length === before && value !== undefined ? [value] : [];
  });
  const result = v.safeParse(schema, items, { abortEarly: true });
  if (result.success) return items;
  problems.push({ key: path, problem: `The list ${result.issues[0].message}. ${rest(fallback)}` });
  return fallback;
}

/** A level left out is never reached, but not by mistake: with anything wrong in the group, the stricter of it and the default holds. */
function settleLevels(raw: unknown, fallback: Levels, path: string, problems: PolicyProblem[]): Levels {
  const before = problems.length;
  const value = settleGroup(levels as unknown as Group, raw, {}, path, problems) as Levels;
  if (Object.keys(value).length === 0 && Object.keys(fallback).length > 0 && problems.length === before)
    problems.push({
      key: path,
      problem: 'It has no level. The strict default holds; to ask for nothing, set a high number such as 1000000.',
    });
  if (problems.length === before) return value;
  problems.push({
    key: path,
    problem: 'Until this is put right, the stricter of this group and the strict default holds.',
  });
  const strictest: Levels = {};
  for (const level of ['warn', 'justify', 'block'] as const) {
    const least = Math.min(value[level] ?? Number.POSITIVE_INFINITY, fallback[level] ?? Number.POSITIVE_INFINITY);
    if (Number.isFinite(least)) strictest[level] = least;
  }
  return strictest;
}

function softened(schema: Schema, raw: unknown): unknown {
  switch (schema.type) {
    case 'boolean':
      return softBoolean(raw);
    case 'number':
      return softNumber(raw);
    case 'picklist':
      return typeof raw === 'string' ? raw.trim().toLowerCase() : raw;
    default:
      return typeof raw === 'number' ? String(raw) : raw;
  }
}

function nameUnknown(given: Record<string, unknown>, schema: Group, path: string, problems: PolicyProblem[]): void {
  const known = Object.keys(schema.entries);
  for (const key of Object.keys(given).filter((name) => !known.includes(name))) {
    const near = known.find((name) => editDistance(name.toLowerCase(), key.toLowerCase().slice(0, 60), 2) <= 2);
    problems.push({
      key: below(path, key.length <= 40 ? key : `${key.slice(0, 40)}…`),
      problem: near ? `No setting has this name. Did you mean ${near}?` : 'No setting has this name. Take it out.',
    });
  }
}

/** Chrome takes a setting of the wrong type out without a word; what was written is the only trace of it. docs/adr/0169 */
function nameMissing(
  given: Record<string, unknown> | undefined,
  written: string | undefined,
  problems: PolicyProblem[],
) {
  const names = new Set((softList(written ?? '', true) ?? []).map((name) => String(name).slice(0, 60)));
  for (const name of names)
    if (given && !isGiven(given, name))
      problems.push({
        key: name,
        problem: `It was written and did not arrive: the browser takes out what has the wrong form. ${rest('')}`,
      });
}

/** A provider anyone can have an address at is nobody's own house, whoever wrote it there. */
function withoutPublicProviders(policy: Policy, problems: PolicyProblem[]): Policy {
  const isFree = (name: string, key: string) => {
    if (!isPersonalProvider(name, policy)) return true;
    problems.push({
      key,
      problem: `${name} is a personal mail provider, open to everyone. It is left out here; to insist, add it to personalProviders.remove.`,
    });
    return false;
  };
  return {
    ...policy,
    internalDomains: policy.internalDomains.filter((name) => isFree(name, 'internalDomains')),
    partners: policy.partners.filter((partner) => isFree(partner.domain, 'partners')),
    exemptRecipients: policy.exemptRecipients.filter(
      ({ recipient }) => recipient.includes('@') || isFree(recipient, 'exemptRecipients'),
    ),
  };
}

function below(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function unwrapped(schema: Schema): Schema {
  return schema.type === 'exact_optional' ? unwrapped((schema as Schema & { wrapped: Schema }).wrapped) : schema;
}

/** A schema that was given a description is a copy with the same entries. */
function isLevels(schema: Schema): boolean {
  return (schema as Partial<Group>).entries === (levels.entries as unknown);
}

function isGiven(given: Record<string, unknown>, key: string): boolean {
  return Object.hasOwn(given, key) && given[key] !== undefined && given[key] !== null;
}

function complaint(schema: Schema, issue: v.BaseIssue<unknown>): string {
  if (issue.kind === 'validation' || issue.kind === 'transformation') return issue.message;
  switch (schema.type) {
    case 'boolean':
      return 'is neither true nor false';
    case 'number':
      return 'is no number';
    case 'picklist':
      return `is none of ${(schema as Schema & { options: readonly string[] }).options.join(', ')}`;
    default:
      return 'is no text';
  }
}

function rest(fallback: unknown): string {
  if (fallback === undefined) return 'It counts as not set until this is put right.';
  return 'The strict default holds until this is put right.';
}

/** Enough to find the mistake. Never long, and never what may be a secret or a person. */
function shown(raw: unknown, path: string): string {
  if (raw === null || typeof raw === 'object') return Array.isArray(raw) ? 'A list' : 'A group of settings';
  if (/^(?:reporting|actor|exemptRecipients)\b/.test(path)) return 'What was set';
  const written = String(raw);
  return written.length <= 40 ? (JSON.stringify(raw) ?? 'What was set') : `A text of ${written.length} characters`;
}
