// Attachments of a draft, with their bytes where there is a way to them: as the page lists them, by its own link; and those that were let
// in on this page, which it uploads by itself and shows by name.
import { classed } from './page/classed.ts';
import { contains, queryAll } from './page/composed-tree.ts';
import { editableOf } from './page/editable.ts';
import { embeddedPictures } from './page/embedded-pictures.ts';
import { fetchAttachment } from './page/fetch-attachment.ts';
import { attachmentOf } from './page/file-identity.ts';
import { plainSpaces } from './page/plain-spaces.ts';
import { attributeOf, documentWith } from './page/unclobbered.ts';
import type { Attachment } from './webmail.ts';

interface LetIn {
  file: File;
  /** Of the draft it was let into. */
  root: Element;
  /** Whether the page ever showed it by name: from then on, it is there as long as it shows. */
  wasShown: boolean;
  /** Where it was chosen: once others lie there, it is no longer what a person chose. A page that took it empties its input. */
  input?: HTMLInputElement | undefined;
}

/** On this page: a content script lives in one document. */
let letIn: LetIn[] = [];
/** Long drafts and many of them, and no more. */
const keptAtMost = 200;
/** Where a page says something for a moment: what it names there it need not list. */
const sayings = `[role=alert],[role=status],[aria-live],${classed('toast snackbar')}`;
const nameIn = /[^\\/:*?"<>|\n\r\t]*[^\\/:*?"<>|\n\r\t\s]\.[a-z0-9]{1,10}\b/i;

export function remember(root: Element, files: readonly File[]): void {
  const more = files.map((file) => ({ file, root, wasShown: false }));
  letIn = [...letIn, ...more].slice(-keptAtMost);
}

/** To be called once what was written is sent, and another message may be written in its place. */
export function forgetting(root: Element): () => void {
  const sent = letIn.flatMap((one) => (one.root === root ? one.file : []));
  return () => forget(sent);
}

/** Others are in their place. */
export function forget(files: readonly File[]): void {
  letIn = letIn.filter(({ file }) => !files.includes(file));
}

/**
 * `listing`: what the page lists them by. `inputs`: where chosen ones lie. `page`: where else it may show them. One that was let into this draft counts until
 * the page has shown it and does no more: some never show a name, or cut it. Where two files were let in under one name, it may be either: both are judged.
 */
export function attachmentsIn(
  root: Element,
  bodies: readonly Element[],
  listing: readonly Element[],
  inputs: readonly HTMLInputElement[] = [],
  page?: readonly Node[],
): Attachment[] {
  const chips = listing.filter((one) => !bodies.some((body) => body.contains(one)));
  const listed = chips
    .filter((chip) => !chips.some((other) => other !== chip && other.contains(chip)))
    .map(attachmentBy);
  const shownIn = (trees: readonly Node[], without: readonly Element[]) => {
    const text = textOutside(trees, without);
    const names = [...listed.map(({ name }) => name), ...text.split('\n').filter((line) => /…|\.{3}/.test(line))];
    return ({ name, type }: File) =>
      text.includes(name) ||
      names.some((shown) => isSameName(shown, name)) ||
      // A picture put into the text has no name there.
      (type.startsWith('image/') && bodies.some(holdsPicture));
  };
  const inRoot = letIn.length > 0 ? shownIn([root], bodies) : undefined;
  const inPage = page && inRoot ? shownIn(page, [...bodies, ...sayingsAround(root)]) : inRoot;
  const uploaded = letIn.filter((one) => {
    // Of another draft, or of this one before the page drew it anew.
    if (one.root !== root) return inRoot!(one.file);
    one.input = inputs.find((input) => filesIn(input).includes(one.file)) ?? one.input;
    const lying = one.input ? filesIn(one.input) : [];
    const isReplaced = lying.length > 0 && !lying.includes(one.file);
    const isShown = inPage!(one.file);
    const counts = isShown || !(one.wasShown || isReplaced);
    one.wasShown ||= isShown;
    return counts;
  });
  const chosen = inputs.flatMap(filesIn);
  const files = [...new Set([...chosen, ...uploaded.map(({ file }) => file)])];
  return [
    ...listed.filter(({ name }) => !files.some((file) => isSameName(name, file.name))),
    ...files.map(attachmentOf),
    ...bodies.flatMap((body) => embeddedPictures(editableOf(body))),
  ];
}

export function filesIn({ files }: HTMLInputElement): File[] {
  return [...(files ?? [])];
}

function sayingsAround(root: Element): Element[] {
  return queryAll(documentWith(root), sayings).filter((one) => !contains(one, root) && !contains(root, one));
}

function holdsPicture(body: Element): boolean {
  return Boolean(editableOf(body)?.querySelector('img'));
}

function attachmentBy(chip: Element): Attachment {
  // `type:name:address`, as pages offer a file to be dragged out: https://www.thecssninja.com/html/html5-drag-out
  const [, dragged, address] = /^[^:]*:([^:]*):(.*)$/s.exec(attributeWithin(chip, 'download_url') ?? '') ?? [];
  const told = ['data-filename', 'download', 'title', 'aria-label'].map((name) => attributeWithin(chip, name));
  const named = [dragged, ...told, chip.textContent].map((one) => nameIn.exec(one ?? '')?.[0].trim()).find(Boolean);
  const name = named ?? chip.textContent.trim().slice(0, 200);
  const link = sameOrigin(chip, address ?? attributeWithin(chip, 'href'));
  return {
    id: `${name}|${link?.href ?? ''}`,
    name,
    ...(link ? { load: (signal) => fetchAttachment(link, signal) } : {}),
  };
}

function attributeWithin(chip: Element, name: string): string | undefined {
  return (attributeOf(chip, name) ?? chip.querySelector(`[${name}]`)?.getAttribute(name)) || undefined;
}

function sameOrigin(chip: Element, address: string | undefined): URL | undefined {
  const document = documentWith(chip);
  const url = address && !address.startsWith('#') ? URL.parse(address, document.baseURI) : undefined;
  return url && url.origin === document.location.origin ? url : undefined;
}

/** A long name is shortened at its end or in its middle. */
export function isSameName(shown: string, name: string): boolean {
  const [plain, real] = [shown, name].map((one) => plainSpaces(one.normalize('NFC')).toLowerCase());
  const [start, end] = plain!.split(/…|\.{3}/);
  return end === undefined
    ? plain === real
    : start!.length > 2 && real!.startsWith(start!.trim()) && real!.endsWith(end.trim());
}

/** A line each element. */
export function textOutside(trees: readonly Node[], without: readonly Element[]): string {
  let text = '';
  for (const tree of trees) {
    const walker = documentWith(tree)!.createTreeWalker(tree, 5 /* elements and text */, (node) =>
      without.includes(node as Element) ? 2 /* reject */ : 1,
    );
    while (walker.nextNode()) text += walker.currentNode.nodeValue ?? '\n';
  }
  return text;
}
