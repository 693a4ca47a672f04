// The second gate in the page: a request that sends, saves or uploads what the first did not let go is judged by what is in it.
import type { Choice } from '@/incidents/incident.ts';
import { inOneLook } from '@/webmails/page/composed-tree.ts';
import { leavesOf, printOf } from '@/webmails/requests/body.ts';
import { contentOf, type Said } from '@/webmails/requests/content.ts';
import type { PageRequest, RequestIn } from '@/webmails/requests/requests.ts';
import { type Cleared, isAlike } from './clearances.ts';
import type { RequestHold } from './hold-requests.ts';
import { judgeFiles } from './judge-files.ts';
import type { Show } from './marker.ts';
import type { Answer, Ruling } from './ports.ts';
import type { HeldRequest } from './read-request.ts';
import { type Carried, openDrafts, saidIn, shortest, type Told, type Writing } from './request-draft.ts';

export interface RequestJudge extends Writing {
  webmail(): unknown;
  requestIn: RequestIn;
  hasSeen(): boolean;
  show: Show;
}

/** The gate on the network forgets what was let go after two minutes. */
const staysTold = 60_000;
const staysRefused = 60_000;

export function judgeRequests(judge: RequestJudge): RequestHold {
  const { grounds, composes, clearances } = judge;
  const { ports, signal } = grounds;
  const { drafts, bearerOf, pending, account, draftOf } = openDrafts(judge);
  const recorded = new WeakSet<Element>();
  /** A page that was refused tries again by itself: the person has just answered. */
  let refused: { said: Said; files: string; at: number } | undefined;

  /** What was let go just now, where nothing else could be meant. */
  const lastGone = () => (pending()[0] ? undefined : clearances.recent());
  const { noteOther, mayUpload } = judgeFiles(judge, () => drafts()[0]?.draft, note);

  const kindOf = (request: PageRequest): Told => {
    const { kind, isSealed } = judge.requestIn(request);
    const content = contentOf(request.body);
    const told = { kind, content, isSealed, isKnown: kind === 'send' };
    if (kind !== 'other' || (lengthOf(request) < shortest && content.to.length === 0)) return told;
    if (!bearerOf(content)) return clearances.exceeds(content) ? { ...told, kind: 'send', isMore: true } : told;
    // Nobody knows this product: what says that it saves, or has the text changed into another form, is believed, until it is a private
    // account that saves.
    const { pathname, search } = new URL(request.url);
    const place = pathname + search;
    // What it asks the server to do, never a text somebody wrote.
    const said = leavesOf(request.body).map(({ name, text }) => `${name}=${text}`);
    const asked = place + said.filter((one) => /^_?(action|method|task|operationName)=/i.test(one));
    const isSave =
      request.saysItSaves ||
      ((/^[^?]*(draft|save|spell_?check)|(html|text)2(html|text)/i.test(place) ||
        /(save|create|update|upsert)\w*draft/i.test(asked)) &&
        !/send(?!er)/i.test(asked)) ||
      // What becomes of a draft, in a field of its own; or what fits the fields that are filled in.
      said.some((one) => /^(\w*draft_?action=.|subaction=ajaxupdate$)/i.test(one));
    return { ...told, kind: isSave ? 'draft' : 'send' };
  };

  const isPrivate = () => ports.isPrivateMail(account());

  const assess = async (request: Carried, trigger: 'network' | 'draft', told: Omit<Told, 'kind'>) =>
    ports.assess(await draftOf(request, trigger, told), signal, false);

  /** What only names a message, or seals it, says nothing of what goes: beside what else is open it goes once for each that was let go. */
  const letGo = ({ content, isMore, isKnown, isSealed }: Told): Cleared | undefined =>
    (isSealed ? undefined : clearances.covers(content, { isMore, mustSay: isKnown })) ??
    (isKnown && (isSealed || clearances.covers(content)) ? (lastGone() ?? clearances.take()) : undefined);
  const isOld = ({ at }: Cleared) => Date.now() - at > staysTold;

  /** On the network this request passes, and no other by it: the page may have made it up, and hears of no seed. */
  const clear = async (request: HeldRequest, isDraft?: boolean) => {
    const seed = Math.floor(Math.random() * 2 ** 26);
    const { url, isHidden } = request;
    if (!isDraft) await ports.clear('request', printOf(request, seed), seed);
    if (isHidden) await ports.clear('hidden', printOf({ url }, seed), seed);
  };

  const hasGone = async (request: HeldRequest, told: Told): Promise<boolean> => {
    const cleared = letGo(told);
    if (cleared && isOld(cleared)) await clear(request);
    return Boolean(cleared);
  };

  const maySend = async (request: HeldRequest, told: Told): Promise<boolean> => {
    const { isMore, isKnown } = told;
    const draft = await draftOf(request, 'network', told);
    const { to, subject, body, files } = draft;
    const said = saidIn(draft);
    const named = JSON.stringify(files.map(({ name, content }) => [name, (content as Partial<Blob>).size]));
    if (refused && Date.now() - refused.at < staysRefused && refused.files === named && isAlike(refused.said, said))
      return false;
    const { approval, change } = await grounds.settled(draft);
    if (!approval) {
      if (change.choice) refused = { said, files: named, at: Date.now() };
      return false;
    }
    // Nobody was asked about it: it is no message.
    const isAside = isMore && !approval.record;
    clearances.add([...to, subject, body, ...files.map(({ name }) => name)], said.to, isAside ? 'aside' : 'alone');
    if (isAside) return true;
    if (isKnown) clearances.take();
    if (approval.record) ports.conclude(approval.record, 'unknown');
    await clear(request);
    return true;
  };

  /** A private account's draft has left when it is saved; a work account's is written down, and goes. */
  const maySave = async (request: Carried, told: Told): Promise<boolean> => {
    // Written down before, and of an account whose drafts go.
    const [compose] = composes();
    if (compose && recorded.has(compose.root) && !isPrivate()) return true;
    // What was sent is saved once more on its way.
    if (told.isSealed ? lastGone() : clearances.covers(told.content)) return true;
    isPrivate();
    const ruling = await assess(request, 'draft', told);
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
    if (!mayGo) for (const compose of composes()) judge.show(compose, 'unsaved');
    return mayGo;
  };

  return {
    hasSeen: judge.hasSeen,
    isGuarding: () => judge.webmail() !== undefined,

    isHeld: (request, canWait) =>
      inOneLook(() => {
        // Without its body, what a request is cannot be told: but where nobody wrote anything, or nobody can wait, by its address.
        if (request.body === undefined) {
          const isWritten = judge.hasSeen() || composes().length > 0;
          return judge.requestIn(request).kind !== 'other' || (isWritten && (canWait || isPrivate()));
        }
        const told = kindOf(request);
        const { kind } = told;
        if (kind === 'other') return false;
        if (kind === 'upload') return lengthOf(request) >= shortest;
        const held = { body: request.body, files: [] };
        if (kind === 'draft' && !isPrivate()) {
          // A draft of a work account goes at once, and is looked at beside it: the page does not wait for that either.
          setTimeout(() => void maySave(held, told).catch(() => false));
          return false;
        }
        const cleared = letGo(told);
        if (request.method !== 'WEBSOCKET') return !cleared || isOld(cleared);
        if (!cleared) void assess(held, 'network', told).then(note);
        return false;
      }),

    /** What it was nobody can say: recorded as what cannot be read. */
    async stopped() {
      ports.notice('notice_request_stopped');
      await ports.record(await assess({ files: [] }, 'network', { content: contentOf(undefined) }), unasked(false));
    },

    async mayGo(request) {
      const told = kindOf(request);
      const { kind } = told;
      if (kind === 'other') noteOther(request).catch(() => undefined);
      if (kind === 'upload') return mayUpload(request);
      // While it waited for what was asked before, it may have been answered.
      if (kind === 'send')
        return (
          (await hasGone(request, told)) ||
          grounds.inOrder(async () => (await hasGone(request, told)) || maySend(request, told))
        );
      if (kind === 'draft' && !(await maySave(request, told))) return false;
      // The gate on the network cannot look into what had to wait.
      const { method, url } = request;
      if (judge.requestIn({ method, url }).kind === 'send') await clear(request, true);
      return true;
    },
  };

  async function note(ruling: Ruling): Promise<void> {
    if (ruling.action !== 'allow') await ports.record(ruling, unasked(true));
  }
}

function unasked(release: boolean, choice: Choice = 'not-asked'): Answer {
  return { choice, release, removeRecipients: [] };
}

function lengthOf({ body }: PageRequest): number {
  if (typeof body === 'string') return body.length;
  return (body ?? []).reduce((sum, [, value]) => sum + (value?.length ?? 0), 0);
}
