// One XML stream of an OpenDocument: sheets as tables, everything else as text in reading order. Notes, comments, boxes inside a
// paragraph and tracked deletions follow after it. OpenDocument 1.3 part 3, 4 (text), 9 (tables), 14.1 (notes and comments)
import type { Table } from '../../scan/part.ts';
import { createLayout, type Layout } from '../layout.ts';
import type { Reading } from '../reading.ts';
import { formulaTexts } from '../spreadsheet/formula-texts.ts';
import { attribute, type XmlHandler } from '../xml.ts';
import { createSheetRows, type SheetRows } from './sheet-rows.ts';

export interface OpenDocumentScan extends XmlHandler {
  tables: Table[];
  /** What kind of document its body says it is: `spreadsheet`, `text`, `presentation`, `drawing`, `chart`; empty where there is none. */
  body(): string;
  finish(): string;
}

/** Attributes in which text can stand that a person wrote. */
const tellingAttributes = new Map(
  Object.entries({
    'user-field-decl': ['string-value', 'value'],
    'variable-set': ['string-value'],
    'hidden-text': ['string-value'],
    'conditional-text': ['string-value-if-true', 'string-value-if-false'],
    'content-validation': ['condition'],
    text: ['current-value', 'value'],
    textarea: ['current-value', 'value'],
    'formatted-text': ['current-value', 'value'],
    combobox: ['current-value', 'value'],
    item: ['label'],
    option: ['label'],
    a: ['href'],
    'user-defined': ['name'],
  }),
);

/** What can hold a formula with words in it. */
const calculating = new Set(['table-cell', 'covered-table-cell', 'named-expression']);

export function createOpenDocumentScan(reading: Reading): OpenDocumentScan {
  const tables: Table[] = [];
  const asides: string[] = [];
  const attributesSeen = new Set<string>();
  const page = createLayout();
  /** What is being written besides the page: a note in a note at most. */
  const besides: Layout[] = [];
  let sheet: SheetRows | undefined;
  let bodyKind = '';
  let isBodyNext = false;
  /** Only there is text outside of paragraphs somebody's, and not a number format's. */
  let depthOfBody = 0;
  let paragraphs = 0;
  /** Paragraphs open around each layout in `besides`. */
  const outside: number[] = [];
  let citation = 0;
  let tablesInSheet = 0;
  let isLoose = false;
  const layout = () => besides.at(-1) ?? page;

  const stepAside = () => {
    besides.push(createLayout());
    outside.push(paragraphs);
    paragraphs = 0;
  };
  const stepBack = () => {
    const text = besides.pop()?.finish() ?? '';
    paragraphs = outside.pop() ?? 0;
    if (text !== '') asides.push(text);
  };
  const setsAside = (name: string) =>
    name === 'annotation' || name === 'note' || name === 'tracked-changes' || (name === 'text-box' && inText());
  const inText = () => paragraphs > 0 || besides.length > 0 || (sheet?.isInCell() ?? false);

  /** Elements that were set aside, by name, so that each end finds its start. */
  const openAsides: string[] = [];

  return {
    tables,
    body: () => bodyKind,
    open(name, attributes) {
      if (isBodyNext) bodyKind = name;
      isBodyNext = name === 'body';
      if (name === 'body' || name === 'meta') depthOfBody++;
      const telling = attributes === '' ? undefined : tellingAttributes.get(name);
      if (telling) for (const key of telling) addTo(attributesSeen, attribute(attributes, key));
      if (attributes.includes('&quot;') && calculating.has(name))
        for (const said of formulaTexts(attribute(attributes, 'formula') ?? attribute(attributes, 'expression') ?? ''))
          attributesSeen.add(said);
      if (setsAside(name)) {
        openAsides.push(name);
        return stepAside();
      }
      if (name === 'note-citation') citation++;
      if (bodyKind === 'spreadsheet' && besides.length === 0) {
        if (name === 'table') {
          if (tablesInSheet++ === 0) {
            sheet = createSheetRows(reading);
            tables.push({ name: attribute(attributes, 'name') ?? '', rows: sheet.rows });
          }
          return;
        }
        if (sheet?.open(name, attributes)) return;
      }
      switch (name) {
        case 'p':
        case 'h':
          paragraphs++;
          return layout().openParagraph();
        case 'table':
          return layout().openTable();
        case 'table-row':
          return layout().openRow();
        case 'table-cell':
        case 'covered-table-cell':
          return layout().openCell(repeated(attributes));
        case 'tab':
          return layout().text('\t');
        case 's':
          return layout().text(' '.repeat(Math.min(100, Number(attribute(attributes, 'c')) || 1)));
        case 'line-break':
          return layout().lineBreak();
      }
    },
    close(name) {
      if (name === 'body' || name === 'meta') depthOfBody--;
      if (name === 'note-citation') citation--;
      if (isLoose) layout().edge();
      isLoose = false;
      if (openAsides.at(-1) === name) {
        openAsides.pop();
        return stepBack();
      }
      if (bodyKind === 'spreadsheet' && besides.length === 0) {
        if (name === 'table') {
          if (--tablesInSheet === 0) sheet = undefined;
          return;
        }
        if (sheet?.close(name)) return;
      }
      switch (name) {
        case 'p':
        case 'h':
          paragraphs--;
          return layout().closeParagraph();
        case 'table':
          return layout().closeTable();
        case 'table-row':
          return layout().closeRow();
        case 'table-cell':
        case 'covered-table-cell':
          return layout().closeCell();
      }
    },
    text(text) {
      if (citation > 0) return;
      if (besides.length === 0 && sheet?.text(text)) return;
      if (paragraphs > 0) layout().text(text.replace(/\s+/g, ' '));
      else if (depthOfBody > 0 && text.trim() !== '') {
        if (!isLoose) layout().edge();
        layout().text(text);
        isLoose = true;
      }
    },
    finish() {
      while (besides.length > 0) stepBack();
      return [page.finish(), ...asides, ...attributesSeen].filter((one) => one !== '').join('\n');
    },
  };
}

const repeated = (attributes: string) => Number(attribute(attributes, 'number-columns-repeated')) || 1;

function addTo(seen: Set<string>, value = ''): void {
  const bare = value.replace(/^(?:mailto|tel):/i, '').trim();
  if (bare !== '') seen.add(bare);
}
