// Attachments as a compose window lists them, with their bytes where there is a way to them: the page's own link, or the file that was
// let in under that name in this page.
import type { Description } from './description.ts';
import { fetchAttachment } from './fetch-attachment.ts';
import { attachmentOf } from './file-identity.ts';
import { documentWith, queryAll } from './unclobbered.ts';
import type { Attachment } from './webmail.ts';

/** Files let in on this page: long drafts and many of them, and no more. */
const keptAtMost = 200;
const nameIn = /[^\\/:*?"<>|\n\r\t]*[^\\/:*?"<>|\n\r\t\s]\.[a-z0-9]{1,10}\b/i;

export interface KeptFiles {
  keep(files: readonly File[]): void;
  isEmpty(): boolean;
  named(shown: string): File[];
  /** Those whose name stands in a text. */
  mentionedIn(text: string): File[];
  pictures(): File[];
}

export function keepFiles(): KeptFiles {
  let kept: File[] = [];
  return {
    keep(files) {
      kept = [...kept, ...files].slice(-keptAtMost);
    },
    isEmpty: () => kept.length === 0,
    named: (shown) => kept.filter(({ name }) => isSameName(shown, name)),
    mentionedIn: (text) => kept.filter(({ name }) => text.includes(name)),
    pictures: () => kept.filter(({ type }) => type.startsWith('image/')),
  };
}

/** Where two files were let in under one name, it may be either: both are judged. */
export function attachmentsIn(
  root: Element,
  bodies: Element[],
  { attachment }: Description,
  kept: KeptFiles,
): Attachment[] {
  const outside = (one: Element) => !bodies.some((body) => body.contains(one));
  const chips = queryAll(root, attachment).filter(outside);
  const outermost = chips.filter((chip) => !chips.some((other) => other !== chip && other.contains(chip)));
  const listed = outermost.flatMap((chip) => read(chip, kept));
  const known = new Set(listed.map(({ id }) => id));
  const more = kept.isEmpty() ? [] : [...kept.mentionedIn(textOutside(root, bodies)), ...picturesIn(bodies, kept)];
  return [...listed, ...more.map(attachmentOf).filter(({ id }) => !known.has(id))];
}

function read(chip: Element, kept: KeptFiles): Attachment[] {
  const { name, link } = describe(chip);
  const files = kept.named(name).map(attachmentOf);
  if (files.length > 0) return files;
  return [
    { id: `${name}|${link?.href ?? ''}`, name, ...(link ? { load: (signal) => fetchAttachment(link, signal) } : {}) },
  ];
}

function describe(chip: Element): { name: string; link?: URL } {
  // `type:name:address`, as pages offer a file to be dragged out: https://www.thecssninja.com/html/html5-drag-out
  const [, dragged, address] = /^[^:]*:([^:]*):(.*)$/s.exec(attributeWithin(chip, 'download_url') ?? '') ?? [];
  const told = ['data-filename', 'download', 'title', 'aria-label'].map((name) => attributeWithin(chip, name));
  const name = [dragged, ...told, chip.textContent].map((one) => nameIn.exec(one ?? '')?.[0].trim()).find(Boolean);
  const link = sameOrigin(chip, address ?? attributeWithin(chip, 'href'));
  return { name: name ?? (chip.textContent ?? '').trim().slice(0, 200), ...(link ? { link } : {}) };
}

function attributeWithin(chip: Element, name: string): string | undefined {
  return (chip.getAttribute(name) ?? chip.querySelector(`[${name}]`)?.getAttribute(name)) || undefined;
}

function sameOrigin(chip: Element, address: string | undefined): URL | undefined {
  const document = documentWith(chip);
  const url = address && !address.startsWith('#') ? URL.parse(address, document.baseURI) : undefined;
  return url && url.origin === document.location.origin ? url : undefined;
}

/** A long name is shortened at its end or in its middle. */
function isSameName(shown: string, name: string): boolean {
  const [plain, real] = [shown, name].map((one) => one.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase());
  const [start, end] = plain!.split(/…|\.{3}/);
  return end === undefined
    ? plain === real
    : start!.length > 2 && real!.startsWith(start!.trim()) && real!.endsWith(end.trim());
}

/** A picture put into the text has no name there. */
function picturesIn(bodies: Element[], kept: KeptFiles): File[] {
  return bodies.some((body) => body.querySelector('img')) ? kept.pictures() : [];
}

function textOutside(root: Element, bodies: Element[]): string {
  const document = documentWith(root);
  const { FILTER_REJECT, FILTER_ACCEPT } = document.defaultView!.NodeFilter;
  const walker = document.createTreeWalker(root, 5, (node) =>
    bodies.includes(node as Element) ? FILTER_REJECT : FILTER_ACCEPT,
  );
  let text = '';
  while (walker.nextNode()) text += walker.currentNode.nodeValue ?? ' ';
  return text;
}
