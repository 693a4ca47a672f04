// The policy's settings as a tree that a page can draw: what each is called, what it takes, and what is in it. Made from the one schema,
// so that a new setting needs no form of its own.
import * as v from 'valibot';
import { isOneWord, levels } from './forms.ts';
import { policySchema } from './schema.ts';

export interface Setting {
  /** Through the schema, without places in lists: `partners.domain`. */
  path: string;
  /** The last part of the path. */
  name: string;
  /**
   * `levels`: from how many people each action begins, one unit. `words`: a list of single words, or of lines of text. `choices`: a
   * list of some of `options`. `prose`: text of several lines.
   */
  form: 'group' | 'levels' | 'list' | 'words' | 'choices' | 'choice' | 'flag' | 'number' | 'text' | 'prose';
  isOptional: boolean;
  /** Its meaning in English, empty where the names around it say it all. */
  meaning: string;
  /** Of `choice` and `choices`. */
  options: readonly string[];
  /** Of `group` and `levels`; for a `list`, of one of its items. */
  entries: readonly Setting[];
  /** Of `words`: one per line, since an item may have blanks in it. */
  isOfLines: boolean;
}

type Schema = v.GenericSchema;
type Group = Schema & { entries: Record<string, Schema> };

/** Every setting at the top of the policy, in the order of the schema. */
export const settings: readonly Setting[] = below(policySchema as unknown as Group, '');

/** The settings and all that is in them. */
export function everySetting(some: readonly Setting[] = settings): Setting[] {
  return some.flatMap((one) => [one, ...everySetting(one.entries)]);
}

/** The setting that a path with places in lists leads to: `partners[0].domain`. */
export function settingAt(path: string): Setting | undefined {
  const plain = path.replace(/\[\d+\]/g, '');
  return everySetting().find((one) => one.path === plain);
}

function below(group: Group, path: string): Setting[] {
  return Object.entries(group.entries).map(([name, schema]) => made(schema, path === '' ? name : `${path}.${name}`));
}

function made(schema: Schema, path: string): Setting {
  const isOptional = schema.type === 'exact_optional';
  const inner = isOptional ? (schema as Schema & { wrapped: Schema }).wrapped : schema;
  const setting: Setting = {
    path,
    name: path.slice(path.lastIndexOf('.') + 1),
    form: 'text',
    isOptional,
    meaning: v.getDescription(inner as never) ?? '',
    options: [],
    entries: [],
    isOfLines: false,
  };
  switch (inner.type) {
    case 'strict_object': {
      const isLevels = (inner as Group).entries === (levels.entries as unknown);
      return { ...setting, form: isLevels ? 'levels' : 'group', entries: below(inner as Group, path) };
    }
    case 'array':
      return { ...setting, ...listed((inner as Schema & { item: Schema }).item, path) };
    case 'picklist':
      return { ...setting, form: 'choice', options: optionsOf(inner) };
    case 'boolean':
      return { ...setting, form: 'flag' };
    case 'number':
      return { ...setting, form: 'number' };
    default:
      return (v.getMetadata(inner as never) as { isProse?: true }).isProse ? { ...setting, form: 'prose' } : setting;
  }
}

function listed(item: Schema, path: string): Partial<Setting> {
  if (item.type === 'picklist') return { form: 'choices', options: optionsOf(item) };
  if (item.type === 'strict_object') return { form: 'list', entries: below(item as Group, path) };
  return { form: 'words', isOfLines: !isOneWord(item) };
}

function optionsOf(schema: Schema): readonly string[] {
  return (schema as Schema & { options: readonly string[] }).options;
}
