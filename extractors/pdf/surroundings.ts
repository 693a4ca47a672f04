// What a PDF holds beside its pages' text: properties, bookmarks, and whether a page without text shows anything.
// ISO 32000-2, 14.3 (metadata) and 12.3.3 (outlines)
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export async function readProperties(open: PDFDocumentProxy, asides: Set<string>): Promise<void> {
  const { info, metadata } = await open.getMetadata();
  const { Title, Author, Subject, Keywords, Custom } = info as Record<string, unknown>;
  for (const value of [Title, Author, Subject, Keywords, ...Object.values((Custom as object | undefined) ?? {})])
    if (typeof value === 'string' && value.trim() !== '') asides.add(value.trim());
  for (const [name, value] of (metadata ?? []) as Iterable<[string, unknown]>)
    if (/^(?:dc|pdfx|photoshop|custom):/.test(name))
      for (const one of [value].flat()) if (typeof one === 'string' && one.trim() !== '') asides.add(one.trim());
}

interface Bookmark {
  title: string;
  items?: Bookmark[];
}

const mostBookmarks = 20_000;

export async function readOutline(open: PDFDocumentProxy, asides: Set<string>): Promise<void> {
  const pending: Bookmark[] = ((await open.getOutline()) as Bookmark[] | null) ?? [];
  for (let at = 0; at < pending.length && at < mostBookmarks; at++) {
    asides.add(pending[at]!.title);
    pending.push(...(pending[at]!.items ?? []));
  }
}

/** Whether a page without text has pictures or drawings on it, as a scan has, and is not just blank. */
export async function isDrawnOnly(page: PDFPageProxy): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  return fnArray.length > mostOfBlank;
}

/** Operators of a page with nothing but a frame on it. */
const mostOfBlank = 8;
