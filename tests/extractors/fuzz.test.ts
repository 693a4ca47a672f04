// Real files, damaged at random: whatever comes of it, it is an answer, in time. Seeded; FUZZ_RUNS sets how many (default 400).
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../benchmarks/corpus/random.ts';
import { extract, extractors } from '../../extractors/index.ts';
import { defaultLimits } from '../../extractors/limits.ts';
import type { Part } from '../../scan/part.ts';
import { workbook } from '../../scripts/fixture-documents.ts';
import { processorTimeSince } from '../growth.ts';
import { joined } from './archive-writer.ts';
import { workbook as binaryWorkbook, cell, record } from './binary-workbook-writer.ts';
import { clientRows, fewClients, header } from './client-rows.ts';
import { mutations } from './mutations.ts';
import { writeMessage } from './outlook-writer.ts';
import { fixture, read } from './read.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

const runs = Number(process.env.FUZZ_RUNS ?? 400);
const names = [
  'story.doc',
  'story.ppt',
  'hidden.xls',
  'story.rtf',
  'clients-957.json',
  'clients-957.xml',
  'clients-957.mbox',
  'clients-957.vcf',
  'clients-957.csv.gz',
  'story.pdf',
  'sheet.pdf',
  'attached.pdf',
  'story.odt',
  'story.odp',
  'hidden.ods',
  'story.pptx',
  'nested.eml',
  'nested.tar.gz',
  'clients-957.tar',
  'hidden.xlsx',
  'story.docx',
  'serials.xlsx',
  'nested.zip',
  'encrypted.zip',
  'password.xlsx',
  'old.xls',
  'utf-16.csv',
  'windows-1252.csv',
];
const few = [header, ...clientRows(fewClients())];
const cellsOf = (tag: string) => few.map((row) => row.map((value) => `<${tag}>${value}</${tag}>`).join(''));
/** Formats that no program at hand writes, or that are text. */
const written: Record<string, () => Uint8Array> = {
  msg: () =>
    writeMessage({
      properties: { 55: 'The list', 4096: few.map((row) => row.join('\t')).join('\n') },
      recipients: [{ 12289: 'Pat Reader', 14846: 'pat.reader@firm.example' }],
      attachments: [{ properties: { 14087: 'clients.zip', 14081: fixture('clients-957.zip') } }],
    }),
  xlsb: () =>
    binaryWorkbook(
      joined(
        few.flatMap((row, at) => [
          record(0, ['u32', at]),
          ...row.map((value, column) => cell(6, column, 0, ['text', value])),
          cell(5, row.length, 1, ['f64', 18_264 + at]),
        ]),
      ),
    ),
  html: () => utf8(`<!doctype html><table><tr>${cellsOf('td').join('</tr><tr>')}</tr></table><!-- ${few[1]} -->`),
  ics: () =>
    utf8(
      `BEGIN:VCALENDAR\r\n${few.map(([, , , email]) => `BEGIN:VEVENT\r\nATTENDEE:mailto:${email}\r\nSUMMARY:Visit\r\nEND:VEVENT\r\n`).join('')}END:VCALENDAR\r\n`,
    ),
  'xml-2003': () =>
    utf8(
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table><Row>${cellsOf('Data').join('</Row><Row>').replaceAll('<Data>', '<Cell><Data>').replaceAll('</Data>', '</Data></Cell>')}</Row></Table></Worksheet></Workbook>`,
    ),
  fods: () => utf8(workbook({ sheets: [{ name: 'Flat', rows: few }] })),
  tsv: () => utf8(few.map((row) => row.join('\t')).join('\n')),
};
const samples = new Map<string, () => Uint8Array>([
  ...names.map((name) => [name, () => fixture(name)] as const),
  ...Object.entries(written),
]);
const budgetMs = 10_000;

function reasons(part: Part): (string | undefined)[] {
  return [part.unreadable, ...(part.children ?? []).flatMap(reasons)];
}

function hasContent(part: Part): boolean {
  return part.text !== undefined || part.tables !== undefined || part.children !== undefined;
}

function types(part: Part): string[] {
  return [part.type, ...(part.children ?? []).flatMap(types)];
}

describe('damaged files', () => {
  it('are made of files of every format that is read', async () => {
    const found = new Set<string>();
    for (const [name, bytes] of samples)
      for (const type of types(await read(bytes() as Uint8Array<ArrayBuffer>, name))) found.add(type);
    const missing = extractors.map(({ id }) => id).filter((id) => !found.has(id));
    // Known by their first bytes and not read: nothing to damage.
    expect(missing).toEqual(['recognised', 'ole']);
  }, 30_000);

  it(`end as an answer in time, ${runs} of them`, async () => {
    const random = createRandom(20_260);
    const originals = [...samples].map(([name, bytes]) => ({ name, bytes: bytes() }));
    for (let run = 0; run < runs; run++) {
      const original = random.pick(originals);
      const mutate = random.pick(mutations);
      const bytes = mutate(new Uint8Array(original.bytes), random);
      const context = `run ${run}: ${mutate.name} of ${original.name}`;
      const before = process.cpuUsage();
      const start = Date.now();
      const limits = { ...defaultLimits(start), deadline: start + budgetMs };
      const part = await extract(new Blob([bytes]), 'damaged', limits, new AbortController().signal, () => {});
      expect(processorTimeSince(before), context).toBeLessThan(budgetMs + 2_000);
      expect(reasons(part), context).not.toContain('error');
      expect(hasContent(part) || part.unreadable !== undefined, context).toBe(true);
    }
  }, 3_600_000);
});
