// What a request of the page has to do with the drafts that are open, and the draft it makes: what it says itself, and what it only names.
import type { DraftToAssess } from '@/assessment/assessment.ts';
import { inOneLook, onceALook } from '@/webmails/page/composed-tree.ts';
import { together } from '@/webmails/page/markup.ts';
import { type RequestContent, type Said, shareOf } from '@/webmails/requests/content.ts';
import type { RequestKind } from '@/webmails/requests/requests.ts';
import type { Compose, Draft } from '@/webmails/webmail.ts';
import { readable } from './assess-draft.ts';
import type { AttachmentReader } from './attachments.ts';
import { bearing, type Clearances, namedIn } from './clearances.ts';
import { type Entry, toRead, unread } from './judge-files.ts';
import type { HeldRequest } from './read-request.ts';

export interface Writing extends Entry {
  attachments: AttachmentReader;
  clearances: Clearances;
}

/** Below this many characters a request cannot carry a draft that matters. */
export const shortest = 80;

/** Of a request, what it carries. */
export type Carried = Pick<HeldRequest, 'body' | 'files'>;

interface Open {
  compose: Compose;
  draft: Draft;
}

/**
 * A request as far as it is known. `isMore`: only by carrying more than was let go just now. `isKnown`: its product sends by it, which may
 * be a draft that it only names. `isSealed`: nobody can read what its product puts into it.
 */
export interface Told {
  kind: RequestKind;
  content: RequestContent;
  isMore?: boolean | undefined;
  isKnown?: boolean | undefined;
  isSealed?: boolean | undefined;
}

/**
 * Few words are in many requests: with whom they go to they are the draft. Looked for where they may leave by no control that is known, or with
 * files; a file without any words is told by its recipient.
 */
function isBorneBy({ compose, draft }: Open, content: RequestContent): boolean | undefined {
  const { to, cc, bcc, subject, body, attachments } = draft;
  if (body.length >= shortest && shareOf(body, content) >= bearing) return true;
  const isSilent = compose.missing?.includes('send');
  const hasFiles = attachments.length > 0;
  if (!isSilent && !hasFiles) return false;
  if (!namesAny(content.to, namedIn([...to, ...cc, ...bcc]))) return false;
  const shares = [subject, body].map((text) => shareOf(text, content));
  return shares.some((one) => one >= bearing) || (isSilent && hasFiles && shares.every(Number.isNaN));
}

const namesAny = (entries: readonly string[], people: readonly string[]): boolean =>
  namedIn(entries).some((one) => people.includes(one));

/** The drafts that are open, each read once for all that is asked of them at one moment. */
export function openDrafts({ grounds, composes, attachments, clearances }: Writing) {
  const drafts = () =>
    onceALook(drafts, grounds.view.document, () =>
      composes().flatMap((compose): Open[] => {
        const draft = readable(compose);
        return draft ? [{ compose, draft }] : [];
      }),
    );
  const bearerOf = (content: RequestContent) => drafts().find((one) => isBorneBy(one, content));
  /** Open, and not let go. */
  const pending = () =>
    drafts().filter(
      ({ draft }) =>
        !clearances.isOne(
          saidIn(draft),
          draft.attachments.map(({ name }) => name),
        ),
    );
  const account = () => drafts().flatMap(({ draft }) => draft.account ?? [])[0];

  const draftOf = async (
    request: Carried,
    trigger: 'network' | 'draft',
    { content, isMore, isKnown, isSealed }: Omit<Told, 'kind'>,
  ): Promise<DraftToAssess> => {
    const isBlank = !content.body.trim();
    const open = inOneLook(() => {
      // A draft may say no more than what was sent before.
      if (isKnown || isSealed) {
        const more = pending();
        return more[0] || trigger === 'network' ? more : drafts();
      }
      const bearer = bearerOf(content);
      // What was let go, and what else is written, is none of what a page adds to it.
      return bearer ? [bearer] : isMore ? [] : drafts();
    });
    const written = open.map(({ draft }) => draft);
    // It may name a draft that was saved before, or seal it: what stands in the compose windows is what goes, and what it says itself.
    const isOpen = isKnown || isSealed || isBlank;
    const isShown = (isBlank || isSealed) && open.length > 0;
    // What it carries is judged once, as it goes.
    const texts: Pick<Draft, 'body' | 'isHtml'>[] = isOpen
      ? open.filter((one) => isShown || !isBorneBy(one, content)).map(({ draft }) => draft)
      : [];
    if (!isShown) texts.push(content);
    const all = (field: 'to' | 'cc' | 'bcc') => written.flatMap((one) => one[field]);
    const cc = all('cc');
    const bcc = all('bcc');
    // A request does not say which field a recipient stands in: the page does, and who stands in Bcc is seen by nobody.
    const beside = namedIn([...cc, ...bcc]);
    const to = content.to.filter((one) => !namesAny([one], beside));
    if (isOpen || !content.to[0]) to.push(...all('to'));
    const files =
      trigger === 'network'
        ? (
            await Promise.all(open.map(({ compose, draft }) => attachments.read(compose.root, draft, grounds.signal)))
          ).flat()
        : [];
    if (!isShown && (request.body === undefined || content.files > 0)) files.push(...request.files.map(toRead));
    // Sealed, or of a form nobody can read.
    if (!isShown && (isBlank || isSealed)) files.push(unread);
    return {
      account: written[0]?.account ?? account(),
      to: [...new Set(to)],
      cc,
      bcc,
      subject: isOpen ? written.map(({ subject }) => subject).join('\n') : '',
      ...together(texts),
      files,
      trigger,
    };
  };

  return { drafts, bearerOf, pending, account, draftOf };
}

export function saidIn({ to, cc, bcc, subject, body }: Draft | DraftToAssess): Said {
  return { to: [...to, ...cc, ...bcc], body: `${subject}\n${body}` };
}
