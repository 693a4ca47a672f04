// One shape for every paper the register writes: shown on a page, printed, or copied as Markdown (https://spec.commonmark.org/).
import type { PolicyReason } from '../../policy/entries.ts';
import { countMethods } from '../../scan/people/people.ts';

/** Words in the reader's language. `t` gives a message by key; the rest are dates and numbers as that language writes them. */
export interface Writer {
  t(key: string, substitutions?: string[]): string;
  time(at: number): string;
  day(at: number): string;
  number(value: number): string;
  /** A reason as people read it. */
  reason(reason: PolicyReason): string;
}

export interface Pair {
  term: string;
  lines: string[];
  /** Nobody has said it yet, and it will be asked for. */
  isMissing?: boolean;
  /** What a reader must know of the lines. */
  note?: string;
}

export interface Section {
  heading: string;
  paragraphs?: string[];
  list?: string[];
  pairs?: Pair[];
  table?: { columns: string[]; rows: string[][] };
}

export interface Paper {
  title: string;
  lead: string[];
  sections: Section[];
}

/** What a paper cannot know from the policy. */
export interface Kept {
  /** Days after which the firm's own register erases a case. */
  registerDays?: number;
}

/** A message key for an option: dashes become underscores. */
export function optionKey(field: string, option: string): string {
  return `${field}_${option.replaceAll('-', '_')}`;
}

/** What a rule, kind or webmail is called. A newer Gatehouse may have recorded one that has no name here, and that is said. */
export function nameOf(t: Writer['t'], field: string, id: string): string {
  const key = optionKey(field, id);
  const name = t(key);
  return name === key ? t('name_unknown', [id]) : name;
}

/** Whether these are the program's own words for how people were counted, as the record holds them. */
export function isOwnCount(method: string): boolean {
  return method.split(', ').every((one) => (countMethods as readonly string[]).includes(one));
}

/** How people were counted: in the reader's language, or as somebody wrote it. */
export function countLines(t: Writer['t'], method: string): string[] {
  if (isOwnCount(method)) return method.split(', ').map((one) => t(optionKey('register_how', one)));
  return method === '' ? [] : [method];
}

export function toMarkdown({ title, lead, sections }: Paper): string {
  const blocks = [`# ${line(title)}`, ...lead.map(line), ...sections.flatMap(sectionBlocks)];
  return `${blocks.join('\n\n')}\n`;
}

function sectionBlocks({ heading, paragraphs = [], list = [], pairs = [], table }: Section): string[] {
  return [
    `## ${line(heading)}`,
    ...paragraphs.map(line),
    ...(list.length > 0 ? [list.map((item) => `- ${line(item)}`).join('\n')] : []),
    ...pairs.map(({ term, lines, note }) => {
      const under = note === undefined ? [] : [`*${line(note)}*`];
      return `**${line(term)}**\n\n${[...lines.map(line), ...under].join('  \n') || '…'}`;
    }),
    ...(table ? [markdownTable(table)] : []),
  ];
}

function markdownTable({ columns, rows }: NonNullable<Section['table']>): string {
  const row = (cells: string[]) => `| ${cells.map((cell) => line(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(columns), row(columns.map(() => '---')), ...rows.map(row)].join('\n');
}

/** On one line, and nothing in it that a reader of Markdown would run, link or draw. */
function line(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\\`*_[\]<>#|]/g, (mark) => (mark === '|' ? mark : `\\${mark}`))
    .replace(/^(\s*)([-+]|\d+\.)(\s)/, '$1\\$2$3');
}
