// The step a form makes of what stands in it.
import { describe, expect, it } from 'vitest';
import { factWords } from '@/components/register/work/fact-words.ts';
import { action } from '@/components/register/work/forms/action.ts';
import { authority } from '@/components/register/work/forms/authority.ts';
import { aware } from '@/components/register/work/forms/aware.ts';
import { facts } from '@/components/register/work/forms/facts.ts';
import {
  editedIn,
  problemsIn,
  type StepOf,
  type Values,
  type WorkForm,
} from '@/components/register/work/forms/form.ts';
import { hold } from '@/components/register/work/forms/hold.ts';
import { caseOf } from '@/incidents/case.ts';
import { rowsOf } from '@/incidents/joining.ts';
import type { Change } from '@/incidents/work.ts';
import { chainOf, incidentEntry, t as keys, reportEntry, workEntry } from '../incidents/entries.ts';
import { translateIn } from './messages.ts';

const t = translateIn('en');

const rowWith = async (changes: readonly Change[], entry = incidentEntry(1)) =>
  rowsOf(await chainOf([entry, ...changes.map((change, at) => workEntry(at + 1, 1, change))]))[0]!;

/** What is recorded when `typed` was put into the form of a case with `before` said. */
async function stepOf(before: readonly Change[], typed: Values, entry = incidentEntry(1)): Promise<Change | undefined> {
  const row = await rowWith(before, entry);
  const found = caseOf(row);
  const initial = facts.initial(row, found, 0);
  const values = { ...initial, ...typed };
  const rest: Omit<StepOf, 'edited'> = { row, found, newId: () => '', act: 'save' };
  return facts.change(values, { ...rest, edited: editedIn(initial, values) });
}

const say = (said: Extract<Change, { do: 'facts' }>['facts']): Change => ({ do: 'facts', facts: said });

describe('what is wrong with a form', () => {
  const now = new Date('2026-11-21T09:00').getTime();
  const told = { authority: 'ICO', phase: 'initial', told_at: '2026-11-21T09:00' };
  it.each<[string, WorkForm, Values, object]>([
    ['nothing: told this minute', authority, told, {}],
    ['told next week', authority, { ...told, told_at: '2026-11-28T09:00' }, { told_at: 'work_future' }],
    ['told at no time', authority, { ...told, told_at: 'soon' }, { told_at: 'work_missing' }],
    ['nobody was told', authority, { ...told, authority: ' ' }, { authority: 'work_missing' }],
    ['known since tomorrow', aware, { aware_at: '2026-11-22T09:00', aware_basis: 'b' }, { aware_at: 'work_future' }],
    ['happens later', facts, { occurredFrom: '2026-11-21T10:00' }, { occurredFrom: 'work_future' }],
    ['nothing: an action is for later', action, { action_what: 'w', action_owner: 'o', action_due: '2026-12-24' }, {}],
  ])('%s', async (_, form, values, problems) => {
    const row = await rowWith([]);
    expect(problemsIn(form.fields(row, caseOf(row)), values, now)).toEqual(problems);
  });
});

describe('the form of facts', () => {
  it.each<[string, Change[], Values, object | undefined]>([
    ['nothing, where nothing was changed', [say({ asProcessor: true, description: 'd' })], {}, undefined],
    ['what was changed, alone', [say({ description: 'd' })], { cause: 'lost' }, { facts: { cause: 'lost' } }],
    ['no', [], { asProcessor: 'no' }, { facts: { asProcessor: false } }],
    ['yes', [say({ crossBorder: false })], { crossBorder: 'yes' }, { facts: { crossBorder: true } }],
    ['neither any more', [say({ crossBorder: true })], { crossBorder: '' }, { facts: {}, cleared: ['crossBorder'] }],
    ['a text emptied', [say({ description: 'd' })], { description: ' ' }, { facts: {}, cleared: ['description'] }],
    ['a time emptied', [], { occurredFrom: '' }, { facts: {}, cleared: ['occurredFrom'] }],
    ['a number emptied', [], { records: '' }, { facts: {}, cleared: ['records'] }],
    ['a list emptied', [], { dataCategories: [] }, { facts: {}, cleared: ['dataCategories'] }],
    [
      'a list in another order: nothing',
      [say({ breachTypes: ['integrity', 'availability'] })],
      {
        breachTypes: ['availability', 'integrity'],
      },
      undefined,
    ],
    [
      'a count, with how it was counted',
      [say({ people: { min: 1, estimate: 2, max: 3, method: 'by hand' } })],
      {
        people_estimate: '4',
      },
      { facts: { people: { min: 1, estimate: 4, max: 4, method: 'by hand' } } },
    ],
    [
      'a count by a person, no more as the program counted',
      [],
      { people_estimate: '955' },
      {
        facts: { people: { min: 950, estimate: 955, max: 960, method: '' } },
      },
    ],
    [
      'how it was counted',
      [],
      { people_method: 'by hand' },
      {
        facts: { people: { min: 950, estimate: 957, max: 960, method: 'by hand' } },
      },
    ],
    [
      'a count emptied',
      [],
      { people_min: '', people_estimate: '', people_max: '' },
      { facts: {}, cleared: ['people'] },
    ],
    [
      'what was confirmed, to the second',
      [],
      { confirmed: ['occurredFrom', 'people_method'] },
      {
        facts: {
          occurredFrom: Date.parse('2026-11-21T14:04:00Z'),
          people: { min: 950, estimate: 957, max: 960, method: 'table-rows' },
        },
      },
    ],
    [
      'what was changed after it was confirmed',
      [],
      { confirmed: ['medium'], medium: 'paper' },
      {
        facts: { medium: 'paper' },
      },
    ],
  ])('says %s', async (_, before, typed, expected) => {
    expect(await stepOf(before, typed)).toEqual(expected && { do: 'facts', ...expected });
  });

  it('offers to confirm what the record fills in, and no more what was said', async () => {
    const offered = async (changes: Change[]) => facts.unconfirmed!(caseOf(await rowWith(changes))).flat();
    expect(await offered([])).toEqual([
      ...['breachTypes', 'occurredFrom', 'occurredUntil', 'medium', 'dataCategories'],
      ...['people_min', 'people_estimate', 'people_max', 'people_method', 'records', 'recipient', 'recovered'],
    ]);
    expect(await offered([say({ medium: 'mail', dataCategories: [] })])).not.toContain('medium');
  });

  it('asks for the likely number where only its range is given', () => {
    expect(facts.missing!({ people_max: '9' }, 'save')).toEqual(['people_estimate']);
    expect(facts.missing!({ people_max: '9', people_estimate: '3' }, 'save')).toEqual([]);
  });

  it('leaves open how many a report is about, where it is no number', async () => {
    const row = await rowWith([], reportEntry(1, { people: 'many' }));
    expect(facts.initial(row, caseOf(row), 0)).toMatchObject({ people_min: '', people_estimate: '', people_max: '' });
  });
});

describe('a step about facts in the timeline', () => {
  it('says each field and its value, and what was taken out', () => {
    const step: Extract<Change, { do: 'facts' }> = {
      do: 'facts',
      facts: { cause: 'lost', asProcessor: false, people: { min: 1, estimate: 2, max: 3, method: 'vcards' } },
      cleared: ['records'],
    };
    expect(factWords(t, step)).toBe(
      [
        `${t('field_cause')}: ${t('cause_lost')}`,
        `${t('sheet_people')}: ${t('sheet_people_range', ['1', '2', '3'])}, ${t('register_how_vcards')}`,
        `${t('field_as_processor')}: ${t('no')}`,
        t('timeline_fact_cleared', [t('field_records')]),
      ].join('; '),
    );
    expect(factWords(keys, { do: 'facts', facts: { description: 'as it was' } })).toContain('as it was');
  });
});

describe('the form of a legal hold', () => {
  const on: Change = { do: 'hold', isHeld: true, why: 'court' };
  it('has a button to hold, and while it holds one to end it', async () => {
    expect(hold.acts!(caseOf(await rowWith([])))).toEqual(['hold_on']);
    expect(hold.acts!(caseOf(await rowWith([on])))).toEqual(['hold_on', 'hold_off']);
  });

  it.each([
    ['hold_on', 'court', true],
    ['hold_off', 'settled', false],
  ])('%s is what was pressed, whatever stood there', async (act, why, isHeld) => {
    const row = await rowWith([]);
    const step = { row, found: caseOf(row), newId: () => '', edited: new Set<string>(), act };
    expect(hold.change({ hold_why: why }, step)).toEqual({ do: 'hold', isHeld, why });
  });

  it('holds nothing without a reason', () => {
    expect(hold.missing!({ hold_why: ' ' }, 'hold_on')).toEqual(['hold_why']);
    expect(hold.missing!({ hold_why: '' }, 'hold_off')).toEqual([]);
  });
});
