// Words, numbers and dates in the reader's language. The language is the one the messages are in, told by `language_tag`.
// Plural forms follow Unicode CLDR: https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html

import { shownTime } from '@/incidents/time.ts';

/** Gives a message by its key in `public/_locales`, with `$1`, `$2` … replaced. */
export type Translate = (key: string, substitutions?: string[]) => string;

/** Formats by language: making one takes longer than drawing the line it is for. */
function oneEach<Format>(make: (language: string) => Format): (t: Translate) => Format {
  const made = new Map<string, Format>();
  return (t) => {
    const language = t('language_tag');
    const format = made.get(language) ?? make(language);
    made.set(language, format);
    return format;
  };
}

const numbers = oneEach((language) => new Intl.NumberFormat(language));
const times = oneEach((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }));
const days = oneEach((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }));
const plurals = oneEach((language) => new Intl.PluralRules(language));

export function formatNumber(t: Translate, value: number): string {
  return numbers(t).format(value);
}

/** Date and time to the minute, in the reader's own time zone. */
export function formatTime(t: Translate, epochMilliseconds: number): string {
  return times(t).format(shownTime(epochMilliseconds));
}

export function formatList(t: Translate, items: readonly string[]): string {
  return new Intl.ListFormat(t('language_tag'), { type: 'conjunction' }).format(items);
}

/** The message `<key>_one` or `<key>_other`, whichever the language uses for this number; `$1` is the number. */
export function counted(t: Translate, key: string, count: number, ...more: string[]): string {
  const form = plurals(t).select(count) === 'one' ? 'one' : 'other';
  return t(`${key}_${form}`, [formatNumber(t, count), ...more]);
}

/** A message key for an id of a rule, kind, reason or action: dashes become underscores. */
export function keyOf(prefix: string, id: string): string {
  return `${prefix}_${id.replaceAll('-', '_')}`;
}

/** A day without its time, short. */
export function formatDay(t: Translate, epochMilliseconds: number): string {
  return days(t).format(shownTime(epochMilliseconds));
}
