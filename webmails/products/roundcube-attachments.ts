// The attachments of a Roundcube draft, which lie on its server: read through the page's own link, replaced through its own list and input.
// Source: program/js/app.js (upload_file, remove_attachment) and a running 1.6.5.
import { fetchAttachment } from '../page/fetch-attachment.ts';
import { attributeOf, queryAll } from '../page/unclobbered.ts';
import type { Attachment, FileChanges } from '../webmail.ts';
import { fieldValue } from './roundcube-headers.ts';
import { becomes } from './roundcube-status.ts';

const listed = 'li[id^=rcmfile]';
const longestUpload = 60_000;

export function attachmentsOf(document: Document, form: HTMLFormElement): Attachment[] {
  const composeId = fieldValue(form, '_id');
  return queryAll(document, listed).map((item) => {
    const told = item.querySelector('.attachment-size')?.textContent ?? '';
    return {
      id: item.id,
      name: nameIn(item),
      async load(signal) {
        const url = new URL(attributeOf(form, 'action') ?? '', document.baseURI);
        url.search = `_task=mail&_action=display-attachment&_file=${item.id}&_id=${composeId}`;
        const content = await fetchAttachment(url, signal);
        // A lost session is answered with a page and status 200: what arrives must be as long as the list says.
        if (!isAsLongAs(told, content.size)) throw new Error('attachment is not as long as listed');
        return content;
      },
    };
  });
}

/** Others are there before the ones they replace are gone. */
export async function replaceAttachments(document: Document, { changes, give, signal }: FileChanges): Promise<boolean> {
  const files = [...changes.values()].filter((file) => file !== undefined);
  const before = new Set(idsIn(document));
  const until = AbortSignal.any([signal, AbortSignal.timeout(longestUpload)]);
  const isListed = [...changes.keys()].every((id) => before.has(id));
  const arrived = () => idsIn(document).filter((id) => !before.has(id)).length >= files.length;
  if (files.length > 0) {
    const input = queryAll<HTMLInputElement>(document, 'input[type=file][name="_attachments[]"]').at(-1);
    if (!input) return false;
    give(input, files);
    if (!(await becomes(arrived, until))) return false;
  }
  for (const id of changes.keys())
    document.getElementById(id)?.querySelector<HTMLElement>('a.delete, a[onclick*=remove-attachment]')?.click();
  return isListed && becomes(() => [...changes.keys()].every((id) => !document.getElementById(id)), until);
}

const idsIn = (document: Document) => queryAll(document, `${listed}:not(.uploading)`).map(({ id }) => id);

function nameIn(item: Element): string {
  const name = item.querySelector('.attachment-name') ?? item.querySelector('a.filename') ?? item;
  // A long name is shortened on the page and kept in full in the title.
  return (attributeOf(name, 'title') || name.textContent || '').trim();
}

/** Whether a size as shown, `(12 KB)`, in any language's units, can stand for so many bytes. */
function isAsLongAs(told: string, bytes: number): boolean {
  const shown = /\d+(?:[.,]\d+)?/.exec(told)?.[0];
  if (shown === undefined) return bytes > 0;
  const number = Number(shown.replace(',', '.'));
  const rounding = /[.,]/.test(shown) ? 0.051 : 0.51;
  return [1, 1024, 1024 ** 2, 1024 ** 3].some((unit) => Math.abs(bytes / unit - number) <= (unit === 1 ? 0 : rounding));
}
