// What the cells of all sheets need to be shown: shared strings, number formats, the date system, the names of the sheets.
// ECMA-376 part 1, 18.2 (workbook), 18.4 (shared strings), 18.8 (styles)
import type { Reading } from '../reading.ts';
import { attribute, type XmlHandler } from '../xml.ts';
import { formulaTexts } from './formula-texts.ts';
import { type DateSystem, type NumberFormat, numberFormat } from './number-format.ts';
import { unescapeString } from './sheet.ts';

export interface WorkbookScan extends XmlHandler {
  sheets: { name: string; relation: string }[];
  dateSystem: DateSystem;
  /** Words in the definitions of names. */
  asides: Set<string>;
}

export function createWorkbookScan(): WorkbookScan {
  let definition: string | undefined;
  const scan: WorkbookScan = {
    sheets: [],
    dateSystem: 1900,
    asides: new Set(),
    open(name, attributes) {
      if (name === 'definedName') definition = '';
      if (name === 'workbookPr' && /^(?:1|true|on)$/.test(attribute(attributes, 'date1904') ?? ''))
        scan.dateSystem = 1904;
      if (name !== 'sheet') return;
      scan.sheets.push({ name: attribute(attributes, 'name') ?? '', relation: attribute(attributes, 'id') ?? '' });
    },
    close(name) {
      if (name !== 'definedName') return;
      for (const said of formulaTexts(definition ?? '')) scan.asides.add(said);
      definition = undefined;
    },
    text(text) {
      if (definition !== undefined) definition += text;
    },
  };
  return scan;
}

/** Targets by relation id, as written. */
export function createRelationsScan(): XmlHandler & { targets: Map<string, string> } {
  const targets = new Map<string, string>();
  return {
    targets,
    open(name, attributes) {
      if (name === 'Relationship')
        targets.set(attribute(attributes, 'Id') ?? '', attribute(attributes, 'Target') ?? '');
    },
    close() {},
    text() {},
  };
}

/** Each string's characters, runs joined; pronunciation guides are not part of it. */
export function createStringsScan(reading: Reading): XmlHandler & { strings: string[] } {
  const strings: string[] = [];
  let inText = 0;
  let inPhonetic = 0;
  let current = '';
  return {
    strings,
    open(name) {
      if (name === 't') inText++;
      else if (name === 'rPh') inPhonetic++;
      else if (name === 'si') current = '';
    },
    close(name) {
      if (name === 't') inText--;
      else if (name === 'rPh') inPhonetic--;
      else if (name === 'si') {
        reading.spend(16);
        strings.push(unescapeString(current));
      }
    },
    text(text) {
      if (inText > 0 && inPhonetic === 0) current += text;
    },
  };
}

/** How each cell style shows numbers. Call `formats` after the whole part was scanned. */
export function createStylesScan(): XmlHandler & { formats(system: DateSystem): NumberFormat[] } {
  const codes = new Map<number, string>();
  const cellFormats: number[] = [];
  let inCellFormats = false;
  return {
    open(name, attributes) {
      if (name === 'numFmt')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) cellFormats.push(Number(attribute(attributes, 'numFmtId') ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text() {},
    formats: (system) => cellFormats.map((id) => numberFormat(id, codes.get(id), system)),
  };
}
