// The second gate in the page: a request that sends, saves or uploads what the first did not let go is judged by what is in it.
import type { DraftToAssess, FileToRead } from '@/assessment/assessment.ts';
import type { Choice } from '@/incidents/incident.ts';
import { inOneLook, onceALook } from '@/webmails/composed-tree.ts';
import { identityOf } from '@/webmails/file-identity.ts';
import { contentOf, type RequestContent, shareOf } from '@/webmails/request-content.ts';
import type { PageRequest, RequestIn, RequestKind } from '@/webmails/requests.ts';
import type { Compose, Draft } from '@/webmails/webmail.ts';
import { readable, toAssess, toAssessArrival } from './assess-draft.ts';
import type { AttachmentReader } from './attachments.ts';
import { type Clearances, namedIn } from './clearances.ts';
import type { Arriving, Grounds, Trigger } from './drafts.ts';
import { type HeldRequest, isText, nameless, type RequestHold } from './hold-requests.ts';
import { isLetIn } from './known-files.ts';
import type { Answer, Ruling } from './ports.ts';
import type { Approval } from './settle.ts';

export interface RequestJudge {
  grounds: Grounds;
  composes(): Compose[];
  webmail(): string | undefined;
  requestIn: RequestIn;
  hasSeen(): boolean;
  attachments: AttachmentReader;
  clearances: Clearances;
  mayEnter(compose: Compose, arriving: Arriving, trigger: Trigger): Promise<Approval | undefined>;
  /** A draft of a private account was kept from being saved. */
  onUnsaved(compose: Compose): void;
}

/** Below this many characters a request cannot carry a draft that matters. */
const shortest = 80;
/** Bytes without a name that may be a file. */
const shortestFile = 32_768;
/** Of a draft's words, how many make a request its bearer. */
const bearing = 0.8;

interface Open {
  compose: Compose;
  draft: Draft;
}

/** A request as far as it is known. `isMore`: only by carrying more than was let go just now. */
interface Told {
  kind: RequestKind;
  content?: RequestContent;
  isMore?: boolean;
}

/**
 * Few words are in many requests: with whom they go to they are the draft. Looked for where they may leave by no control that is known, or with
 * files; a file without any words is told by its recipient.
 */
function isBorneBy({ compose, draft }: Open, content: RequestContent): boolean {
  const { to, cc, bcc, subject, body, attachments } = draft;
  if (body.length >= shortest && shareOf(body, content) >= bearing) return true;
  const isSilent = compose.missing?.includes('send');
  const hasFiles = attachments.length > 0;
  if (!isSilent && !hasFiles) return false;
  const people = namedIn([...to, ...cc, ...bcc]);
  if (!namedIn(content.to).some((one) => people.includes(one))) return false;
  const shares = [subject, body].map((text) => shareOf(text, content));
  return shares.some((one) => one >= bearing) || Boolean(isSilent && hasFiles && shares.every(Number.isNaN));
}

export function judgeRequests(judge: RequestJudge): RequestHold & { stopped(): void } {
  const { grounds, composes, clearances } = judge;
  const { ports, signal } = grounds;
  const recorded = new WeakSet<Element>();
  /** Addresses nobody knows, to which a file went. */
  const noted = new Set<string | undefined>();
  /** A page that was refused tries again by itself: the person has answered. */
  let refused = '';

  /** Reading a long draft takes time: once for all that is asked of it at one moment. */
  const drafts = () =>
    onceALook(drafts, grounds.view.document, () =>
      composes().flatMap((compose): Open[] => {
        const draft = readable(compose);
        return draft ? [{ compose, draft }] : [];
      }),
    );
  const bearerOf = (content: RequestContent) => drafts().find((one) => isBorneBy(one, content));

  const kindOf = (request: PageRequest): Told => {
    const { kind } = judge.requestIn(request, judge.webmail());
    if (kind === 'draft' || kind === 'upload') return { kind };
    const content = contentOf(request.body);
    if (kind === 'send') return { kind, content };
    if (lengthOf(request) < shortest && content.to.length === 0) return { kind };
    if (!bearerOf(content)) {
      const isMore = clearances.exceeds(content);
      return { kind: isMore ? 'send' : kind, content, isMore };
    }
    // Nobody knows this product: what says that it saves, or has the text changed into another form, is believed, until it is a private
    // account that saves.
    const { pathname, search } = new URL(request.url);
    const isSave =
      request.saysItSaves ?? /^[^?]*(draft|save|spell_?check)|(html|text)2(html|text)/i.test(pathname + search);
    return { kind: isSave ? 'draft' : 'send', content };
  };

  const account = () => drafts().flatMap(({ draft }) => draft.account ?? [])[0];
  const isPrivate = () => ports.isPrivateMail(account());

  const draftOf = async (
    request: HeldRequest,
    trigger: 'network' | 'draft',
    isMore?: boolean,
  ): Promise<DraftToAssess> => {
    const content = contentOf(request.body);
    // What was let go, and what else is written, is none of what a page adds to it.
    const found = inOneLook(() => bearerOf(content) ?? (isMore ? undefined : drafts()[0]));
    const open = found?.draft;
    const attached =
      found && trigger === 'network' ? await judge.attachments.read(found.compose.root, found.draft, signal) : [];
    // It names a draft that was saved before: what stands in the compose window is what goes.
    if (content.body.trim() === '' && open) return toAssess(open, attached, trigger);
    const files = [...attached, ...(request.body === undefined || content.files > 0 ? request.files.map(toRead) : [])];
    // Sealed, or of a form nobody can read.
    if (content.body.trim() === '') files.push({ id: 'request', name: 'request', content: 'not-reachable' });
    const to = content.to.length > 0 ? content.to : (open?.to ?? []);
    const about = {
      to,
      cc: open?.cc ?? [],
      bcc: open?.bcc ?? [],
      subject: '',
      body: content.body,
      isHtml: content.isHtml,
    };
    const sender = open?.account ?? account();
    return { ...(sender ? { account: sender } : {}), ...about, files, trigger };
  };

  const assess = async (request: HeldRequest, trigger: 'network' | 'draft', isMore?: boolean) =>
    ports.assess(await draftOf(request, trigger, isMore), signal, false);

  const maySend = async (request: HeldRequest, isMore?: boolean): Promise<boolean> => {
    const content = contentOf(request.body);
    const isEmpty = content.body.trim() === '';
    if (isEmpty ? clearances.take() : clearances.covers(content, isMore)) return true;
    if (!isEmpty && content.body === refused) return false;
    const { approval } = await grounds.inOrder(async () => grounds.settled(await draftOf(request, 'network', isMore)));
    if (!approval) {
      refused = content.body;
      return false;
    }
    // Nobody was asked about it: it is no message.
    const isAside = isMore && !approval.record;
    clearances.add([...content.to, content.body], content.to, isAside);
    if (isAside) return true;
    if (approval.record) ports.conclude(approval.record, 'unknown');
    await ports.clear('send', content.body.length);
    return true;
  };

  /** A private account's draft has left when it is saved; a work account's is written down, and goes. */
  const maySave = async (request: HeldRequest): Promise<boolean> => {
    // Written down before, and of an account whose drafts go.
    const [compose] = composes();
    if (compose && recorded.has(compose.root) && !isPrivate()) return true;
    const content = contentOf(request.body);
    if (clearances.covers(content)) return true;
    isPrivate();
    const ruling = await assess(request, 'draft');
    // Asked ahead: by now the desk has said.
    const isKept = isPrivate();
    if (ruling.action === 'allow') return true;
    const mayGo = !isKept || !ruling.enforced;
    const root = composes()[0]?.root;
    if (!root || !recorded.has(root)) {
      if (root) recorded.add(root);
      const durable = await ports.record(ruling, unasked(mayGo, mayGo ? 'not-asked' : 'edited'));
      if (!durable.stored && mayGo && isKept) return false;
    }
    if (!mayGo) for (const compose of composes()) judge.onUnsaved(compose);
    return mayGo;
  };

  const freshOf = async (files: readonly File[]): Promise<File[]> => {
    const fresh: File[] = [];
    for (const file of files) if (!(await isLetIn(file, grounds.admitted))) fresh.push(file);
    return fresh;
  };

  /** Nobody knows what the page does by it: it goes, and a file in it that nobody was asked about is written down, once an address. */
  const noteOther = async ({ url, body, files }: HeldRequest): Promise<void> => {
    // What has no name is what pages tell of themselves, until it is long; a picture is what they draw of one that was let in.
    const fresh = await freshOf(
      files.filter(
        ({ name, size, type }) =>
          !/^image\//.test(type) && (name !== nameless || (size >= shortestFile && !(body && isText(type)))),
      ),
    );
    const arriving = body || files[0] ? fresh.map(toRead) : [unread];
    const open = arriving[0] && drafts()[0];
    if (!open) return;
    const ruling = await ports.assess(toAssessArrival(open.draft, { files: arriving }, 'attach'), signal, false);
    const [place] = url.split('?');
    if (ruling.action === 'allow' || noted.has(place)) return;
    noted.add(place);
    await note(ruling);
  };

  const mayUpload = async ({ files, body }: HeldRequest): Promise<boolean> => {
    const sent = files[0] || body === undefined ? files : [new File([String(body)], nameless)];
    const fresh = await freshOf(sent);
    if (!fresh[0] && sent[0]) return true;
    const [compose] = composes();
    const arriving = { files: fresh[0] ? fresh.map(toRead) : [unread] };
    const approval = await (compose ? judge.mayEnter(compose, arriving, 'attach') : grounds.mayUpload(arriving.files));
    // Nothing can be put in the place of what the page made.
    if (!approval || approval.files) return false;
    grounds.admitted.push(...fresh);
    await ports.clear('upload', 0);
    return true;
  };

  return {
    isGuarding: () => judge.hasSeen() || judge.webmail() !== undefined,

    isHeld: (request, isBodyKnown) =>
      inOneLook(() => {
        // Without its body, what a request is cannot be told.
        if (!isBodyKnown) return true;
        const { kind, content, isMore } = kindOf(request);
        if (kind === 'other') return false;
        const isLetGo = () => clearances.covers(content ?? contentOf(request.body), isMore);
        if (request.method === 'WEBSOCKET') {
          if (!isLetGo()) void record(request, isMore);
          return false;
        }
        if (kind === 'upload') return lengthOf(request) >= shortest;
        if (kind === 'send' || isPrivate()) return !isLetGo();
        // A draft of a work account goes at once, and is looked at beside it: the page does not wait for that either.
        setTimeout(() => void maySave({ ...request, files: [] }).catch(() => false));
        return false;
      }),

    /** What it was nobody can say: recorded as what cannot be read. */
    async stopped() {
      ports.notice('notice_request_stopped');
      const ruling = await assess({ method: 'POST', url: '', files: [] }, 'network');
      await ports.record(ruling, unasked(false));
    },

    async mayGo(request) {
      const { kind, isMore } = kindOf(request);
      if (kind === 'other') noteOther(request).catch(() => undefined);
      if (kind === 'upload') return mayUpload(request);
      if (kind === 'send') return maySend(request, isMore);
      if (kind === 'draft' && !(await maySave(request))) return false;
      // The gate on the network cannot look into what had to wait.
      const { method, url } = request;
      if (judge.requestIn({ method, url }, judge.webmail()).kind === 'send') await ports.clear('draft', 0);
      return true;
    },
  };

  async function record(request: PageRequest, isMore?: boolean): Promise<void> {
    await note(await assess({ ...request, files: [] }, 'network', isMore));
  }

  async function note(ruling: Ruling): Promise<void> {
    if (ruling.action !== 'allow') await ports.record(ruling, unasked(true));
  }
}

/** A file that no page can be asked for again. */
const unread: FileToRead = { id: 'request', name: nameless, content: 'not-reachable' };

function unasked(release: boolean, choice: Choice = 'not-asked'): Answer {
  return { choice, release, removeRecipients: [] };
}

function toRead(file: File): FileToRead {
  return { id: identityOf(file), name: file.name, content: file };
}

function lengthOf({ body }: PageRequest): number {
  if (typeof body === 'string') return body.length;
  return (body ?? []).reduce((sum, [, value]) => sum + (value?.length ?? 0), 0);
}
