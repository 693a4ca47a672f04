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
  let cell: Cell = noCell;
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
    const column = cell.column > 0 && cell.column <= mostColumns ? cell.column - 1 : row.length;
    reading.spend(cellCost * (column + 1 - row.length));
    while (row.length < column) row.push('');
    row[column] = shown;
    isFilled = true;
  };
  const showCell = () => {
    switch (cell.type) {
      case 's': {
        const index = Number(value);
        used[index] = 1;
        return sharedStrings[index] ?? '';
      }
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
        return value === '' ? '' : (formats[cell.style] ?? generalNumber)(value);
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
          cell = readCell(attributes);
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

/** What the attributes of a cell say. */
interface Cell {
  /** From 1; 0 where none is said. */
  column: number;
  style: number;
  type: string;
}

const noCell: Cell = { column: 0, style: 0, type: '' };

/** `attribute` for a million cells: `r="BC12" s="3" t="str"`, in one go. */
function readCell(attributes: string): Cell {
  const cell = { ...noCell };
  for (let at = 0; ; ) {
    const equals = attributes.indexOf('=', at);
    if (equals < 0) return cell;
    let nameEnd = equals;
    while (attributes.charCodeAt(nameEnd - 1) <= 0x20) nameEnd--;
    let from = equals + 1;
    while (attributes.charCodeAt(from) <= 0x20) from++;
    const end = attributes.indexOf(attributes.charAt(from++), from);
    if (end < 0) return cell;
    at = end + 1;
    // Each of the three is a single letter.
    if (attributes.charCodeAt(nameEnd - 2) > 0x20) continue;
    switch (attributes.charCodeAt(nameEnd - 1)) {
      case 0x72:
        cell.column = columnOf(attributes, from, end);
        break;
      case 0x73:
        cell.style = Number(attributes.slice(from, end));
        break;
      case 0x74:
        cell.type = attributes.slice(from, end);
    }
  }
}

/** `BC12` → 55. Without letters 0. */
function columnOf(text: string, from: number, end: number): number {
  let column = 0;
  for (let at = from; at < end; at++) {
    const letter = (text.charCodeAt(at) & ~0x20) - 0x40;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}

/** In strings of a workbook any character may be written `_x0040_`. ECMA-376 part 1, 22.9.2.19. */
export const unescapeString = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
