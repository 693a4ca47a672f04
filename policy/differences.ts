// What differs between two policies, setting by setting, and whether it makes anything stricter or looser. A table for people to read
// before a policy is rolled out; `evaluate` alone decides what happens. Why by a table: docs/adr/0142-policy-page.md
import { canonicalJson } from './canonical.ts';
import type { Levels } from './forms.ts';
import type { Policy } from './schema.ts';
import { type Setting, settings } from './settings.ts';
import { actions } from './verdict.ts';

/** `mixed`: stricter for some messages, looser for others. `neither`: no verdict depends on it. */
export type Direction = 'stricter' | 'looser' | 'mixed' | 'neither';

export interface Difference {
  setting: Setting;
  /** `undefined`: not set. */
  before: unknown;
  after: unknown;
  direction: Direction;
}

/** What one more entry in a list does, by the order of the strict default: a personal address is judged more strictly than another. */
const oneMore: Record<string, 'stricter' | 'looser'> = {
  internalDomains: 'looser',
  partners: 'looser',
  'personalProviders.add': 'stricter',
  'personalProviders.remove': 'looser',
  exemptRecipients: 'looser',
  'countries.allowed': 'looser',
  kindRules: 'stricter',
  fileRules: 'stricter',
  'sites.personal': 'stricter',
  'sites.guarded': 'stricter',
  'sites.exempt': 'looser',
};

/** Values of a setting, the looser first. */
const order: Record<string, readonly unknown[]> = {
  ownAddresses: [false, true],
  auditOnly: [true, false],
  'safeCopy.pseudonyms': [true, false],
  'failModes.silent': ['release', 'hold'],
  'failModes.store': ['release', 'hold'],
  'failModes.orphaned': ['release', 'hold'],
  'failModes.unknownPolicy': ['last-good', 'strict'],
};

/** From the first policy to the second, in the order of the schema. What names a policy or its parts is no difference. */
export function differences(before: Policy, after: Policy): Difference[] {
  return settings
    .filter(({ name }) => name !== 'version' && name !== 'settings')
    .flatMap((setting) => below(setting, before, after));
}

function below(setting: Setting, before: Policy, after: Policy): Difference[] {
  const [old, young] = [valueIn(before, setting.path), valueIn(after, setting.path)];
  if (canonicalJson(old ?? null) === canonicalJson(young ?? null)) return [];
  const isInParts =
    setting.form === 'group' && (setting.path === 'unreadableCauses' || (isGroup(old) && isGroup(young)));
  if (isInParts || (setting.form === 'group' && setting.path.startsWith('unreadableCauses.')))
    return setting.entries.flatMap((entry) => below(entry, before, after));
  return [{ setting, before: old, after: young, direction: directionOf(setting, before, after) }];
}

function directionOf({ path, form }: Setting, before: Policy, after: Policy): Direction {
  const [old, young] = [effective(before, path), effective(after, path)];
  if (path === 'reporting') return young === undefined ? 'looser' : 'stricter';
  if (path === 'ledgerDays') return (young as number) > (old as number) ? 'stricter' : 'looser';
  if (form === 'levels') return levelsDirection(old as Levels, young as Levels);
  const ranks = form === 'choice' && actions.includes(young as never) ? actions : order[path];
  if (ranks) return ranked(ranks.indexOf(old as never), ranks.indexOf(young as never));
  const more = oneMore[path];
  return more ? listDirection(old as unknown[], young as unknown[], more, path) : 'neither';
}

/** A cause without a row of its own has the row of `unreadable`. */
function effective(policy: Policy, path: string): unknown {
  const cause = /^unreadableCauses\.[^.]+\.(\w+)$/.exec(path);
  return valueIn(policy, path) ?? (cause ? valueIn(policy, `unreadable.${cause[1]}`) : undefined);
}

function levelsDirection(old: Levels, young: Levels): Direction {
  const turns = [...Object.values(old), ...Object.values(young)];
  const all = turns.map((count) => ranked(actionAt(old, count), actionAt(young, count)));
  return together(all);
}

/** Index of the action that these levels ask for at so many people. */
function actionAt(levels: Levels, count: number): number {
  const reached = (['block', 'justify', 'warn'] as const).find((level) => (levels[level] ?? Infinity) <= count);
  return reached ? actions.indexOf(reached) : 0;
}

function listDirection(old: unknown[], young: unknown[], more: 'stricter' | 'looser', path: string): Direction {
  // Where none is named, the account's own domain is the firm's: naming one takes that away.
  if (path === 'internalDomains' && (old.length === 0 || young.length === 0)) return 'mixed';
  const [was, is] = [old, young].map((list) => new Set(list.map((item) => canonicalJson(item))));
  const isMore = [...is!].some((item) => !was!.has(item));
  const isLess = [...was!].some((item) => !is!.has(item));
  if (isMore && isLess) return 'mixed';
  if (!isMore && !isLess) return 'neither';
  return isMore ? more : more === 'stricter' ? 'looser' : 'stricter';
}

function ranked(old: number, young: number): Direction {
  if (old < 0 || young < 0 || old === young) return 'neither';
  return young > old ? 'stricter' : 'looser';
}

function together(all: readonly Direction[]): Direction {
  const [isStricter, isLooser] = [all.includes('stricter'), all.includes('looser')];
  if (isStricter && isLooser) return 'mixed';
  return isStricter ? 'stricter' : isLooser ? 'looser' : 'neither';
}

function valueIn(policy: Policy, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (isGroup(value) ? value[name] : undefined), policy);
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
