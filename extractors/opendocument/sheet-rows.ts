// The rows of one OpenDocument sheet as shown values; hidden rows and columns are rows and columns like any other. Cells and rows
// that say how often they repeat are repeated. OpenDocument 1.3 part 3, 9.1.2–9.1.5, 19.385 (value types)
import type { Reading } from '../reading.ts';
import { attribute } from '../xml.ts';

export interface SheetRows {
  rows: string[][];
  isInCell(): boolean;
  /** Whether the tag, or the text, was the sheet's own. */
  open(name: string, attributes: string): boolean;
  close(name: string): boolean;
  text(text: string): boolean;
}

/** What a cell takes in memory beside its characters. */
const cellCost = 16;
const mostColumns = 16_384;

export function createSheetRows(reading: Reading): SheetRows {
  const rows: string[][] = [];
  let row: string[] = [];
  let isFilled = false;
  let rowRepeats = 1;
  let cell = '';
  let inCell = false;
  let paragraphs = 0;
  let shown = '';
  let hasParagraph = false;
  /** Blank rows met since the last filled one: one is kept, because it parts two tables. */
  let isGap = false;

  const endCell = () => {
    inCell = false;
    const repeats = Math.min(mostColumns, quickNumber(cell, 'number-columns-repeated'));
    const value = shownValue(cell, shown);
    if (value === '') {
      pending += repeats;
      return;
    }
    reading.spend(cellCost * (pending + repeats));
    if (row.length + pending + repeats > mostColumns) return;
    while (pending > 0) {
      row.push('');
      pending--;
    }
    for (let count = 0; count < repeats; count++) row.push(value);
    isFilled = true;
  };
  /** Empty cells that come to nothing unless a filled one follows. */
  let pending = 0;

  return {
    rows,
    isInCell: () => inCell,
    open(name, attributes) {
      switch (name) {
        case 'table-row':
          row = [];
          pending = 0;
          isFilled = false;
          rowRepeats = quickNumber(attributes, 'number-rows-repeated');
          return true;
        case 'table-cell':
        case 'covered-table-cell':
          cell = attributes;
          shown = '';
          hasParagraph = false;
          inCell = true;
          return true;
        case 'p':
        case 'h':
          if (!inCell) return false;
          if (hasParagraph) shown += ' ';
          hasParagraph = true;
          paragraphs++;
          return true;
        case 's':
        case 'tab':
        case 'line-break':
          if (paragraphs === 0) return false;
          shown += ' ';
          return true;
        default:
          return false;
      }
    },
    close(name) {
      switch (name) {
        case 'table-row':
          if (!isFilled) {
            isGap ||= rows.length > 0;
            return true;
          }
          if (isGap) rows.push([]);
          isGap = false;
          reading.spend(cellCost * row.length * (rowRepeats - 1));
          for (let count = 0; count < rowRepeats; count++) rows.push(count === 0 ? row : [...row]);
          return true;
        case 'table-cell':
        case 'covered-table-cell':
          if (inCell) endCell();
          return true;
        case 'p':
        case 'h':
          if (paragraphs === 0) return false;
          paragraphs--;
          return true;
        default:
          return false;
      }
    },
    text(text) {
      if (paragraphs === 0) return false;
      shown += text;
      return true;
    },
  };
}

function quickNumber(attributes: string, name: string): number {
  return attributes.includes(name) ? Math.max(1, Math.floor(Number(attribute(attributes, name))) || 1) : 1;
}

/** Dates as YYYY-MM-DD, whatever they are shown as; numbers as shown, because that keeps the zeros of a telephone number. */
export function shownValue(cell: string, shown: string): string {
  if (cell.includes('date-value')) {
    const date = attribute(cell, 'date-value');
    if (date) return date.replace(/T00:00:00(?:\.0+)?$/, '').replace('T', ' ');
  }
  const text = shown.trim();
  // A column too narrow shows hashes, and a long number may be shown with an exponent.
  if (text === '' || /^#+$|^-?\d[.,]?\d*E[+-]?\d+$/i.test(text))
    return (
      (cell.includes('value=') ? (attribute(cell, 'value') ?? attribute(cell, 'string-value')) : undefined) ?? text
    );
  return text;
}
