// Files of a compose form: those in its inputs, those it lists by a link, and those that were let into it.
import { attachmentsIn } from './attachment-chips.ts';
import { queryAll, shadowsIn } from './composed-tree.ts';
import type { Parts } from './generic-parts.ts';
import { documentWith, fieldsOf, formOf } from './unclobbered.ts';
import type { Attachment } from './webmail.ts';

/** A name, an ending and perhaps a size. */
const fileName = /^[^\\/:*?"<>|\n@]+\.\w{2,5}\s*(\([^)]*\))?$/;

export function attachmentsOf(parts: Parts): Attachment[] {
  const { root, body } = parts;
  const document = documentWith(root);
  const { host } = document.location;
  const links = queryAll<HTMLAnchorElement>(formOf(body) ?? root, 'a[href]').filter(
    (link) =>
      link.hasAttribute('download') ||
      // A site is written like a file, and leads to its first page or elsewhere.
      (link.host === host && link.pathname !== '/' && fileName.test(link.textContent.trim())),
  );
  return attachmentsIn(root, [body], links, inputsIn(parts), [document.body, ...shadowsIn(document)]);
}

export function inputsIn({ root, body }: Parts): HTMLInputElement[] {
  const form = formOf(body);
  return [...new Set([...queryAll(root, 'input[type=file]'), ...(form ? fieldsOf(form) : [])])] as HTMLInputElement[];
}
