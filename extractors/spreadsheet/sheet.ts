// One worksheet as rows of shown values, streamed: hidden rows, columns and sheets are rows like any other.
// ECMA-376 part 1, 18.3 (SpreadsheetML worksheets)
import type { Reading } from '../reading.ts';
import { attribute, type XmlHandler } from '../xml.ts';
import { formulaTexts } from './formula-texts.ts';
import { generalNumber, type NumberFormat } from './number-format.ts';

export interface WorkbookStyle {
  sharedStrings: string[];
  /** One for each shared string: 1 once a cell has shown it. */
  used: Uint8Array;
  /** By the cell's style index. */
  formats: NumberFormat[];
}

export interface SheetScan extends XmlHandler {
  rows: string[][];
  /** Headers, footers, lists to choose from, words in formulas: text of the sheet that stands in no cell. */
  asides: Set<string>;
}

const mostColumns = 16_384;
/** What a cell takes in memory beside its characters. */
const cellCost = 16;

export function createSheetScan({ sharedStrings, used, formats }: WorkbookStyle, reading: Reading): SheetScan {
  const rows: string[][] = [];
  const asides = new Set<string>();
  let row: string[] = [];
  let rowNumber = 0;
  let isFilled = false;
  let cell = '';
  let inCell = false;
  /** Inside an element whose text is the cell's value. */
  let inValue = 0;
  let inPhonetic = 0;
  let inFormula = 0;
  let formula = '';
  let value = '';

  const startRow = (attributes: string) => {
    const number = Number(attribute(attributes, 'r')) || rowNumber + 1;
    // A blank row parts two tables on one sheet; more than one says no more.
    if (number > rowNumber + 1 && rows.length > 0 && rows.at(-1)!.length > 0) rows.push([]);
    rowNumber = number;
    row = [];
    isFilled = false;
  };
  const endCell = () => {
    inCell = false;
    const shown = showCell();
    value = '';
    if (shown === '') return;
    const column = columnOf(quick(cell, ' r="'), row.length);
    reading.spend(cellCost * (column + 1 - row.length));
    while (row.length < column) row.push('');
    row[column] = shown;
    isFilled = true;
  };
  const showCell = () => {
    switch (quick(cell, ' t="')) {
      case 's':
        used[Number(value)] = 1;
        return sharedStrings[Number(value)] ?? '';
      case 'str':
      case 'inlineStr':
        return unescapeString(value);
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      case 'e':
        return value;
      case 'd':
        return value.replace(/T00:00:00(?:\.0+)?Z?$/, '');
      default:
        return value === '' ? '' : (formats[Number(quick(cell, ' s="') || 0)] ?? generalNumber)(value);
    }
  };

  return {
    rows,
    asides,
    open(name, attributes) {
      switch (name) {
        case 'row':
          return startRow(attributes);
        case 'c':
          cell = usualSpelling(attributes);
          value = '';
          inCell = true;
          return;
        case 'v':
        case 't':
          inValue++;
          return;
        case 'rPh':
          inPhonetic++;
          return;
        case 'f':
          inFormula++;
          return;
        case 'hyperlink':
          for (const key of ['tooltip', 'display', 'location']) addTo(asides, attribute(attributes, key));
      }
    },
    close(name) {
      switch (name) {
        case 'c':
          return endCell();
        case 'row':
          if (isFilled) rows.push(row);
          return;
        case 'v':
        case 't':
          inValue--;
          return;
        case 'rPh':
          inPhonetic--;
          return;
        case 'f':
          inFormula--;
          for (const said of formulaTexts(formula)) asides.add(said);
          formula = '';
          return;
        default:
          if (inCell) return;
          addTo(asides, withoutCodes(value));
          value = '';
      }
    },
    text(text) {
      if (inFormula > 0) formula += text;
      else if (inCell) {
        if (inValue > 0 && inPhonetic === 0) value += text;
      } else if (text.trim() !== '') value += text;
    },
  };
}

function addTo(asides: Set<string>, text = ''): void {
  if (text.trim() !== '') asides.add(text.trim());
}

/** Headers and footers: `&L`, `&"Arial,Bold"`, `&12` say where and how, not what. */
const withoutCodes = (text: string) => (text.includes('&') ? text.replace(/&(?:"[^"]*"|\d+|[A-Za-z])/g, ' ') : text);

/** The attributes a cell can have, spelled the way nearly all programs do, so that `quick` finds them. */
function usualSpelling(attributes: string): string {
  if (!attributes.includes("'") && !attributes.includes(' =')) return attributes;
  return ['r', 's', 't'].map((name) => ` ${name}="${attribute(attributes, name) ?? ''}"`).join('');
}

/** `attribute` for a million cells: `start` is the name as in ` r="`. Empty where it is not there. */
function quick(attributes: string, start: string): string {
  const at = attributes.indexOf(start);
  if (at < 0) return '';
  const from = at + start.length;
  return attributes.slice(from, attributes.indexOf('"', from));
}

/** `BC12` → 54. Without a reference the next free column. */
function columnOf(reference: string, next: number): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = (reference.charCodeAt(at) & ~0x20) - 0x40;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 || column > mostColumns ? next : column - 1;
}

/** In strings of a workbook any character may be written `_x0040_`. ECMA-376 part 1, 22.9.2.19. */
export const unescapeString = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
