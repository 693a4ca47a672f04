// OpenDocument (ODT, ODS, ODP, ODG and their templates): content, headers and footers, properties, objects within.
// https://docs.oasis-open.org/office/OpenDocument/v1.3/ (part 2: packages; part 3: schema)
import type { Part } from '../scan/part.ts';
import { type Entry, readEntryFile, readEntryText } from './archive.ts';
import type { Extractor, Source } from './extractor.ts';
import { createOpenDocumentScan, type OpenDocumentScan } from './opendocument/document.ts';
import type { Reading } from './reading.ts';
import { createXmlScanner } from './xml.ts';

export const opendocument: Extractor = {
  id: 'odt',
  accepts: ({ archive }) =>
    archive !== undefined && names.every((name) => archive.entries.some((e) => e.name === name)),
  async extract(source, reading) {
    const { name } = source;
    const entries = source.archive!.entries.filter((entry) => entry.size > 0 && !isOfThePackage(entry.name));
    const manifest = source.archive!.entries.find((entry) => entry.name === 'META-INF/manifest.xml')!;
    if (await isSealed(source, manifest, reading)) return { name, type: 'opendocument', unreadable: 'encrypted' };
    const part: Part = { name, type: 'odt', tables: [] };
    const texts: string[] = [];
    // Content first, then what is around it.
    const documents = entries.filter(isDocument).sort((a, b) => order(a) - order(b));
    for (const [index, entry] of documents.entries()) {
      const scan = createOpenDocumentScan(reading);
      try {
        await scanEntry(source, entry, scan, reading);
      } catch (problem) {
        part.unreadable ??= reading.reasonFor(problem);
      }
      if (entry.name === 'content.xml') part.type = types[scan.body()] ?? part.type;
      part.tables!.push(...scan.tables);
      texts.push(scan.finish());
      reading.progress((index + 1) / documents.length);
    }
    const text = texts.filter(Boolean).join('\n\n');
    if (text !== '') part.text = text;
    if (part.tables!.length === 0) delete part.tables;
    const children = await readObjects(
      source,
      entries.filter((entry) => !isDocument(entry) && !entry.name.endsWith('.xml')),
      reading,
    );
    if (children.length > 0) part.children = children;
    // Slides and drawings: what stands where, and what moves, is not told.
    if (part.type === 'odp' || part.type === 'odg') part.unreadable ??= 'unknown-format';
    return part;
  },
};

const names = ['content.xml', 'META-INF/manifest.xml'];
const types: Record<string, string> = { spreadsheet: 'ods', text: 'odt', presentation: 'odp', drawing: 'odg' };

const isDocument = ({ name }: Entry) => /(?:^|\/)(?:content|styles|meta)\.xml$/.test(name);
const order = ({ name }: Entry) => (name.endsWith('content.xml') ? 0 : 1) + (name.includes('/') ? 2 : 0);

/** Settings, previews and replacement pictures of objects that are read themselves. */
const isOfThePackage = (name: string) =>
  /^(?:mimetype$|META-INF\/|Thumbnails\/|Configurations2\/|ObjectReplacements\/|layout-cache$|manifest\.rdf$)|(?:^|\/)settings\.xml$/.test(
    name,
  );

async function isSealed(source: Source, manifest: Entry, reading: Reading): Promise<boolean> {
  let sealed = false;
  const scanner = createXmlScanner({
    open(name) {
      sealed ||= name === 'encryption-data';
    },
    close() {},
    text() {},
  });
  for await (const text of readEntryText(source.file, manifest, reading)) scanner.write(text);
  return sealed;
}

async function scanEntry(source: Source, entry: Entry, scan: OpenDocumentScan, reading: Reading): Promise<void> {
  const scanner = createXmlScanner(scan);
  for await (const text of readEntryText(source.file, entry, reading)) scanner.write(text);
  scanner.end();
}

/** Pictures below this size are taken for logos and icons, as in the other Office files. */
const smallestPicture = 64 << 10;

async function readObjects(source: Source, entries: Entry[], reading: Reading): Promise<Part[]> {
  const children: Part[] = [];
  for (const entry of entries) {
    if (/^(?:Pictures|media)\//.test(entry.name) && entry.size < smallestPicture) continue;
    try {
      const content = await readEntryFile(source.file, entry, reading);
      children.push(await reading.child(content, entry.name, 1, 1));
    } catch (problem) {
      children.push({ name: entry.name, type: 'unknown', unreadable: reading.reasonFor(problem) });
    }
  }
  return children;
}
