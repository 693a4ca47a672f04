// A step about the facts in words: each field with what it says now, and which were taken out.
import { countLines, nameOf } from '@/incidents/documents/document.ts';
import { type Change, type FactName, factNames } from '@/incidents/work.ts';
import { formatDay, formatNumber, formatTime, type Translate } from '../../words.ts';
import { factFields } from './forms/facts.ts';

export function factWords(t: Translate, { facts, cleared = [] }: Extract<Change, { do: 'facts' }>): string {
  const said = factNames.flatMap((name) => {
    const value = facts[name];
    return value === undefined ? [] : [t('timeline_fact', [labelOf(t, name), valueIn(t, name, value)])];
  });
  return [...said, ...cleared.map((name) => t('timeline_fact_cleared', [labelOf(t, name)]))].join('; ');
}

function labelOf(t: Translate, name: FactName): string {
  if (name === 'people') return t('sheet_people');
  return t(`field_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`);
}

function valueIn(t: Translate, name: FactName, value: unknown): string {
  if (name === 'people') {
    const { min, estimate, max, method } = value as { min: number; estimate: number; max: number; method: string };
    const range = t(
      'sheet_people_range',
      [min, estimate, max].map((count) => formatNumber(t, count)),
    );
    return [range, ...countLines(t, method)].join(', ');
  }
  const field = factFields.find((one) => one.name === name);
  switch (field?.kind) {
    case 'choice':
      return nameOf(t, field.words, value as string);
    case 'choices':
      return (value as string[]).map((one) => nameOf(t, field.words, one)).join(', ');
    case 'yes-no':
      return t(value === true ? 'yes' : 'no');
    case 'time':
      return formatTime(t, value as number);
    case 'day':
      return formatDay(t, value as number);
    case 'number':
      return formatNumber(t, value as number);
    default:
      return String(value);
  }
}
