// Makes a webmail out of a description. What the description does not find is read by the shape of the window, and said.

import { attachmentsIn, forgetting, remember } from './attachment-chips.ts';
import type { Description } from './description.ts';
import { addressesIn, addressesOn } from './page/addresses-in.ts';
import { openedAmong } from './page/composed-tree.ts';
import { documentOf, editableOf, editorIn } from './page/editable.ts';
import { leaving } from './page/leaving.ts';
import { bears } from './page/marked.ts';
import { markup } from './page/markup.ts';
import { press } from './page/press.ts';
import { pressKey } from './page/press-key.ts';
import {
  closest,
  contains,
  documentWith,
  isConnected,
  parentOf,
  queryAll,
  siblingsBefore,
} from './page/unclobbered.ts';
import { readRow, removeFrom } from './recipient-chips.ts';
import { isSendKey } from './send-key.ts';
import { type Found, findComposes, headersIn } from './shape.ts';
import type { Compose, ComposePart, Draft, Webmail } from './webmail.ts';

const pressables = 'button,[role=button],[role^=menuitem],input,a,[tabindex]';

const fileName = /^[^/:@]+\.([ct]sv|txt|xls\w?|od[st]|docx?|pdf|zip|json|xml|eml|msg|vcf)$/i;

export function described(description: Description): Webmail {
  const find = (document: Document) => findComposes(document, description);
  const composes = (document: Document): Compose[] => find(document).map((found) => composeOf(found, description));
  return {
    id: description.id,
    recognises: (document) => bears(document, description.mark ?? 'none'),
    composes,
    commitOf(target) {
      if (description.opens && closest(target, description.opens)) return undefined;
      const control = closest(target, description.send);
      const outside = description.outside && closest(target, description.outside);
      if (!control && !outside && !closest(target, pressables)) return undefined;
      const all = find(documentWith(target));
      const owner = all.find(({ root }) => contains(root, target));
      if (outside && all.length > 0) return outside;
      if (description.implied && closest(target, description.implied)) return owner?.sends[0];
      return owner?.sends.find((one) => contains(one, target)) ?? menuItemOf(target, all);
    },
    ownerOf(control) {
      const document = documentWith(control);
      const all = composes(document);
      const { activeElement } = document;
      return openedAmong(all) ?? all.find(({ root }) => activeElement && contains(root, activeElement));
    },
    isSendForm: () => false,
    isSendKey: (event) => isSendKey(description.keys, event),
  };
}

/** Whatever stands in a menu that was opened beside Send is another way to send. */
function menuItemOf(target: Element, all: Found[]): Element | undefined {
  const item = closest(target, '[role^=menuitem],[role=menu] button');
  const isOpen = ({ root, sends }: Found) =>
    queryAll(root, '[aria-expanded=true]').some((opener) =>
      sends.some((send) => !contains(send, opener) && opener.parentElement?.parentElement?.contains(send)),
    );
  return item && all.some(isOpen) ? item : undefined;
}

function composeOf(found: Found, description: Description): Compose {
  const { root } = found;
  return {
    root,
    read: () => readDraft(found, description),
    remember: (files) => remember(root, files),
    get missing() {
      const missing = new Set<ComposePart>(found.missing);
      if (!readRecipients(found, description).isAsKnown) missing.add('recipients');
      if (!accountOf(found, description)) missing.add('account');
      return [...missing];
    },
    unfold() {
      const inFrames = found.bodies.flatMap((body) => documentOf(body)?.documentElement ?? []);
      for (const place of [root, ...inFrames])
        for (const one of queryAll(place, description.folded ?? 'none')) press(one);
    },
    setRecipients({ to, cc, bcc }) {
      const wanted = new Set([...to, ...cc, ...bcc].flatMap(addressesIn));
      const isUnwanted = (entry: string) => !addressesIn(entry).some((one) => wanted.has(one));
      for (const { element } of found.rows) removeFrom(element, description, isUnwanted);
    },
    resume(how, trigger, pressed) {
      const now = () => findComposes(documentWith(root), description).find((one) => one.root === root);
      const isOwn = how !== 'click' || found.sends.some((send) => contains(send, trigger));
      // Send that was drawn anew does the same; a menu that was closed meanwhile has to be opened again.
      const control = how === 'click' && isConnected(trigger) ? trigger : isOwn ? now()?.sends[0] : undefined;
      if (!control) return Promise.resolve('not-sent');
      const forgetSent = forgetting(root);
      const outcome = leaving(root, () => !now()).then((what) => {
        // Some keep the element for the next message; a new one is judged by what it shows.
        if (what === 'sent' && isConnected(root)) forgetSent();
        return what;
      });
      // Where nobody knows that the page sends by this, nothing must be sent if it does not.
      if (pressed && !isSendKey(description.keys, pressed, true)) pressKey(trigger, pressed);
      else press(control);
      return outcome;
    },
  };
}

function readDraft(found: Found, description: Description): Draft {
  const { root, bodies } = found;
  const { to, cc, bcc } = readRecipients(found, description);
  const isHtml = bodies.some((body) => body.localName !== 'textarea');
  return {
    account: accountOf(found, description),
    to,
    cc,
    bcc,
    subject: subjectOf(found, description),
    body: bodies.map((body) => contentOf(body, isHtml)).join('\n'),
    isHtml,
    attachments: attachmentsIn(root, bodies, attachmentChips(root, description)),
  };
}

/** Where none is as described, and nobody has seen the product's source, whatever is called like a file. */
function attachmentChips(root: Element, { attachment, hosts }: Description): Element[] {
  const known = queryAll(root, attachment);
  if (known.length > 0 || !hosts) return known;
  return queryAll<HTMLElement>(root, '[title]').filter(({ title }) => fileName.test(title));
}

/** Where no subject is found, whatever else was typed before the body. */
function subjectOf({ root, bodies, rows }: Found, description: Description): string {
  const isTyped = (one: Element): one is HTMLInputElement => typeof (one as HTMLInputElement).value === 'string';
  const { people, subject } = headersIn(root, bodies.at(-1)!, description);
  const others = people.filter((one) => rows.length > 0 && !rows.some(({ element }) => contains(element, one)));
  return (subject.length > 0 ? subject : others)
    .filter(isTyped)
    .map(({ value }) => value)
    .join('\n');
}

function contentOf(body: Element, isHtml: boolean): string {
  if (body.localName === 'textarea') {
    const text = (body as HTMLTextAreaElement).value;
    return isHtml ? `<pre>${markup(text)}</pre>` : text;
  }
  return editableOf(body)?.innerHTML ?? '';
}

function readRecipients(
  found: Found,
  description: Description,
): Pick<Draft, 'to' | 'cc' | 'bcc'> & { isAsKnown: boolean } {
  const read = found.rows.map(({ field, element }) => ({ field, ...readRow(element, description) }));
  const entries = (field: string) => read.filter((one) => one.field === field).flatMap((one) => one.entries);
  const hasTo = found.rows.some(({ field }) => field === 'to');
  const known = new Set(read.flatMap((one) => one.entries).flatMap(addressesIn));
  const others = hasTo ? [] : recipientsByShape(found, description);
  return {
    to: [...entries('to'), ...others.filter((entry) => !addressesIn(entry).some((one) => known.has(one)))],
    cc: entries('cc'),
    bcc: entries('bcc'),
    isAsKnown: hasTo && read.every((one) => one.isAsKnown),
  };
}

/** What fields before the body hold, and every address that shows there. */
function recipientsByShape({ root, bodies }: Found, description: Description): string[] {
  // Fields for recipients can be editors as well: the body comes last.
  const body = bodies.at(-1)!;
  const editor = editorIn(body);
  const fields = headersIn(root, body, description).people.flatMap((one) => readRow(one, description).entries);
  const around = [
    ...addressesBefore(root, body),
    ...(editor ? addressesBefore(editor.ownerDocument.body, editor) : []),
  ];
  return [...new Set([...fields, ...around])];
}

/** Whatever looks like an address between the beginning of the window and its body. */
function addressesBefore(root: Element, body: Element): string[] {
  const before: Element[] = [];
  for (let one: Element | null = body; one && one !== root; one = parentOf(one)) before.unshift(...siblingsBefore(one));
  return before.flatMap(addressesOn);
}

/** Who is signed in; else who it is written from, which anybody may change to any address they have. */
function accountOf({ root }: Found, { account, isInTitle, from }: Description): string | undefined {
  const document = documentWith(root);
  const shown = queryAll(document, account ?? 'none').filter((one) => !one.closest('[contenteditable]'));
  const titled = isInTitle ? titledIn(document.title) : undefined;
  return shown.flatMap(told)[0] ?? titled ?? queryAll(root, from).flatMap(told)[0];
}

/** `Folder - address - Product`, `Product (address)`. What stands elsewhere may be of a subject, and anybody writes subjects. */
function titledIn(title: string): string | undefined {
  const place = title.split(/\s[-–—|]\s|[()]/).at(-2);
  return place && addressesIn(place)[0] === place ? place : undefined;
}

function told(element: Element): string[] {
  const { value, selectedOptions } = element as { value?: unknown; selectedOptions?: Iterable<Element> };
  if (selectedOptions) return [...selectedOptions].flatMap(addressesOn);
  return [...(typeof value === 'string' ? addressesIn(value) : []), ...addressesOn(element)];
}
