// The regulator's form, answered as far as the register can: the questions of https://ico.org.uk/for-organisations/report-a-breach/ and
// of GDPR Article 33(3), in plain words. An update in phases (33(4)) is the same sheet with only what has changed.
import type { Policy } from '../../policy/schema.ts';
import { type Case, caseOf } from '../case.ts';
import { clockOf } from '../clock.ts';
import { severityOf } from '../severity.ts';
import type { Row } from '../views.ts';
import type { FactName } from '../work.ts';
import { countLines, nameOf, optionKey, type Pair, type Paper, type Writer } from './document.ts';

interface About {
  row: Row;
  found: Case;
  policy: Policy;
  writer: Writer;
  /** Epoch milliseconds. */
  now: number;
}

/** Question → its answer; an empty answer is one that somebody must still give. `rests`: the facts it is made of. */
type Question = readonly [name: string, answer: (about: About) => string[], ...rests: FactName[]];

const sections: readonly (readonly [heading: string, questions: readonly Question[]])[] = [
  [
    'who',
    [
      ['reference', ({ found }) => [found.reference]],
      ['organisation', ({ policy }) => filled(policy.firm.name)],
      [
        'contact',
        ({
          policy: {
            breachContact: { name, role, email, phone },
          },
        }) => filled(name, role, email, phone),
      ],
    ],
  ],
  [
    'happened',
    [
      ['description', ({ found }) => filled(found.facts.description), 'description'],
      [
        'how',
        ({ found: { facts }, writer }) => [
          ...option(writer, 'cause', facts.cause),
          ...option(writer, 'medium', facts.medium),
        ],
        'cause',
        'medium',
      ],
      [
        'when',
        ({ found: { facts }, writer }) => range(writer, facts.occurredFrom, facts.occurredUntil),
        'occurredFrom',
        'occurredUntil',
      ],
      [
        'found',
        ({ found: { facts }, row, writer }) => [
          writer.time(row.at),
          ...filled(facts.detectedBy ?? detector(row, writer)),
        ],
      ],
      [
        'aware',
        ({ found: { aware }, writer }) =>
          aware ? [writer.time(aware.value.at), ...filled(aware.value.basis, aware.value.who)] : [],
      ],
      ['delay', ({ found: { facts } }) => filled(facts.delayReason)],
      [
        'recipient',
        ({ found: { facts }, writer }) =>
          facts.recipient && facts.recipient !== 'unknown' ? [writer.t(`destination_${facts.recipient}`)] : [],
        'recipient',
      ],
    ],
  ],
  [
    'data',
    [
      ['types', ({ found: { facts }, writer }) => options(writer, 'breach_type', facts.breachTypes), 'breachTypes'],
      [
        'categories',
        ({ found: { facts }, writer }) => options(writer, 'category', facts.dataCategories),
        'dataCategories',
      ],
      [
        'records',
        ({ found: { facts }, writer }) => (facts.records === undefined ? [] : [writer.number(facts.records)]),
        'records',
      ],
      ['people', people, 'people'],
      [
        'groups',
        ({ found: { facts }, writer }) => options(writer, 'subject_group', facts.subjectGroups),
        'subjectGroups',
      ],
    ],
  ],
  [
    'effects',
    [
      ['consequences', ({ found: { facts } }) => filled(facts.consequences)],
      ['likelihood', ({ found: { facts }, writer }) => option(writer, 'likelihood', facts.likelihood)],
      ['severity', severity],
      [
        'risk',
        ({ found: { decision }, writer }) =>
          decision ? [...option(writer, 'risk', decision.value.risk), ...filled(decision.value.reasoning)] : [],
      ],
    ],
  ],
  [
    'before',
    [
      ['measures', measures],
      [
        'training',
        ({ found: { facts }, writer }) => [
          ...filled(facts.staffRole),
          ...(facts.lastTraining === undefined ? [] : [writer.day(facts.lastTraining)]),
        ],
        'lastTraining',
      ],
    ],
  ],
  [
    'since',
    [
      [
        'recovered',
        ({ found: { facts }, writer }) =>
          facts.recovered === 'unknown' ? [] : option(writer, 'recovery', facts.recovered),
        'recovered',
      ],
      ['actions', ({ found, writer }) => found.actions.map((action) => actionLine(action, writer))],
      ['subjects', subjects],
      [
        'others',
        ({ found: { others }, writer }) =>
          others.map(({ value }) => [value.who, writer.day(value.at), value.how].filter(Boolean).join(', ')),
      ],
      [
        'processor',
        ({ found: { facts }, writer }) =>
          facts.asProcessor === undefined
            ? []
            : [
                writer.t(facts.asProcessor ? 'yes' : 'no'),
                ...(facts.controllerTold === undefined ? [] : [writer.time(facts.controllerTold)]),
              ],
      ],
      [
        'cross_border',
        ({ found: { facts }, writer }) =>
          facts.crossBorder === undefined ? [] : [writer.t(facts.crossBorder ? 'yes' : 'no')],
      ],
      [
        'authority',
        ({ found: { authority }, writer }) =>
          authority.map(({ value }) =>
            [value.authority, writer.t(optionKey('phase', value.phase)), writer.time(value.at), value.reference]
              .filter(Boolean)
              .join(', '),
          ),
      ],
    ],
  ],
];

const never = () => false;
/** Questions that need no answer in every case, and when they do. */
const needed: Readonly<Record<string, (about: About) => boolean>> = {
  delay: isLate,
  others: never,
  processor: never,
  cross_border: never,
  authority: never,
  actions: never,
  severity: never,
  recipient: never,
};

export const questionNames: readonly string[] = sections.flatMap(([, questions]) => questions.map(([name]) => name));
export const sheetSections: readonly string[] = sections.map(([heading]) => heading);

export function answerSheet(row: Row, policy: Policy, writer: Writer, now: number): Paper {
  const found = caseOf(row);
  const about = { row, found, policy, writer, now };
  return paper(writer.t('sheet_title', [found.reference]), [writer.t('sheet_lead')], about);
}

/** What has changed since the regulator was last told; undefined where nobody was told or nothing changed. */
export function phasedUpdate(row: Row, policy: Policy, writer: Writer, now: number): Paper | undefined {
  const told = row.works.findLastIndex((work) => work.change.do === 'authority' && !isUndone(row, work.id));
  if (told < 0) return undefined;
  const found = caseOf(row);
  const about = { row, found, policy, writer, now };
  const before = { ...about, found: caseOf(row, row.works.slice(0, told + 1)) };
  const last = found.authority.at(-1);
  const lead = [writer.t('sheet_update_lead', [last?.value.reference || '…', writer.time(last?.value.at ?? row.at)])];
  const update = paper(writer.t('sheet_update_title', [found.reference]), lead, about, before);
  return update.sections.length > 0 ? update : undefined;
}

function isUndone(row: Row, id: string): boolean {
  return caseOf(row).timeline.some(({ work, isUndone: out }) => work.id === id && out);
}

function paper(title: string, lead: string[], about: About, before?: About): Paper {
  const written = sections.map(([heading, questions]) => ({
    heading: about.writer.t(`sheet_section_${heading}`),
    pairs: questions.flatMap(([name, answer, ...rests]): Pair[] => {
      const lines = answer(about);
      if (before && lines.join('\n') === answer(before).join('\n')) return [];
      const isMissing = lines.length === 0 && (needed[name]?.(about) ?? true);
      const note = lines.length > 0 && rests.some((fact) => isUnsaid(about, fact));
      return [
        {
          ...{ term: about.writer.t(`sheet_${name}`), lines, isMissing },
          ...(note ? { note: about.writer.t('sheet_unconfirmed') } : {}),
        },
      ];
    }),
  }));
  return { title, lead, sections: written.filter(({ pairs }) => pairs.length > 0) };
}

/** Whether it stands here though no person who decides has said it. How many a report is about is in its own words. */
function isUnsaid({ row, found: { facts, said } }: About, fact: FactName): boolean {
  return !said.has(fact) && (facts[fact] !== undefined || (fact === 'people' && row.type === 'report'));
}

/** Told after the 72 hours, or not yet though they are over: a reason is owed, GDPR Article 33(1). */
function isLate({ found, now }: About): boolean {
  const clock = clockOf(found, now);
  return clock.phase === 'over' || (clock.phase === 'notified' && clock.lateBy > 0);
}

function people({ row, found: { facts, said }, writer }: About): string[] {
  if (row.type === 'report' && !said.has('people'))
    return row.report.people === 'unknown' ? [] : [writer.t(`report_people_${row.report.people}`)];
  if (!facts.people) return [];
  const { min, estimate, max, method } = facts.people;
  return [writer.t('sheet_people_range', [min, estimate, max].map(writer.number)), ...countLines(writer.t, method)];
}

function severity({ found, writer }: About): string[] {
  if (!found.severity) return [];
  const { score, severity: word } = severityOf(found.severity.value);
  return [writer.t('severity_line', [writer.number(score), writer.t(optionKey('severity', word))])];
}

function measures({ found: { facts }, row, writer }: About): string[] {
  if (facts.measuresBefore) return [facts.measuresBefore];
  if (row.type === 'report') return [];
  const { policy, verdict, choice } = row.incident;
  return [
    writer.t('sheet_measures_policy', [policy.version]),
    ...verdict.rules.map((rule) => nameOf(writer.t, 'rule', rule)),
    writer.t('sheet_measures_shown', [writer.t(`action_${verdict.action}`), writer.t(optionKey('choice', choice))]),
  ];
}

function subjects({ found, writer }: About): string[] {
  const told = found.subjects?.value;
  if (!told) return [];
  return [
    writer.t(optionKey('telling', told.told)),
    ...(told.at === undefined ? [] : [writer.day(told.at)]),
    ...filled(told.how),
    ...(told.exemption === 'none' ? [] : [writer.t(optionKey('exemption', told.exemption))]),
  ];
}

function actionLine({ what, owner, due, done }: Case['actions'][number], { t, day }: Writer): string {
  const state =
    done !== undefined
      ? t('action_done_on', [day(done)])
      : due === undefined
        ? t('action_open')
        : t('action_due_on', [day(due)]);
  return [what, owner, state].filter(Boolean).join(' · ');
}

function detector(row: Row, { t }: Writer): string {
  return t(row.type === 'incident' ? 'sheet_found_by_gatehouse' : 'sheet_found_by_report');
}

function range({ time }: Writer, from: number | undefined, until: number | undefined): string[] {
  return [...new Set([from, until].flatMap((at) => (at === undefined ? [] : [time(at)])))];
}

function option(writer: Writer, field: string, chosen: string | undefined): string[] {
  return chosen === undefined ? [] : [writer.t(optionKey(field, chosen))];
}

function options(writer: Writer, field: string, chosen: readonly string[] = []): string[] {
  return chosen.map((one) => writer.t(optionKey(field, one)));
}

function filled(...texts: (string | undefined)[]): string[] {
  return texts.flatMap((text) => (text?.trim() ? [text.trim()] : []));
}
