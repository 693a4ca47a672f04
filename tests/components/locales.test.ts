// Every id a person may meet has its words, in every language, with the same placeholders.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reasonWords } from '@/components/reason-words.ts';
import { keyOf } from '@/components/words.ts';
import { detectors } from '@/detectors/index.ts';
import { questionNames, sheetSections } from '@/incidents/documents/answer-sheet.ts';
import { columnNames } from '@/incidents/export.ts';
import { choices } from '@/incidents/incident.ts';
import { severities } from '@/incidents/severity.ts';
import { classes } from '@/incidents/views.ts';
import {
  breachTypes,
  causes,
  exemptions,
  likelihoods,
  media,
  phases,
  recoveries,
  risks,
  statuses,
  subjectGroups,
  tellings,
} from '@/incidents/work.ts';
import { strictDefault } from '@/policy/default.ts';
import { categories } from '@/policy/entries.ts';
import { destinations, triggers } from '@/policy/facts.ts';
import { rules } from '@/policy/rules.ts';
import { actions } from '@/policy/verdict.ts';
import { reasons } from '@/scan/part.ts';
import { webmails } from '@/webmails/index.ts';
import { messagesOf, translateIn } from './messages.ts';

const root = join(import.meta.dirname, '../..');
const languages = readdirSync(join(root, 'public/_locales'));
const english = messagesOf('en');

const ids = (prefix: string, all: readonly string[]) => all.map((id) => keyOf(prefix, id));
const counts = (keys: readonly string[]) => keys.flatMap((key) => [`${key}_one`, `${key}_other`]);

/** What a unit of each room must have, beside the messages named in the sources. */
const needed: Record<string, string[]> = {
  detector: [
    ...ids(
      'kind',
      detectors.map(({ id }) => id),
    ),
    ...counts(
      ids(
        'found',
        detectors.map(({ id }) => id),
      ),
    ),
  ],
  rule: ids('rule', rules),
  action: ids('action', actions),
  destination: ['destination', 'dialog_going', 'dialog_site', 'dialog_recipient'].flatMap((key) =>
    ids(key, destinations),
  ),
  webmail: ids('webmail', ['none', ...webmails.map(({ id }) => id)]),
  reason: ids(
    'reason',
    strictDefault.reasons.map(({ code }) => code),
  ),
  column: ids('register_column', columnNames),
  unreadable: ids('unreadable', reasons),
  choice: ids('choice', choices),
  trigger: ids('trigger', triggers),
  question: [...ids('sheet', questionNames), ...ids('sheet_section', sheetSections)],
  'option of a field': [
    ...ids('status', statuses),
    ...ids('breach_type', breachTypes),
    ...ids('cause', causes),
    ...ids('medium', media),
    ...ids('category', categories),
    ...ids('subject_group', subjectGroups),
    ...ids('recovery', recoveries),
    ...ids('likelihood', likelihoods),
    ...ids('risk', risks),
    ...ids('phase', phases),
    ...ids('telling', tellings),
    ...ids('exemption', exemptions),
    ...ids('severity', severities),
    ...ids('class', classes),
  ],
};

describe.each(Object.entries(needed))('every %s', (unit, keys) => {
  it.each(keys)('has the message %s', (key) => {
    expect(english[key], `add ${key} to public/_locales/en/messages.json: a new ${unit} needs its words`).toBeDefined();
  });
});

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

describe('the messages', () => {
  const sources = ['components', 'entrypoints', 'guard', 'platform', 'incidents', 'cli'].flatMap(sourcesBelow);

  it('has every message the sources name outright', () => {
    const plain = sources.flatMap((text) =>
      [...text.matchAll(/\b(?:t|notice)\(\s*'([a-z0-9_]+)'/g)].map(([, key]) => key!),
    );
    const plural = sources.flatMap((text) =>
      [...text.matchAll(/\bcounted\(\s*t,\s*'([a-z0-9_]+)'/g)].map(([, key]) => key!),
    );
    expect([...plain, ...counts(plural)].filter((key) => !english[key])).toEqual([]);
    expect(plain.length).toBeGreaterThan(100);
  });

  it('says a default reason in the words of the strict default', () => {
    const t = translateIn('en');
    for (const reason of strictDefault.reasons)
      expect(reasonWords(t, reason)).toEqual({ label: reason.label, checklist: reason.checklist ?? [] });
  });

  it('leaves the words of a firm as the firm wrote them', () => {
    const own = { code: 'other', label: 'Something else again', checklist: ['Asked my manager.'] };
    expect(reasonWords(translateIn('de'), own)).toEqual({ label: own.label, checklist: own.checklist });
  });
});

describe.each(languages)('%s', (language) => {
  const messages = messagesOf(language);
  const placeholders = (message: string) => [...new Set(message.match(/\$\d/g) ?? [])].sort();

  it('has the same messages as English', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  it('has the same placeholders as English in each', () => {
    const different = Object.keys(english).filter(
      (key) =>
        // "1" may be written out as a word where the number is always one.
        !key.endsWith('_one') &&
        String(placeholders(messages[key]?.message ?? '')) !== String(placeholders(english[key]!.message)),
    );
    expect(different).toEqual([]);
  });

  it('names a language every browser knows', () => {
    const tag = messages.language_tag!.message;
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    expect(tag.split('-')[0]).toBe(language);
  });

  it('has a description that Chromium takes', () => {
    // https://developer.chrome.com/docs/extensions/reference/manifest/description
    expect(messages.extension_description!.message.length).toBeLessThanOrEqual(132);
  });

  it('leaves nothing empty, doubled or with a stray space', () => {
    const odd = Object.entries(messages).filter(([, { message }]) => /^\s|\s$|^$| {2}|[‘“”]/.test(message));
    expect(odd.map(([key]) => key)).toEqual([]);
  });
});
