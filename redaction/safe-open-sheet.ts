// An ODS without its people: cells with values rewritten where they stand, with their styles, formulas and the other sheets; whatever shows
// in no cell (comments, drawings, links, forms, tracked changes, properties) left out. OpenDocument 1.3 parts 2 and 3.
import { shownValue } from '../extractors/opendocument/sheet-rows.ts';
import { decodeEntities } from '../extractors/xml.ts';
import type { Part } from '../scan/part.ts';
import { changesIn, encode, isPersonal, readParts, without, zipParts } from './package-parts.ts';
import type { SafeCopy, SafeCopyOptions } from './rewriting.ts';

const kept = /^(?:mimetype|content\.xml|styles\.xml|META-INF\/manifest\.xml)$/;

/** Elements that lead to parts that are left out, or hold text that no cell shows. */
const loose = [
  'annotation annotation-end shapes forms scripts event-listeners tracked-changes content-validations database-ranges dde-links',
  'data-pilot-tables consolidation label-ranges detective scenario table-source cell-range-source conditional-formats title desc',
  'frame custom-shape g line rect ellipse circle polygon polyline path regular-polygon connector measure caption control page-thumbnail',
  'header header-left header-first footer footer-left footer-first',
].flatMap((line) => line.split(' '));

export async function safeOpenSheet(file: Blob, part: Part, options: SafeCopyOptions): Promise<SafeCopy | undefined> {
  const { cells, values } = changesIn(part, options);
  const { parts } = await readParts(file, kept, options);
  const content = parts.get('content.xml');
  const type = parts.get('mimetype');
  if (content === undefined || type === undefined) return undefined;
  parts.set(
    'content.xml',
    rewriteCells(withoutPersonalNames(withoutLinks(without(content, loose)), options), cells, options),
  );
  parts.set('styles.xml', without(parts.get('styles.xml') ?? '<styles/>', loose));
  parts.set('META-INF/manifest.xml', listing(parts));
  return {
    content: zipParts(parts, type.trim(), 'mimetype'),
    name: part.name.replace(/\.\w{1,8}$/, '.ods'),
    changed: values,
  };
}

/** What a link shows stays. */
const withoutLinks = (xml: string) => xml.replace(/<\/?(?:[\w.-]+:)?a(?:\s[^>]*)?>/g, '');

/** Names that stand for something written out. */
function withoutPersonalNames(xml: string, options: SafeCopyOptions): string {
  return xml.replace(
    /<((?:[\w.-]+:)?named-expression)\s([^>]*?)(?:\/>|>\s*<\/\1>)/g,
    (whole, _, attributes: string) => {
      const [, expression = ''] = /(?:^|[\s:])expression="([^"]*)"/.exec(attributes) ?? [];
      return isPersonal(decodeEntities(expression), options) ? '' : whole;
    },
  );
}

function rewriteCells(xml: string, cells: ReadonlyMap<string, string>, options: SafeCopyOptions): string {
  return xml.replace(
    /<((?:[\w.-]+:)?(?:covered-)?table-cell)(\s[^>]*?)?(?:\/>|>(.*?)<\/\1>)/gs,
    (whole, tag: string, attributes = '', inner = '') => {
      const after = cells.get(shownValue(attributes, shownIn(inner)));
      if (after === undefined) return withoutPersonalFormula(whole, attributes, options);
      // What the cell was made from goes with what it showed.
      const rest = attributes.replace(/\s(?:[\w.-]+:)?(?!style-name=|number-|protect)[\w.-]+="[^"]*"/g, '');
      return `<${tag}${rest} office:value-type="string"><text:p>${encode(after)}</text:p></${tag}>`;
    },
  );
}

function withoutPersonalFormula(cell: string, attributes: string, options: SafeCopyOptions): string {
  const formula = /\s(?:[\w.-]+:)?formula="([^"]*)"/.exec(attributes);
  return formula && isPersonal(decodeEntities(formula[1]!), options) ? cell.replace(formula[0], '') : cell;
}

function shownIn(inner: string): string {
  const paragraphs = inner.matchAll(/<((?:[\w.-]+:)?[ph])(?:\s[^>]*)?>(.*?)<\/\1>/gs);
  return Array.from(paragraphs, ([, , text = '']) =>
    decodeEntities(text.replace(/<(?:[\w.-]+:)?(?:s|tab|line-break)(?=[\s/>])[^>]*>/g, ' ').replace(/<[^>]*>/g, '')),
  ).join(' ');
}

function listing(parts: ReadonlyMap<string, string>): string {
  return (parts.get('META-INF/manifest.xml') ?? '').replace(
    /<(?:[\w.-]+:)?file-entry\b[^>]*\bfull-path="([^"]*)"[^>]*?\/>/g,
    (entry, path: string) => (path === '/' || parts.has(path) ? entry : ''),
  );
}
