// Files of a compose form: those in its inputs, those it lists by a link or with a tick, and those that were let into it. A message that
// its server attaches by itself is a file of which nothing is known.
import { attachmentsIn } from './attachment-chips.ts';
import { queryAll, shadowsIn } from './composed-tree.ts';
import type { Parts } from './generic-parts.ts';
import { valueIn } from './generic-recipients.ts';
import { attributeOf, documentWith, fieldsOf, formOf } from './unclobbered.ts';
import type { Attachment } from './webmail.ts';

/** A name, an ending and perhaps a size. */
const fileName = /^[^\\/:*?"<>|\n@]+\.\w{2,5}\s*(\([^)]*\))?$/;

export function attachmentsOf(parts: Parts): Attachment[] {
  const { root, body, others } = parts;
  const document = documentWith(root);
  const around = formOf(body) ?? root;
  const listing = queryAll<HTMLAnchorElement & HTMLLabelElement>(around, 'a[href], label').filter(
    (one) =>
      one.hasAttribute('download') ||
      // A site is written like a file, and leads to its first page or elsewhere.
      (((one.control as HTMLInputElement | null)?.checked ||
        (one.host === document.location.host && one.pathname !== '/')) &&
        fileName.test(one.textContent.trim())),
  );
  return [
    ...attachmentsIn(root, [body], listing, inputsIn(parts), [document.body, ...shadowsIn(document)]),
    ...others.flatMap((one) =>
      attributeOf(one, 'name') === 'forward' && valueIn(one) ? { id: 'forward', name: 'forward' } : [],
    ),
  ];
}

export function inputsIn({ root, body }: Parts): HTMLInputElement[] {
  const form = formOf(body);
  return [...new Set([...queryAll(root, 'input[type=file]'), ...(form ? fieldsOf(form) : [])])] as HTMLInputElement[];
}
