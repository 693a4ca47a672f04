// The parts of an Office file and what each is, by its declared content type and never by where it lies.
// ECMA-376 part 2 (Open Packaging Conventions), https://ecma-international.org/publications-and-standards/standards/ecma-376/
import type { Part } from '../scan/part.ts';
import { type Entry, readEntryFile, readEntryText } from './archive.ts';
import type { Source } from './extractor.ts';
import { createOfficeText } from './office-text.ts';
import type { Reading } from './reading.ts';
import { attribute, createXmlScanner, type XmlHandler } from './xml.ts';

export interface OfficePart {
  /** Lower case, without a leading slash. */
  path: string;
  /** Content type, lower case; empty where none is declared. */
  type: string;
  entry: Entry;
}

export function officeParts({ archive }: Source): OfficePart[] {
  const byPath = new Map<string, string>();
  const byExtension = new Map<string, string>();
  const scanner = createXmlScanner({
    open(name, attributes) {
      const type = attribute(attributes, 'ContentType')?.toLowerCase() ?? '';
      if (name === 'Override') byPath.set(normalPath(attribute(attributes, 'PartName') ?? ''), type);
      if (name === 'Default') byExtension.set((attribute(attributes, 'Extension') ?? '').toLowerCase(), type);
    },
    close() {},
    text() {},
  });
  scanner.write(archive?.contentTypes ?? '');
  scanner.end();
  return (archive?.entries ?? [])
    .filter((entry) => entry.name !== '[Content_Types].xml' && !(entry.name.endsWith('/') && entry.size === 0))
    .map((entry) => {
      const path = normalPath(entry.name);
      return { path, entry, type: byPath.get(path) ?? byExtension.get(path.slice(path.lastIndexOf('.') + 1)) ?? '' };
    });
}

export const normalPath = (path: string) => path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

export const isXml = (part: OfficePart) =>
  /[/+]xml$|vmldrawing$/.test(part.type) || /\.(xml|rels|vml)$/.test(part.path);

/** Of the whole file: where the progress of a part begins, and where it ends. */
export type Shares = readonly [from: number, to: number];

/** Streams one part through a handler. Without shares it is too small to be told of. */
export async function scanPart(
  source: Source,
  part: OfficePart,
  handler: XmlHandler,
  reading: Reading,
  [from, to]: Shares = [0, 0],
): Promise<void> {
  const scanner = createXmlScanner(handler);
  let read = 0;
  let told = 0;
  for await (const text of readEntryText(source.file, part.entry, reading)) {
    scanner.write(text);
    read += text.length;
    const share = Math.min(1, read / (part.entry.size || 1));
    if (to === from || share - told < 0.01) continue;
    told = share;
    reading.progress(from + (to - from) * share);
  }
  scanner.end();
}

/** The text of all XML parts in the given order, and what is embedded as children. Damage to one part does not hide the others. */
export async function readStories(
  source: Source,
  reading: Reading,
  order: (one: OfficePart, other: OfficePart) => number,
): Promise<Pick<Part, 'text' | 'children' | 'unreadable'>> {
  const parts = officeParts(source);
  const texts: string[] = [];
  const read: Pick<Part, 'text' | 'children' | 'unreadable'> = {};
  const stories = parts.filter(isXml).sort(order);
  const total = stories.reduce((sum, { entry }) => sum + entry.size, 1);
  let done = 0;
  for (const story of stories) {
    const text = createOfficeText();
    const from = done / total;
    done += story.entry.size;
    try {
      await scanPart(source, story, text, reading, [from, done / total]);
    } catch (problem) {
      read.unreadable ??= reading.reasonFor(problem);
    }
    texts.push(text.finish());
    reading.progress(done / total);
  }
  read.text = texts.filter(Boolean).join('\n\n');
  const embedded = parts.filter((one) => !isXml(one));
  const children = await readEmbedded(source, embedded, reading);
  if (children.length > 0) read.children = children;
  return read;
}

/** Pictures below this size are taken for logos and icons; a screen grab or scan of a list is larger. */
const smallestPicture = 64 << 10;

/** Parts that hold a program or settings of a device and no content. */
const withoutContent = /vbaproject|printersettings|obfuscatedfont|x-fontdata|oleobject\.vml/;

/** Reads what is embedded and no XML: workbooks in documents, documents in workbooks, pictures, sound. */
export async function readEmbedded(source: Source, parts: OfficePart[], reading: Reading): Promise<Part[]> {
  const children: Part[] = [];
  for (const part of parts) {
    if (withoutContent.test(part.type)) continue;
    const isPicture = part.type.startsWith('image/');
    if (isPicture && part.entry.size < smallestPicture) continue;
    try {
      const content = await readEntryFile(source.file, part.entry, reading);
      children.push(await reading.child(content, part.path, 1, 1));
    } catch (problem) {
      children.push({ name: part.path, type: 'unknown', unreadable: reading.reasonFor(problem) });
    }
  }
  return children;
}
