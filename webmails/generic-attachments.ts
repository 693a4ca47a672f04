// Files of a compose form: those in its inputs, those it lists by a link or by name and size, and those that were let into it.
import { attachmentsIn, isSameName, textOutside } from './attachment-chips.ts';
import { queryAll, shadowsIn } from './composed-tree.ts';
import type { Parts } from './generic-parts.ts';
import { documentWith, fieldsOf, formOf } from './unclobbered.ts';
import type { Attachment } from './webmail.ts';

/** A name, an ending, a sign that it may be cut, and perhaps a size. */
const fileName = /^[^\\/:*?"<>|\n@]+\.\w{2,5}…?\s*(\([^)]*\))?$/;
/** A name, and behind it how large the file is, as one text. */
const sized = /^\s*([^:/@]+\.(?:[a-z]\w{1,4}|7z))\b.*\d\s?[kmgкмг]?i?[boб](ytes|ctets)?(?!\p{L})/iu;
/** That there are some, where the page says no more. */
const counted = /attachments?\W+[1-9](?![ \d]*[kmg.])/i;

export function attachmentsOf(parts: Parts): Attachment[] {
  const { root, body } = parts;
  const document = documentWith(root);
  const { host } = document.location;
  const form = formOf(body) ?? root;
  const links = queryAll<HTMLAnchorElement>(form, 'a[href]').filter(
    (link) =>
      link.hasAttribute('download') ||
      // A site is written like a file, and leads to its first page or elsewhere.
      (link.host === host && link.pathname !== '/' && fileName.test(link.textContent.trim())),
  );
  const found = attachmentsIn(root, [body], links, inputsIn(parts), [document.body, ...shadowsIn(document)]);
  // What the page holds and gives no link to: one that stands beside may as well take the file away.
  const text = textOutside([form], [body]);
  for (const line of text.split('\n')) {
    const id = sized.exec(line)?.[1];
    const isThere = id && found.some(({ name }) => isSameName(id, name) || id.includes(name));
    if (id && !isThere) found.push({ id, name: id });
  }
  const [id] = counted.exec(text) ?? [];
  if (id && !found[0]) found.push({ id, name: id });
  return found;
}

export function inputsIn({ root, body }: Parts): HTMLInputElement[] {
  const form = formOf(body);
  return [...new Set([...queryAll(root, 'input[type=file]'), ...(form ? fieldsOf(form) : [])])] as HTMLInputElement[];
}
