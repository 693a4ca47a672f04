// Documents for the fixtures in OpenDocument's flat XML, which LibreOffice turns into the formats people send.
// https://docs.oasis-open.org/office/OpenDocument/v1.3/
import { birthDateColumn, isoDate } from '../tests/extractors/client-rows.ts';

const urn = (name: string) => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;
const namespaces = Object.entries({
  office: urn('office'),
  style: urn('style'),
  text: urn('text'),
  table: urn('table'),
  draw: urn('drawing'),
  fo: urn('xsl-fo-compatible'),
  number: urn('datastyle'),
  svg: urn('svg-compatible'),
  meta: urn('meta'),
  xlink: 'http://www.w3.org/1999/xlink',
  dc: 'http://purl.org/dc/elements/1.1/',
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export interface SheetToWrite {
  name: string;
  rows: string[][];
  isHidden?: boolean;
  /** Every other row and the last column are hidden. */
  hidesCells?: boolean;
  /** Columns wide enough for every value, and less space around the page. */
  isWide?: boolean;
  /** A note on the first cell. */
  comment?: string;
}

export interface WorkbookToWrite {
  sheets: SheetToWrite[];
  dateSystem?: 1900 | 1904;
  /** Text of the page header and the document's subject. */
  header?: string;
  subject?: string;
}

/** A flat ODS. DD/MM/YYYY in the birth date column becomes a date cell, telephone numbers of digits only become numbers with zeros. */
export function workbook({ sheets, dateSystem = 1900, header = '', subject = '' }: WorkbookToWrite): string {
  const nullDate = dateSystem === 1904 ? '1904-01-01' : '1899-12-30';
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:meta><dc:subject>${escaped(subject)}</dc:subject></office:meta>
<office:automatic-styles>
<number:date-style style:name="day"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<number:number-style style:name="zeros"><number:number number:min-integer-digits="11" number:decimal-places="0"/></number:number-style>
<style:style style:name="birth" style:family="table-cell" style:data-style-name="day"/>
<style:style style:name="phone" style:family="table-cell" style:data-style-name="zeros"/>
<style:style style:name="shown" style:family="table" style:master-page-name="page"><style:table-properties table:display="true"/></style:style>
<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="8cm"/></style:style>
<style:page-layout style:name="layout"><style:page-layout-properties fo:page-width="55cm" fo:page-height="29.7cm"/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="page" style:page-layout-name="layout"><style:header><text:p>${escaped(header)}</text:p></style:header></style:master-page></office:master-styles>
<office:body><office:spreadsheet><table:calculation-settings><table:null-date table:date-value="${nullDate}"/></table:calculation-settings>
${sheets.map(sheet).join('\n')}
</office:spreadsheet></office:body></office:document>`;
}

function sheet({ name, rows, isHidden = false, hidesCells = false, isWide = false, comment }: SheetToWrite): string {
  const note = comment ? `<office:annotation><text:p>${escaped(comment)}</text:p></office:annotation>` : '';
  const columns = rows[0]?.length ?? 1;
  const columnTags = hidesCells
    ? `<table:table-column table:number-columns-repeated="${columns - 1}"/><table:table-column table:visibility="collapse"/>`
    : isWide
      ? `<table:table-column table:style-name="wide" table:number-columns-repeated="${columns}"/>`
      : '';
  const rowTags = rows.map((row, index) => {
    const cells = row.map((value, column) => cell(value, column, index === 0 && column === 0 ? note : ''));
    const visibility = hidesCells && index % 2 === 1 ? ' table:visibility="collapse"' : '';
    return `<table:table-row${visibility}>${cells.join('')}</table:table-row>`;
  });
  return `<table:table table:name="${escaped(name)}" table:style-name="${isHidden ? 'hidden' : 'shown'}">${columnTags}${rowTags.join('\n')}</table:table>`;
}

function cell(value: string, column: number, note: string): string {
  if (column === birthDateColumn && /^\d\d\/\d\d\/\d{4}$/.test(value))
    return `<table:table-cell table:style-name="birth" office:value-type="date" office:date-value="${isoDate(value)}"/>`;
  if (/^0\d{10}$/.test(value))
    return `<table:table-cell table:style-name="phone" office:value-type="float" office:value="${Number(value)}"/>`;
  return `<table:table-cell office:value-type="string">${note}<text:p>${escaped(value)}</text:p></table:table-cell>`;
}

/** A flat ODS in which each of these stands in no cell: in a text box, in formulas, in a name's definition, in a list to choose from. */
export function unseenWorkbook(unseen: { textBox: string; formula: string; name: string; choice: string }): string {
  const quoted = (text: string) => `&quot;${text}&quot;`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces} xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet>
<table:content-validations><table:content-validation table:name="list" table:condition="of:cell-content-is-in-list(${quoted('Nobody')};${quoted(unseen.choice)})" table:base-cell-address="Sheet.A2"/></table:content-validations>
<table:table table:name="Sheet"><table:shapes><draw:frame svg:x="4cm" svg:y="1cm" svg:width="8cm" svg:height="2cm"><draw:text-box><text:p>${escaped(unseen.textBox)}</text:p></draw:text-box></draw:frame></table:shapes>
<table:table-row><table:table-cell table:formula="of:=IF(1=1;${quoted('shown')};${quoted(unseen.formula)})" office:value-type="string" office:string-value="shown"><text:p>shown</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell table:content-validation-name="list" office:value-type="string"><text:p>Nobody</text:p></table:table-cell></table:table-row></table:table>
<table:named-expressions><table:named-expression table:name="Who" table:base-cell-address="$Sheet.$A$1" table:expression="${quoted(unseen.name)}"/></table:named-expressions>
</office:spreadsheet></office:body></office:document>`;
}

/** A flat ODT with a sentence, then the rows as a table; `isSmall`: wide and in small letters, so that nothing is broken. */
export function tableDocument(introduction: string, rows: string[][], isSmall = false): string {
  const cellTag = (value: string) =>
    `<table:table-cell office:value-type="string"><text:p${isSmall ? ' text:style-name="small"' : ''}>${escaped(value)}</text:p></table:table-cell>`;
  const rowTags = rows.map((row) => `<table:table-row>${row.map(cellTag).join('')}</table:table-row>`);
  return document(
    `<text:p>${escaped(introduction)}</text:p><table:table table:name="Clients"><table:table-column table:number-columns-repeated="${rows[0]!.length}"/>${rowTags.join('\n')}</table:table>`,
    '',
    isSmall
      ? '<style:page-layout style:name="layout"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" fo:margin="1cm"/></style:page-layout><style:style style:name="small" style:family="paragraph"><style:text-properties fo:font-size="7pt"/></style:style>'
      : undefined,
  );
}

/** Where text can hide in a document. */
export interface StoryToWrite {
  body: string;
  header: string;
  footer: string;
  comment: string;
  footnote: string;
  textBox: string;
  deleted: string;
  /** Name shown and address behind it. */
  link: [string, string];
}

export function storyDocument(story: StoryToWrite): string {
  const change = `<text:tracked-changes><text:changed-region text:id="ct1"><text:deletion><office:change-info><dc:creator>Editor</dc:creator><dc:date>2026-01-05T10:00:00</dc:date></office:change-info><text:p>${escaped(story.deleted)}</text:p></text:deletion></text:changed-region></text:tracked-changes>`;
  const note = `<text:note text:note-class="footnote" text:id="ftn1"><text:note-citation>1</text:note-citation><text:note-body><text:p>${escaped(story.footnote)}</text:p></text:note-body></text:note>`;
  const comment = `<office:annotation><dc:creator>Editor</dc:creator><dc:date>2026-01-05T10:00:00</dc:date><text:p>${escaped(story.comment)}</text:p></office:annotation>`;
  const box = `<draw:frame text:anchor-type="paragraph" svg:width="8cm" svg:height="2cm"><draw:text-box><text:p>${escaped(story.textBox)}</text:p></draw:text-box></draw:frame>`;
  const link = `<text:a xlink:type="simple" xlink:href="mailto:${story.link[1]}">${escaped(story.link[0])}</text:a>`;
  return document(
    `${change}<text:p>${escaped(story.body)}${note}</text:p><text:p>Commented${comment}</text:p><text:p>Struck <text:change text:change-id="ct1"/>out</text:p><text:p>${box}Boxed</text:p><text:p>Ask ${link}</text:p>`,
    `<style:header><text:p>${escaped(story.header)}</text:p></style:header><style:footer><text:p>${escaped(story.footer)}</text:p></style:footer>`,
  );
}

export interface DeckToWrite {
  /** Notes of the first slide. */
  notes: string;
  /** The sentence on a hidden slide; empty for none. */
  hidden: string;
  /** Rows as a table, else as lines with tabs. */
  asTable: boolean;
}

/** A flat ODP: the rows of one slide after the other. */
export function slideDocument(slides: string[][][], { notes, hidden, asTable }: DeckToWrite): string {
  const cellTag = (value: string) => `<table:table-cell><text:p>${escaped(value)}</text:p></table:table-cell>`;
  const table = (rows: string[][]) =>
    `<draw:frame svg:x="1cm" svg:y="1cm" svg:width="26cm" svg:height="18cm"><table:table><table:table-column table:number-columns-repeated="${rows[0]!.length}"/>${rows.map((row) => `<table:table-row>${row.map(cellTag).join('')}</table:table-row>`).join('')}</table:table></draw:frame>`;
  const lines = (rows: string[][]) =>
    `<draw:frame svg:x="1cm" svg:y="1cm" svg:width="26cm" svg:height="18cm"><draw:text-box>${rows.map((row) => `<text:p>${row.map(escaped).join('<text:tab/>')}</text:p>`).join('')}</draw:text-box></draw:frame>`;
  const note = `<presentation:notes><draw:frame presentation:class="notes" svg:x="1cm" svg:y="1cm" svg:width="16cm" svg:height="10cm"><draw:text-box><text:p>${escaped(notes)}</text:p></draw:text-box></draw:frame></presentation:notes>`;
  const pages = slides.map(
    (rows, index) =>
      `<draw:page draw:name="Clients ${index + 1}" draw:master-page-name="Plain">${asTable ? table(rows) : lines(rows)}${index === 0 && notes !== '' ? note : ''}</draw:page>`,
  );
  const spare = `<draw:page draw:name="Spare" draw:style-name="hidden" draw:master-page-name="Plain"><draw:frame svg:x="1cm" svg:y="1cm" svg:width="20cm" svg:height="3cm"><draw:text-box><text:p>${escaped(hidden)}</text:p></draw:text-box></draw:frame></draw:page>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces} xmlns:presentation="${urn('presentation')}" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.presentation">
<office:automatic-styles><style:page-layout style:name="layout"/><style:style style:name="hidden" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style></office:automatic-styles>
<office:master-styles><style:master-page style:name="Plain" style:page-layout-name="layout"/></office:master-styles>
<office:body><office:presentation>${pages.join('')}${hidden === '' ? '' : spare}</office:presentation></office:body></office:document>`;
}

const plainLayout =
  '<style:page-layout style:name="layout"><style:header-style/><style:footer-style/></style:page-layout>';

function document(body: string, page = '', styles = plainLayout): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>${styles}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="layout">${page}</style:master-page></office:master-styles>
<office:body><office:text>${body}</office:text></office:body></office:document>`;
}
