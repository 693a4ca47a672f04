import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerSheet, phasedUpdate, questionNames } from '../../incidents/documents/answer-sheet.ts';
import { type Paper, toMarkdown } from '../../incidents/documents/document.ts';
import { dpia } from '../../incidents/documents/dpia.ts';
import { letterDraft } from '../../incidents/documents/letter.ts';
import { measuresPaper } from '../../incidents/documents/measures.ts';
import { staffNotice } from '../../incidents/documents/staff-notice.ts';
import { tuningPaper, tuningReport } from '../../incidents/documents/tuning.ts';
import { toCsv } from '../../incidents/export.ts';
import type { Entry } from '../../incidents/incident.ts';
import { rowsOf } from '../../incidents/joining.ts';
import type { Change } from '../../incidents/work.ts';
import { strictDefault } from '../../policy/default.ts';
import type { Policy } from '../../policy/schema.ts';
import { chainOf, incident, incidentEntry, reportEntry, t, uuid, workEntry, writer } from './entries.ts';

const policy: Policy = {
  ...strictDefault,
  version: '2026-11',
  firm: { name: 'Brightwater Care' },
  breachContact: { name: 'Priya Nair', email: 'priya.nair@brightwater.example', phone: '0113 496 0100' },
  reporting: { url: 'https://dpo.brightwater.example/in' },
};

const rowWith = async (...changes: Change[]) =>
  rowsOf(await chainOf([incidentEntry(1), ...changes.map((change, index) => workEntry(index + 1, 1, change))]))[0]!;
const now = Date.parse('2026-11-23T12:00:00Z');
const pairs = (paper: Paper | undefined) => (paper?.sections ?? []).flatMap((section) => section.pairs ?? []);
const answered = (paper: Paper | undefined, question: string) =>
  pairs(paper).find(({ term }) => term === question)?.lines;

const awareFrom: Change = { do: 'aware', at: Date.parse('2026-11-18T00:00:00Z'), basis: 'b', who: 'w' };
const told: Change = {
  do: 'authority',
  authority: 'ICO',
  phase: 'initial',
  at: Date.parse('2026-11-22T09:00:00Z'),
  reference: 'IC-77',
};

describe('the answer sheet', () => {
  it('answers what the incident knows, and marks what a person must still say', async () => {
    const sheet = answerSheet(await rowWith(), policy, writer, now);
    expect(pairs(sheet).map(({ term }) => term)).toEqual(questionNames.map((name) => `sheet_${name}`));
    expect(answered(sheet, 'sheet_people')).toEqual([
      'sheet_people_range | 950 | 957 | 960',
      'register_how_table_rows',
    ]);
    expect(answered(sheet, 'sheet_organisation')).toEqual(['Brightwater Care']);
    expect(answered(sheet, 'sheet_measures')).toContain('sheet_measures_policy | 2026-11');
    const missing = pairs(sheet)
      .filter(({ isMissing }) => isMissing)
      .map(({ term }) => term);
    expect(missing).toEqual([
      'sheet_description',
      'sheet_aware',
      'sheet_groups',
      'sheet_consequences',
      'sheet_likelihood',
      'sheet_risk',
      'sheet_training',
      'sheet_recovered',
      'sheet_subjects',
    ]);
  });

  it('marks what stands there from the record until a person has said it, on paper too', async () => {
    const assumed = async (...changes: Change[]) =>
      pairs(answerSheet(await rowWith(...changes), policy, writer, now)).flatMap(({ term, note }) =>
        note ? [term] : [],
      );
    expect(await assumed()).toEqual([
      ...['sheet_how', 'sheet_when', 'sheet_recipient', 'sheet_types'],
      ...['sheet_categories', 'sheet_records', 'sheet_people'],
    ]);
    const said: Change = { do: 'facts', facts: { medium: 'mail', cause: 'misdirected', dataCategories: ['contact'] } };
    const left = ['sheet_when', 'sheet_recipient', 'sheet_types', 'sheet_records', 'sheet_people'];
    expect(await assumed(said)).toEqual(left);
    const cleared: Change = { do: 'facts', facts: {}, cleared: ['records', 'people'] };
    expect(await assumed(said, cleared)).toEqual(left.slice(0, 3));
    const text = toMarkdown(answerSheet(await rowWith(said, cleared), policy, writer, now));
    expect(text.split('*sheet\\_unconfirmed*')).toHaveLength(1 + 3);
  });

  it.each([
    ['many', ['report_people_many'], true],
    ['one', ['report_people_one'], true],
    ['unknown', [], false],
  ] as const)('says of a report about %s no more than was reported', async (people, lines, isMarked) => {
    const [row] = rowsOf(await chainOf([reportEntry(1, { people })]));
    const pair = pairs(answerSheet(row!, policy, writer, now)).find(({ term }) => term === 'sheet_people');
    expect(pair).toMatchObject({ lines, isMissing: !isMarked });
    expect(pair?.note !== undefined).toBe(isMarked);
  });

  it('says how people were counted, as it was written', async () => {
    const people = { min: 3, estimate: 4, max: 5, method: 'by hand' };
    const sheet = answerSheet(await rowWith({ do: 'facts', facts: { people } }), policy, writer, now);
    expect(answered(sheet, 'sheet_people')).toEqual(['sheet_people_range | 3 | 4 | 5', 'by hand']);
  });

  it('asks for a reason only when it is late', async () => {
    const late = answerSheet(
      await rowWith(awareFrom, told, { do: 'facts', facts: { delayReason: 'illness' } }),
      policy,
      writer,
      now,
    );
    expect(answered(late, 'sheet_delay')).toEqual(['illness']);
    expect(answered(answerSheet(await rowWith(), policy, writer, now), 'sheet_delay')).toEqual([]);
  });

  it.each<[string, Change[], string, boolean]>([
    ['nobody knew of it', [], '2026-11-23T12:00:00Z', false],
    ['the 72 hours run', [awareFrom], '2026-11-20T23:00:00Z', false],
    ['the 72 hours are over and nobody was told', [awareFrom], '2026-11-21T01:00:00Z', true],
    ['the authority was told late', [awareFrom, told], '2026-11-23T12:00:00Z', true],
    [
      'an earlier word to it was written down afterwards',
      [awareFrom, told, { ...told, phase: 'further', at: Date.parse('2026-11-20T00:00:00Z') }],
      '2026-11-23T12:00:00Z',
      false,
    ],
  ])('marks that the reason is missing where %s', async (_, changes, at, isMarked) => {
    const sheet = answerSheet(await rowWith(...changes), policy, writer, Date.parse(at));
    expect(pairs(sheet).find(({ term }) => term === 'sheet_delay')?.isMissing).toBe(isMarked);
  });
});

describe('the update in phases', () => {
  it('is only what changed since the authority was told', async () => {
    expect(phasedUpdate(await rowWith(), policy, writer, now)).toBeUndefined();
    expect(phasedUpdate(await rowWith(told), policy, writer, now)).toBeUndefined();
    const update = phasedUpdate(
      await rowWith({ do: 'note', text: 'n' }, told, { do: 'facts', facts: { consequences: 'calls' } }),
      policy,
      writer,
      now,
    );
    expect(pairs(update).map(({ term, lines }) => [term, lines])).toEqual([['sheet_consequences', ['calls']]]);
    expect(update?.lead).toEqual(['sheet_update_lead | IC-77 | 2026-11-22T09:00:00.000Z']);
  });

  it('forgets a notification that was undone', async () => {
    const row = await rowWith(
      told,
      { do: 'facts', facts: { consequences: 'calls' } },
      { do: 'undo', work: uuid(100_001) },
    );
    expect(phasedUpdate(row, policy, writer, now)).toBeUndefined();
  });
});

describe('the letter', () => {
  const saidByPerson = { description: 'd', dataCategories: ['contact' as const], occurredFrom: 1 };
  it('says what Article 34 asks for, and leaves gaps for the rest', async () => {
    const text = toMarkdown(
      letterDraft(await rowWith({ do: 'facts', facts: { description: 'A list went out.' } }), policy, writer),
    );
    expect(text).toContain('A list went out.');
    expect(text).toContain('Priya Nair, priya.nair@brightwater.example, 0113 496 0100');
    expect(text).toContain('letter\\_gap\\_consequences');
    expect(text).toContain('category\\_contact');
  });

  it.each<[string, Entry, Change[], number]>([
    ['the day and the kinds of data', incidentEntry(1), [], 2],
    ['the day, and the words of who reported it', reportEntry(1), [], 2],
    ['nothing that a person has said', incidentEntry(1), [{ do: 'facts', facts: saidByPerson }], 0],
    ['nothing of a report that a person has said', reportEntry(1), [{ do: 'facts', facts: saidByPerson }], 0],
  ])('asks to confirm %s', async (_, entry, changes, times) => {
    const [row] = rowsOf(await chainOf([entry, ...changes.map((change, n) => workEntry(n + 1, 1, change))]));
    expect(toMarkdown(letterDraft(row!, policy, writer)).split('letter\\_confirm')).toHaveLength(1 + times);
  });
});

describe('the tuning report', () => {
  it('counts what was wrong by rule and kind, against all of the same', async () => {
    const wrong: Change = { do: 'status', status: 'false-positive', why: '' };
    const feedback: Change = { do: 'feedback', rules: ['people-to-own'], kinds: ['phone'], suggestion: 'a price list' };
    const kinds = ['email', 'phone'].map((kind) => ({ kind, category: 'contact' as const, matches: 1, distinct: 1 }));
    const rows = rowsOf(
      await chainOf([
        incidentEntry(1, { kinds }),
        incidentEntry(2, { kinds }),
        incidentEntry(3, { kinds: [] }),
        workEntry(1, 1, wrong),
        workEntry(2, 2, wrong),
        workEntry(3, 2, feedback),
        workEntry(4, 3, wrong),
      ]),
    );
    expect(tuningReport(rows)).toEqual([
      { rule: 'people-to-own', kind: 'phone', wrong: 2, all: 2, suggestions: ['a price list'] },
      { rule: 'people-to-own', kind: '', wrong: 1, all: 1, suggestions: [] },
      { rule: 'people-to-own', kind: 'email', wrong: 1, all: 2, suggestions: [] },
    ]);
    expect(tuningPaper(rows, writer).sections[0]?.table?.rows[0]).toEqual([
      'name_unknown | people-to-own',
      'name_unknown | phone',
      'tuning_of | 2 | 2',
      'a price list',
    ]);
    expect(tuningReport(rowsOf(await chainOf([incidentEntry(1)])))).toEqual([]);
  });
});

describe('papers from the policy', () => {
  const papers = { measures: measuresPaper, dpia, notice: staffNotice };
  it.each(Object.entries(papers))('%s tells what that policy does, and what another does instead', (name, paper) => {
    const text = toMarkdown(paper(policy, writer));
    const other = toMarkdown(paper({ ...strictDefault, auditOnly: true, retentionDays: 30 }, writer));
    expect(text).toContain('dpo.brightwater.example');
    expect(text).toContain('365');
    expect(other).toContain('30');
    expect(other).not.toContain('dpo.brightwater.example');
    if (name !== 'notice') expect(other).toContain('measures\\_audit');
    else expect(other).toContain('staff\\_asked\\_audit');
  });
});

describe('how long entries are kept', () => {
  const papers = { measures: measuresPaper, dpia, notice: staffNotice };
  it.each(Object.entries(papers))('%s says it of the firm’s register too, where that is known', (_, paper) => {
    const told = paper(policy, writer, { registerDays: 730 });
    expect(toMarkdown(told)).toContain('paper\\_kept\\_register | 730');
    expect(toMarkdown(paper(policy, writer))).not.toContain('paper\\_kept\\_register');
  });
});

describe('where nothing is delivered', () => {
  const papers = { measures: measuresPaper, dpia, notice: staffNotice };
  it.each(Object.entries(papers))('%s says that what is erased was mailed before', (_, paper) => {
    const said = [policy, strictDefault].map((one) => toMarkdown(paper(one, writer)).includes('paper\\_kept\\_mailed'));
    expect(said).toEqual([false, true]);
  });
});

describe('text that people typed', () => {
  const anything = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
  const risky = fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '=cmd|x',
    '# h',
    '1. a',
    '- b',
    '`c`',
    '\n=1+1',
    '\t@x',
    '| a | b |',
  );

  it('is text in Markdown, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(risky, anything), async (typed) => {
        const row = await rowWith({ do: 'facts', facts: { description: typed, consequences: typed } });
        const named = { ...policy, firm: { name: typed }, breachContact: { name: typed, email: '', phone: '' } };
        for (const paper of [
          answerSheet(row, named, writer, now),
          letterDraft(row, named, writer),
          dpia(named, writer),
        ]) {
          const text = toMarkdown(paper);
          expect(text).not.toMatch(/(?<!\\)[<>`[]/);
          const headings = text.split('\n').filter((line) => /^#/.test(line));
          expect(headings).toHaveLength(1 + paper.sections.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('begins no formula in CSV, in any field of the work', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(risky, anything), async (typed) => {
        const row = await rowWith(
          { do: 'facts', facts: { description: typed, consequences: typed } },
          { do: 'decide', risk: 'risk', reasoning: typed },
          { do: 'hold', isHeld: true, why: typed },
          { do: 'action', action: uuid(8), what: typed, owner: typed },
          { ...told, authority: typed, reference: typed },
          { do: 'aware', at: 1, basis: typed, who: typed },
        );
        for (const cell of cellsOf(toCsv([row], t))) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
      { numRuns: 200 },
    );
  });
});

/** RFC 4180, read back. */
function cellsOf(csv: string): string[] {
  return [...csv.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

it('an incident that knows when its sender was trained says so', async () => {
  const [row] = rowsOf(await chainOf([incidentEntry(1, { trainedAt: Date.parse('2026-09-01T00:00:00Z') })]));
  expect(answered(answerSheet(row!, policy, writer, now), 'sheet_training')).toEqual(['2026-09-01']);
  expect(incident(1).trainedAt).toBeUndefined();
});
