// A draft of a policy: the settings somebody wrote, and nothing else. Reading and changing it by path, without React.
import { strictDefault } from '@/policy/default.ts';
import { type Setting, settingAt, settings } from '@/policy/settings.ts';
import { softBoolean, softGroup, softList, softNumber } from '@/policy/soften.ts';
import type { Values } from '@/rollout/install.ts';

type Steps = readonly (string | number)[];

/** `partners[0].domain` → `partners`, 0, `domain`. */
function stepsOf(path: string): Steps {
  return [...path.matchAll(/[^.[\]]+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** What stands at a path; `undefined` where nothing does. */
export function valueAt(values: unknown, path: string): unknown {
  return stepsOf(path).reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? (value as Values)[step] : undefined),
    values,
  );
}

/** What the draft says at a path, and where it says nothing what will hold. */
export function shownAt(draft: Values, path: string): unknown {
  return valueAt(valueAt(draft, unitOf(path)) === undefined ? strictDefault : draft, path);
}

/** Levels and lists hold as a whole: what is left out of one is not filled from the default. */
function unitOf(path: string): string {
  const list = /^[^[]+(?=\[)/.exec(path)?.[0];
  if (list !== undefined) return list;
  const above = path.slice(0, Math.max(path.lastIndexOf('.'), 0));
  return settingAt(above)?.form === 'levels' ? above : path;
}

/** The draft with `value` at a path; `undefined` takes it out. What stands above it and is one unit begins as what held before. */
export function withValue(draft: Values, path: string, value: unknown): Values {
  return changed(draft, stepsOf(path), value, '') as Values;
}

function changed(before: unknown, [step, ...rest]: Steps, value: unknown, path: string): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = [...(Array.isArray(before) ? before : [])];
    const next = changed(list[step], rest, value, `${path}[${step}]`);
    if (next === undefined) list.splice(step, 1);
    else list[step] = next;
    return list;
  }
  const here = path === '' ? step : `${path}.${step}`;
  const group = isGroup(before) ? before : {};
  const next = changed(group[step] ?? (rest.length > 0 ? seedOf(here) : undefined), rest, value, here);
  const { [step]: _old, ...others } = group;
  // In its place, so that an exported file keeps the order of what is in it.
  return next === undefined ? others : step in group ? { ...group, [step]: next } : { ...others, [step]: next };
}

/** A first change to levels or a list begins with the default. */
function seedOf(path: string): unknown {
  const form = settingAt(path)?.form;
  return form === undefined || form === 'group' || path.includes('[') ? undefined : valueAt(strictDefault, path);
}

/** Whether a key is the setting at `path`, or stands in it. */
export function isWithin(key: string, path: string): boolean {
  return key === path || key.startsWith(`${path}.`) || key.startsWith(`${path}[`);
}

/** Spellings that registry keys and editors bring (`"true"`, `"25"`, JSON in a text) as what they mean, so that they can be edited. */
export function plainly(values: Values): Values {
  return inGroup(values, settings);
}

function inGroup(values: Values, entries: readonly Setting[]): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const setting = entries.find((one) => one.name === name);
      return [name, setting ? plain(value, setting) : value];
    }),
  );
}

function plain(value: unknown, { form, entries, isOfLines }: Setting): unknown {
  switch (form) {
    case 'group':
    case 'levels': {
      const group = softGroup(value);
      return group ? inGroup(group, entries) : value;
    }
    case 'list': {
      const list = softList(value, false);
      return list?.map((item) => plain(item, { form: 'group', entries } as Setting)) ?? value;
    }
    case 'words':
    case 'choices':
      return softList(value, !isOfLines) ?? value;
    case 'flag':
      return softBoolean(value);
    case 'number':
      return softNumber(value);
    default:
      return value;
  }
}

/** A policy as a draft: only what differs from the strict default, without the names of what was written, which the export adds. */
export function draftOf(policy: object): Values {
  return Object.fromEntries(
    Object.entries(policy).filter(
      ([name, value]) =>
        name !== 'settings' &&
        JSON.stringify(value) !== JSON.stringify(strictDefault[name as keyof typeof strictDefault]),
    ),
  );
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
