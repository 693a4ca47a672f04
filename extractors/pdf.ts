// PDF: the text of every page with its tables, comments and form fields, attached files, bookmarks and properties. The reader is
// loaded when the first PDF comes. ISO 32000-2; https://mozilla.github.io/pdf.js/api/

import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Part } from '../scan/part.ts';
import { contentOf } from './content.ts';
import type { Extractor } from './extractor.ts';
import { readAnnotations } from './pdf/annotations.ts';
import { createPages } from './pdf/pages.ts';
import { isDrawnOnly, readOutline, readProperties } from './pdf/surroundings.ts';
import type { PageItem } from './pdf/table-lines.ts';
import { type Reading, unreadable } from './reading.ts';

export const pdf: Extractor = {
  id: 'pdf',
  // Readers look for the mark in the first kilobyte.
  accepts: ({ head }) => new TextDecoder('windows-1252').decode(head.subarray(0, 1_024)).includes('%PDF-'),
  async extract({ file, name }, reading) {
    reading.spend(file.size);
    const { open, close } = await openDocument(new Uint8Array(await file.arrayBuffer()));
    try {
      return await readDocument(await open, name, reading);
    } finally {
      await close().catch(() => {});
    }
  },
};

async function openDocument(data: Uint8Array<ArrayBuffer>) {
  // Imported, the worker's half registers itself, and no further worker is started.
  // @ts-expect-error: it comes without types
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data,
    verbosity: 0,
    useWorkerFetch: false,
    disableAutoFetch: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    // Pictures are not looked at.
    maxImageSize: 1,
    ...({ disableWorkerRendering: true } as object),
  });
  const open = task.promise.catch((problem) => {
    throw unreadable(problem instanceof Error && problem.name === 'PasswordException' ? 'encrypted' : 'broken');
  });
  return { open, close: () => task.destroy() };
}

async function readDocument(open: PDFDocumentProxy, name: string, reading: Reading): Promise<Part> {
  const part: Part = { name, type: 'pdf' };
  const pages = createPages();
  const asides = new Set<string>();
  const children: Part[] = [];
  const attach = async (called: string, content: Uint8Array | null) => {
    reading.enter(1);
    if (!content) throw unreadable('broken');
    reading.spend(content.length);
    children.push(await reading.child(contentOf([content as Uint8Array<ArrayBuffer>]), called, 1, 1));
  };
  let textless = 0;
  for (let number = 1; number <= open.numPages; number++) {
    reading.check();
    try {
      const page = await open.getPage(number);
      const items = await readItems(page, reading);
      if (items.some((item) => item.text.trim() !== '')) pages.add(items);
      else if (++textless <= mostLooks && (await isDrawnOnly(page))) part.unreadable ??= 'media';
      for (const { id, filename } of await readAnnotations(page, asides))
        await attach(filename, await open.getAttachmentContent(id));
      page.cleanup();
    } catch (problem) {
      part.unreadable ??= brokenFor(reading.reasonFor(problem));
      if (part.unreadable !== 'broken') break;
    }
    reading.progress(number / open.numPages);
  }
  try {
    await readProperties(open, asides);
    await readOutline(open, asides);
    for (const [id, { filename }] of (await open.getAttachments()) ?? [])
      await attach(filename, await open.getAttachmentContent(id));
  } catch (problem) {
    part.unreadable ??= brokenFor(reading.reasonFor(problem));
  }
  const { text, tables } = pages.finish();
  const whole = [text, ...asides].filter((one) => one !== '').join('\n');
  if (whole !== '' || !part.unreadable) part.text = whole;
  if (tables.length > 0) part.tables = tables;
  if (children.length > 0) part.children = children;
  if (!part.unreadable && isGarbled(text)) part.unreadable = 'unknown-format';
  return part;
}

/** Pages without text that are looked at: the answer is the same for the rest of a scan. */
const mostLooks = 5;

/** What the library throws over a damaged page is no fault of ours. */
const brokenFor = <R extends string>(reason: R): R | 'broken' => (reason === 'error' ? 'broken' : reason);

/** Memory of an item beside its characters. */
const itemCost = 64;

async function readItems(page: PDFPageProxy, reading: Reading): Promise<PageItem[]> {
  const items: PageItem[] = [];
  const reader = page.streamTextContent().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return items;
    reading.check();
    for (const item of value.items) {
      if (!('str' in item) || item.str === '') continue;
      reading.spend(itemCost + item.str.length);
      const [a, b, , , x, y] = item.transform as [number, number, number, number, number, number];
      // Along the line and across it: text that runs up the page is read as if the page were turned.
      const size = Math.hypot(a, b) || 1;
      const [along, across] = [a / size, b / size];
      items.push({
        text: item.str,
        x: x * along + y * across,
        y: y * along - x * across,
        width: item.width,
        height: item.height || size,
      });
    }
  }
}

/** Fonts that do not say what their signs mean come out as private or unknown characters. */
function isGarbled(text: string): boolean {
  const strange = text.match(/[\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  return strange > 20 && strange > text.length / 10;
}
