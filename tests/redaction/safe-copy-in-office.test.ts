// A safe copy opened by a real office program: what is about nobody stands where it stood and still calculates, what was about people is gone.
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateClients } from '../../benchmarks/corpus/clients.ts';
import { defaultLimits } from '../../extractors/limits.ts';
import { safeCopy } from '../../redaction/safe-copy.ts';
import { convert, hasOffice } from '../libre-office.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-safe-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const clients = generateClients(12, 4);
const last = clients.length + 1;
const urn = (name: string) => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;
const text = (value: string) =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const pounds = (value: number) =>
  `<table:table-cell table:style-name="money" office:value-type="float" office:value="${value}"/>`;
const formula = (what: string) => `<table:table-cell table:style-name="money" table:formula="of:=${what}"/>`;
const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
const people = [
  row(...['Name', 'E-mail', 'Phone', 'Spent'].map(text)),
  ...clients.map(({ name, email, phone }, at) => row(text(name), text(email), text(phone), pounds(100.5 + at))),
].join('');
const table = (name: string, rows: string, isHidden = false) =>
  `<table:table table:name="${name}"${isHidden ? ' table:style-name="hidden"' : ''}>${rows}</table:table>`;

/** People with what they spent, its sum; prices about nobody that calculate with it; the people once more, hidden. */
const workbook = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="${urn('office')}" xmlns:style="${urn('style')}" xmlns:text="${urn('text')}" xmlns:table="${urn('table')}" xmlns:number="${urn('datastyle')}" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>
<number:number-style style:name="gbp"><number:text>£</number:text><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<style:style style:name="money" style:family="table-cell" style:data-style-name="gbp"/>
<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet>${table('Clients', people + row(text('Total'), text(''), text(''), formula(`SUM([.D2:.D${last}])`)))}${table(
  'Prices',
  row(text('Item'), text('Price')) +
    row(text('Soap'), pounds(3.5)) +
    row(text('Each'), formula(`[$Clients.D${last + 1}]/[.B2]`)),
)}${table('Before', people, true)}</office:spreadsheet></office:body></office:document>`;

const path = (name: string) => join(folder, name);
const opened = (name: string) => readFileSync(path(name), 'utf8');
/** Every sheet, as shown: `name-Sheet.csv`. */
const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1';

const formats = ['ods', 'xlsx'] as const;

/** Every step for all formats at once: the program takes seconds to start. */
async function make(): Promise<void> {
  writeFileSync(path('before.fods'), workbook);
  for (const format of formats) {
    convert(folder, [path('before.fods')], format);
    renameSync(path(`before.${format}`), path(`${format}.${format}`));
    const file = new Blob([readFileSync(path(`${format}.${format}`))]);
    const limits = defaultLimits(Date.now());
    const { signal } = new AbortController();
    const copy = await safeCopy(file, `${format}.${format}`, 'remove', {
      limits,
      signal,
      session: 7,
      label: (kind) => kind,
    });
    if ('why' in copy) throw new Error(copy.why);
    writeFileSync(path(`safe-${format}.${format}`), new Uint8Array(await copy.content.arrayBuffer()));
  }
  const copies = formats.map((format) => path(`safe-${format}.${format}`));
  convert(folder, [...formats.map((format) => path(`${format}.${format}`)), ...copies], everySheet);
  convert(folder, copies, 'fods');
}

describe.skipIf(!hasOffice)('a safe copy in LibreOffice', () => {
  beforeAll(make, 300_000);

  it.each(formats)('%s: cells, sheets, formats and formulas', (format) => {
    const rows = (name: string) => opened(name).trimEnd().split('\n');
    const before = rows(`${format}-Clients.csv`);
    const after = rows(`safe-${format}-Clients.csv`);
    expect(after).toHaveLength(before.length);
    expect(after[0]).toBe(before[0]);
    expect(after.at(-1)).toBe('Total,,,"£1,272.00"');
    const spent = (line: string) => line.split(',').at(-1);
    expect(after.map(spent)).toEqual(before.map(spent));
    for (const line of after.slice(1, -1)) expect(line).toMatch(/^\[name\],\[email\],\[phone\],£1\d\d\.50$/);
    expect(rows(`safe-${format}-Prices.csv`)).toEqual(rows(`${format}-Prices.csv`));
    expect(rows(`safe-${format}-Prices.csv`).at(-1)).toBe('Each,£363.43');

    const flat = opened(`safe-${format}.fods`);
    expect(flat).toContain(`of:=SUM([.D2:.D${last}])`);
    expect(flat).toContain(`of:=[$Clients.D${last + 1}]/[.B2]`);
    expect(flat).toContain('table:name="Before"');
    for (const { name, email, phone } of clients)
      for (const value of [name, email, phone]) expect(flat).not.toContain(value);
  });
});
