// Excel workbooks (XLSX, XLSM, XLTX): every sheet, hidden or not, as a table of shown values; pivot caches as tables; comments,
// headers and footers, text boxes, links, words in formulas, texts no cell shows any more and properties as text. Streamed, so that memory holds the values and no XML.
import type { Part, Table } from '../scan/part.ts';
import type { Extractor } from './extractor.ts';
import {
  isXml,
  normalPath,
  type OfficePart,
  officeParts,
  readEmbedded,
  type Shares,
  scanPart,
} from './office-package.ts';
import { createOfficeText } from './office-text.ts';
import { createPivotDefinition, createPivotRecords } from './spreadsheet/pivot-cache.ts';
import { createSheetScan, type WorkbookStyle } from './spreadsheet/sheet.ts';
import {
  createRelationsScan,
  createStringsScan,
  createStylesScan,
  createWorkbookScan,
} from './spreadsheet/workbook.ts';
import type { XmlHandler } from './xml.ts';

const mainType = /spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.(?:sheet|template|addin)\.macroenabled/i;
const sheetType = /spreadsheetml\.(?:worksheet|dialogsheet)\+xml|ms-excel\.(?:intl)?macrosheet\+xml/;

export const xlsx: Extractor = {
  id: 'xlsx',
  accepts: ({ archive }) => archive !== undefined && mainType.test(archive.contentTypes),
  async extract(source, reading) {
    const tables: Table[] = [];
    const texts: string[] = [];
    const part: Part = { name: source.name, type: 'xlsx', tables };
    const parts = officeParts(source);
    /** Scans one part; what is wrong with it does not keep the others from being read. */
    const scan = async <H extends XmlHandler>(one: OfficePart | undefined, handler: H, shares?: Shares): Promise<H> => {
      try {
        if (one) await scanPart(source, one, handler, reading, shares);
      } catch (problem) {
        part.unreadable ??= reading.reasonFor(problem);
      }
      return handler;
    };
    const read = new Set<OfficePart>();
    const withType = (type: RegExp) => {
      const found = parts.filter((one) => type.test(one.type));
      for (const one of found) read.add(one);
      return found;
    };

    const [workbookPart] = withType(mainType);
    const workbook = await scan(workbookPart, createWorkbookScan());
    const nameOf = await sheetNames(workbookPart, parts, workbook.sheets, scan);
    const sheets = inOrder(withType(sheetType), nameOf);
    const [stringsPart] = withType(/spreadsheetml\.sharedstrings\+xml/);
    let done = stringsPart?.entry.packed ?? 0;
    const total = sheets.reduce((sum, sheet) => sum + sheet.entry.packed, done + 1);

    const styles = await scan(withType(/spreadsheetml\.styles\+xml/)[0], createStylesScan());
    const { strings } = await scan(stringsPart, createStringsScan(reading), [0, done / total]);
    const style: WorkbookStyle = {
      sharedStrings: strings,
      used: new Uint8Array(strings.length),
      formats: styles.formats(workbook.dateSystem),
    };
    for (const sheet of sheets) {
      const cells = createSheetScan(style, reading);
      await scan(sheet, cells, [done / total, (done + sheet.entry.packed) / total]);
      if (cells.rows.length > 0) tables.push({ name: nameOf.get(sheet.path) ?? sheet.path, rows: cells.rows });
      texts.push([...cells.asides].join('\n'));
      done += sheet.entry.packed;
      reading.progress(done / total);
    }
    texts.push(
      [...workbook.asides].join('\n'),
      style.sharedStrings.filter((_, index) => !style.used[index]).join('\n'),
    );
    for (const definitionPart of withType(/spreadsheetml\.pivotcachedefinition\+xml/)) {
      const definition = await scan(definitionPart, createPivotDefinition());
      const [recordsPart] = parts.filter((one) => one.path === recordsPath(definitionPart.path));
      const records = await scan(recordsPart, createPivotRecords(definition));
      if (recordsPart) read.add(recordsPart);
      texts.push(definition.fields.flatMap((field) => field.shared).join('\n'));
      if (records.rows.length > 1) tables.push({ name: definitionPart.path, rows: records.rows });
    }
    for (const other of parts.filter((one) => isXml(one) && !read.has(one)))
      texts.push((await scan(other, createOfficeText())).finish());

    const text = texts.filter(Boolean).join('\n\n');
    if (text !== '') part.text = text;
    const children = await readEmbedded(
      source,
      parts.filter((one) => !isXml(one) && !read.has(one)),
      reading,
    );
    if (children.length > 0) part.children = children;
    return part;
  },
};

type Scan = <H extends XmlHandler>(one: OfficePart | undefined, handler: H, shares?: Shares) => Promise<H>;

/** The names of the sheets by the path of their parts, in the workbook's order. */
async function sheetNames(
  workbook: OfficePart | undefined,
  parts: OfficePart[],
  sheets: { name: string; relation: string }[],
  scan: Scan,
): Promise<Map<string, string>> {
  const [folder, file] = splitPath(workbook?.path ?? '');
  const relationsPart = parts.find((one) => one.path === `${folder}_rels/${file}.rels`);
  const { targets } = await scan(relationsPart, createRelationsScan());
  return new Map(
    sheets.flatMap(({ name, relation }) => {
      const target = targets.get(relation);
      if (target === undefined) return [];
      return [[normalPath(target.startsWith('/') ? target : folder + target), name]];
    }),
  );
}

/** Sheets that the workbook does not name come last, but they come. */
function inOrder(sheets: OfficePart[], names: Map<string, string>): OfficePart[] {
  const order = [...names.keys()];
  const place = (sheet: OfficePart) => (order.indexOf(sheet.path) + 1 || order.length + 1) - 1;
  return sheets.sort((a, b) => place(a) - place(b));
}

const recordsPath = (definition: string) => definition.replace(/definition(\d*\.xml)$/, 'records$1');

function splitPath(path: string): [folder: string, file: string] {
  const slash = path.lastIndexOf('/') + 1;
  return [path.slice(0, slash), path.slice(slash)];
}
