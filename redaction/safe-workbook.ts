// An XLSX without its people: cells with values rewritten where they stand, with their formats, formulas and the other sheets; whatever
// shows in no cell (comments, properties, drawings, links, pivot caches, macros) left out. ECMA-376 part 1, 18 (SpreadsheetML).
import { generalNumber } from '../extractors/spreadsheet/number-format.ts';
import { unescapeString } from '../extractors/spreadsheet/sheet.ts';
import { createStringsScan, createStylesScan, createWorkbookScan } from '../extractors/spreadsheet/workbook.ts';
import { createXmlScanner, decodeEntities, type XmlHandler } from '../extractors/xml.ts';
import type { Part } from '../scan/part.ts';
import { changesIn, encode, isPersonal, readParts, without, zipParts } from './package-parts.ts';
import type { SafeCopy, SafeCopyOptions } from './rewriting.ts';

/** Parts that are kept; the rest is left out. By where programs put them: a workbook that lies elsewhere is none we rewrite. */
const kept =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml|sharedStrings\.xml|theme\/[\w-]+\.xml|worksheets\/[\w-]+\.xml))$/;
const sheet = /^xl\/worksheets\//;

/** Elements of a sheet or workbook that lead to parts that are left out, or hold text of their own. */
const loose = [
  'drawing legacyDrawing legacyDrawingHF picture oleObjects controls tableParts hyperlinks headerFooter dataValidations extLst',
  'customProperties customSheetViews webPublishItems scenarios protectedRanges smartTags externalReferences pivotCaches',
  'customWorkbookViews fileSharing fileRecoveryPr AlternateContent',
].flatMap((line) => line.split(' '));

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function safeWorkbook(file: Blob, part: Part, options: SafeCopyOptions): Promise<SafeCopy | undefined> {
  const { cells, values } = changesIn(part, options);
  const { parts, reading } = await readParts(file, kept, options);
  if (!parts.has('xl/workbook.xml')) return undefined;
  const shown = shownBy(parts, reading);
  const used = new Set<number>();
  for (const [name, text] of parts)
    if (sheet.test(name)) parts.set(name, rewriteSheet(text, cells, shown, used, options));
  for (const [name, text] of parts) parts.set(name, cleaned(name, text, used, parts, options));
  return { content: zipParts(parts, type), name: part.name.replace(/\.\w{1,8}$/, '.xlsx'), changed: values };
}

interface Cell {
  /** As people see it. */
  text: string;
  /** Of the shared string it shows. */
  shared?: number;
}

type Shown = (attributes: string, inner: string) => Cell;

function shownBy(parts: ReadonlyMap<string, string>, reading: Parameters<typeof createStringsScan>[0]): Shown {
  const scanned = <Handler extends XmlHandler>(name: string, handler: Handler): Handler => {
    const scanner = createXmlScanner(handler);
    scanner.write(parts.get(name) ?? '');
    scanner.end();
    return handler;
  };
  const { strings } = scanned('xl/sharedStrings.xml', createStringsScan(reading));
  const { dateSystem } = scanned('xl/workbook.xml', createWorkbookScan());
  const formats = scanned('xl/styles.xml', createStylesScan()).formats(dateSystem);
  return (attributes, inner) => {
    const type = /\bt="([^"]*)"/.exec(attributes)?.[1];
    const value = decodeEntities(/<(?:\w+:)?v\b[^>]*>([^<]*)</.exec(inner)?.[1] ?? '');
    switch (type) {
      case 's':
        return { text: strings[Number(value)] ?? '', shared: Number(value) };
      case 'inlineStr':
        return {
          text: unescapeString(
            decodeEntities([...inner.matchAll(/<(?:\w+:)?t\b[^>]*>([^<]*)</g)].map(([, run]) => run).join('')),
          ),
        };
      case 'str':
        return { text: unescapeString(value) };
      case undefined:
      case 'n': {
        const style = Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? 0);
        return { text: value === '' ? '' : (formats[style] ?? generalNumber)(value) };
      }
      default:
        return { text: value };
    }
  };
}

/** Also tells which shared strings are still used. A cell that loses its value loses the formula that made it. */
function rewriteSheet(
  xml: string,
  cells: ReadonlyMap<string, string>,
  shown: Shown,
  used: Set<number>,
  options: SafeCopyOptions,
): string {
  return xml.replace(
    /<((?:\w+:)?)c\b([^>]*?)(?:\/>|>(.*?)<\/\1c>)/gs,
    (whole, prefix: string, attributes: string, inner = '') => {
      const { text, shared } = shown(attributes, inner);
      const after = cells.get(text);
      if (after === undefined) {
        if (shared !== undefined) used.add(shared);
        return withoutPersonalFormula(whole, inner, options);
      }
      const rest = attributes.replace(/\s(?:t|cm|vm|ph)="[^"]*"/g, '');
      return `<${prefix}c${rest} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${encode(after)}</${prefix}t></${prefix}is></${prefix}c>`;
    },
  );
}

function cleaned(
  name: string,
  xml: string,
  used: ReadonlySet<number>,
  parts: ReadonlyMap<string, string>,
  options: SafeCopyOptions,
): string {
  if (name === '[Content_Types].xml')
    return xml.replace(/<Override\b[^>]*\bPartName="([^"]*)"[^>]*?(?:\/>|>\s*<\/Override>)/g, (whole, path: string) =>
      parts.has(path.replace(/^\//, '')) ? whole : '',
    );
  if (name.endsWith('.rels'))
    return xml.replace(
      /<Relationship\b[^>]*\bTarget="([^"]*)"[^>]*?(?:\/>|>\s*<\/Relationship>)/g,
      (whole, target: string) =>
        parts.has(target.startsWith('/') ? target.slice(1) : name === '_rels/.rels' ? target : `xl/${target}`)
          ? whole
          : '',
    );
  if (name === 'xl/sharedStrings.xml') return withoutUnused(xml, used);
  if (name === 'xl/workbook.xml' || sheet.test(name))
    return withoutPersonalNames(without(xml, loose), options).replace(
      /(<(?:\w+:)?pageSetup\b[^>]*?)\s\w+:id="[^"]*"/g,
      '$1',
    );
  return xml;
}

function withoutPersonalFormula(cell: string, inner: string, options: SafeCopyOptions): string {
  const formula = /<((?:\w+:)?)f\b[^>]*>([^<]*)<\/\1f>/.exec(inner);
  return formula && isPersonal(decodeEntities(formula[2]!), options) ? cell.replace(formula[0], '') : cell;
}

/** Names that stand for something written out. */
function withoutPersonalNames(xml: string, options: SafeCopyOptions): string {
  return xml.replace(/<((?:\w+:)?)definedName\b[^>]*>([^<]*)<\/\1definedName>/g, (whole, _, definition: string) =>
    isPersonal(decodeEntities(definition), options) ? '' : whole,
  );
}

/** Strings keep their places; those no cell shows any more are emptied. */
function withoutUnused(xml: string, used: ReadonlySet<number>): string {
  let index = -1;
  return xml.replace(/<((?:\w+:)?)si\b(?:[^>]*\/>|.*?<\/\1si>)/gs, (whole, prefix: string) => {
    index++;
    return used.has(index) ? whole : `<${prefix}si><${prefix}t/></${prefix}si>`;
  });
}
