// Files of a compose form: those in its inputs, those it lists by a link, with a tick, or by name and size, and those that were let into it. A
// message that its server attaches by itself is a file of which nothing is known.

import { attachmentsIn, isSameName, textOutside } from '../attachment-chips.ts';
import { isCommitLabel } from '../labels/control-words.ts';
import { controlLabel } from '../labels/element-labels.ts';
import { contains, queryAll, shadowsIn } from '../page/composed-tree.ts';
import { attributeOf, documentWith, fieldsOf, formOf } from '../page/unclobbered.ts';
import type { Attachment } from '../webmail.ts';
import type { Parts } from './parts.ts';
import { valueIn } from './recipients.ts';

/** A name, an ending, a sign that it may be cut, and perhaps a size. */
const fileName = /^[^\\/:*?"<>|\n@]+\.\w{2,5}…?\s*(\([^)]*\))?$/;
/** A name, and behind it how large the file is, as one text. */
const sized = /^\s*([^:/@]+\.(?:[a-z]\w{1,4}|7z))\b.*\d\s?[kmgкмг]?i?[boб](ytes|ctets)?(?!\p{L})/iu;
/** That there are some, where the page says no more. */
const counted = /attachments?\W+[1-9](?![ \d]*[kmg.])/i;

export function attachmentsOf(parts: Parts): Attachment[] {
  const { root, body, others } = parts;
  const document = documentWith(root);
  const form = formOf(body) ?? root;
  const listing = queryAll<HTMLAnchorElement & HTMLLabelElement>(form, 'a[href],label').filter(
    (one) =>
      one.hasAttribute('download') ||
      // A site is written like a file, and leads to its first page or elsewhere.
      (((one.control as HTMLInputElement | null)?.checked ||
        (one.host === document.location.host && one.pathname !== '/')) &&
        fileName.test(one.textContent.trim())),
  );
  const found = attachmentsIn(root, [body], listing, inputsIn(parts), [document.body, ...shadowsIn(document)]);
  // What the page holds and gives no link to: one that stands beside may as well take the file away.
  const text = textOutside([form], [body, ...queryAll(form, 'textarea')]);
  for (const line of [...text.split('\n'), ...columnsIn(form, body)]) {
    const id = sized.exec(line)?.[1];
    const isThere = id && found.some(({ name }) => isSameName(id, name) || id.includes(name));
    if (id && !isThere) found.push({ id, name: id });
  }
  const [id] = counted.exec(text) ?? [];
  if (id && !found[0]) found.push({ id, name: id });
  // By the name of who gets one as it is.
  if (
    others.some(isForwarded) ||
    queryAll(form, '[name*="bounceto" i]')[0] ||
    forwardsAll(queryAll(form, 'button,input'))
  )
    found.push({ id: 'forward', name: 'forward' });
  return found;
}

/** A name and a size, each in a place of its own: between them stands at most of what kind it is. */
function columnsIn(form: Element, body: Element): string[] {
  return queryAll(form, '*').flatMap(({ childElementCount, textContent, previousElementSibling: before }) =>
    childElementCount > 0 || textContent.length > 20 || contains(body, before!)
      ? []
      : [before, before?.previousElementSibling]
          .map((cell) => `${cell?.textContent.trim()}`)
          .filter((name) => fileName.test(name))
          .map((name) => `${name} ${textContent}`),
  );
}

const forwards = /^(forward|weiterl|transf|reenvi|inoltr|doorst|encaminh|przekaż|пересл|转发|轉寄|転送)/i;

/** The control that sends says that it forwards, and stands in the place of *Send*: what stood there before goes along. */
function forwardsAll(controls: readonly Element[]): boolean {
  const says = (isIt: (label: string) => boolean) =>
    controls.filter((one) => isIt(controlLabel(one)) && (one.checkVisibility?.() ?? true));
  return (
    says((label) => forwards.test(label)).some((one) => /send|submit/i.test(one.outerHTML)) && !says(isCommitLabel)[0]
  );
}

/** A message that the server attaches, of which the page says no more than which. */
function isForwarded(field: Element): boolean {
  return attributeOf(field, 'name') === 'forward' && valueIn(field) !== '';
}

export function inputsIn({ root, body }: Parts): HTMLInputElement[] {
  const form = formOf(body);
  return [...new Set([...queryAll(root, 'input[type=file]'), ...(form ? fieldsOf(form) : [])])] as HTMLInputElement[];
}
