// What settings and their values are called: their own words where people know them, else the key as it stands in the policy.
import { categories } from '@/policy/entries.ts';
import { destinations } from '@/policy/facts.ts';
import type { Setting } from '@/policy/settings.ts';
import { actions } from '@/policy/verdict.ts';
import { formatList, keyOf, type Translate } from '../words.ts';

const isIn = (list: readonly string[], one: string) => list.includes(one);

/** The message with a setting's meaning: `setting_partners_expires`. The deputy and the IT contact have the fields of the contact. */
export function meaningKey(path: string): string {
  const shared = path.replace(/^(?:deputy|itContact)\./, 'breachContact.');
  return `setting_${shared.replaceAll('.', '_').replaceAll('-', '_')}`;
}

export function meaningOf(t: Translate, { path, meaning }: Setting): string {
  return meaning === '' || isLevel(path) ? '' : t(meaningKey(path));
}

const isLevel = (path: string) => /\.(?:warn|justify|block)$/.test(path);

/** How a setting is named beside its field. */
export function nameOf(t: Translate, { path, name }: Setting): string {
  if (isLevel(path)) return t(keyOf('policy_level', name));
  if (/^(?:thresholds|sensitive|unreadable|media|unreadableCauses\.[^.]+)\.\w+$/.test(path))
    return t(keyOf('destination', name));
  if (/^unreadableCauses\.[^.]+$/.test(path)) return t(keyOf('unreadable', name));
  return name;
}

export function optionLabel(t: Translate, option: string): string {
  if (isIn(actions, option)) return t(keyOf('action', option));
  if (isIn(destinations, option)) return t(keyOf('destination', option));
  if (isIn(categories, option)) return t(keyOf('category', option));
  return option;
}

/** A value of a setting without parts, in words. */
export function valueWords(t: Translate, { form }: Setting, value: unknown): string {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return t('policy_nothing');
  switch (form) {
    case 'flag':
      return t(value === true ? 'policy_yes' : 'policy_no');
    case 'choice':
      return optionLabel(t, String(value));
    case 'words':
    case 'choices':
      return formatList(
        t,
        (value as readonly unknown[]).map((one) => optionLabel(t, String(one))),
      );
    case 'levels':
      return levelWords(t, value as Record<string, number>);
    default:
      return String(value);
  }
}

function levelWords(t: Translate, levels: Record<string, number>): string {
  const parts = (['warn', 'justify', 'block'] as const).flatMap((level) =>
    levels[level] === undefined ? [] : [t('explain_from', [t(keyOf('action', level)), String(levels[level])])],
  );
  return parts.length > 0 ? parts.join(', ') : t('explain_never');
}
