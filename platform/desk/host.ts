// The content script's side of the desk: one extension frame, made when first needed and made again when the page removes it.
// Nothing is released by its absence.
import type { DraftToAssess } from '../../assessment/assessment.ts';
import type { Answer, Durable, PageState, Ports, Ruling, Waiting } from '../../guard/ports.ts';
import type { Said } from '../messages/bus.ts';
import { ask, type Reply } from '../messages/channel.ts';
import { randomName } from '../random-name.ts';
import { type DeskFrame as Desk, openDeskFrame } from './frame.ts';
import type { AssessAsk, DeskAsks, DeskEvents } from './messages.ts';
import { outermostDocument } from './stage-document.ts';

export interface DeskSurroundings {
  /** Address of the desk's page. */
  url: string;
  /** Tells the background which nonce the frame will show. */
  announce(nonce: string): Promise<Said<unknown>>;
  /** The policy changed: what was judged should be judged again. */
  policyChanged(): void;
  /** The language of the policy, where it names one. */
  speak(words: Record<string, string>): void;
  state(): PageState;
}

type DeskPorts = Pick<Ports, 'assess' | 'ask' | 'waiting' | 'record' | 'conclude' | 'isPrivateMail'> & {
  /** Opens the desk before it is needed, so that the first Send need not wait for it. */
  warm(): void;
};

/** How often one question is put again when the page removes the frame under it. */
const attempts = 3;
const recordWithin = 5_000;

export function createDeskPorts(document: Document, around: DeskSurroundings): DeskPorts {
  let desk: Promise<Desk> | undefined;
  /** What a ruling was about, and which desk holds it under which name: a new desk must be told again. */
  const requests = new WeakMap<Ruling, AssessAsk>();
  const held = new WeakMap<Ruling, { desk: Desk; id: string }>();
  const privateMail = new Map<string, boolean>();
  /** The question under way; Escape on the page's side of the dialog answers it. */
  let asking: AbortController | undefined;

  const openOnce = (): Promise<Desk> => openDesk(document, around, { escaped: () => asking?.abort(), policyChanged });
  /** A page that draws itself anew, or fights back, takes away a frame that still loads. */
  const open = () => openOnce().catch(openOnce).catch(openOnce);
  /** Each call waits for the one before it, so that two that find the desk gone do not make two. */
  const current = (): Promise<Desk> => {
    desk = desk ? desk.then((known) => (known.gone.aborted || !known.host.isConnected ? open() : known), open) : open();
    return desk;
  };

  const policyChanged = () => {
    privateMail.clear();
    around.policyChanged();
  };

  /** Until the desk is gone. */
  const askOf = <Name extends keyof DeskAsks>(
    { port, gone }: Desk,
    name: Name,
    asked: DeskAsks[Name]['ask'],
    signal = gone,
    silentAfter?: number,
  ) => ask<DeskAsks, Name>(port, name, asked, { signal: AbortSignal.any([signal, gone]), silentAfter });

  const assessOn = (to: Desk, request: AssessAsk, signal: AbortSignal): Promise<Reply<Ruling>> =>
    askOf(to, 'assess', request, signal, 120_000);

  /** The desk that can speak about this ruling now, and the name it has there. */
  const place = async (ruling: Ruling, signal: AbortSignal): Promise<{ desk: Desk; id: string } | undefined> => {
    const to = await current();
    const known = held.get(ruling);
    if (known?.desk === to) return known;
    const request = requests.get(ruling);
    const reply = request && (await assessOn(to, request, signal));
    if (!reply?.ok) return undefined;
    const found = { desk: to, id: reply.answer.id };
    held.set(ruling, found);
    return found;
  };

  return {
    warm: () => void current().catch(() => undefined),

    /** Until the desk has said, an account counts as private: what is pasted is then judged at once. */
    isPrivateMail(account) {
      const name = account ?? '';
      const known = privateMail.get(name);
      if (known !== undefined) return known;
      void current()
        .then((to) => askOf(to, 'account', { account: name }))
        .then(
          (reply) => reply.ok && privateMail.set(name, reply.answer.isPrivate),
          () => undefined,
        );
      return true;
    },

    async assess(draft: DraftToAssess, signal: AbortSignal, foreground: boolean) {
      const { webmail, health } = around.state();
      const request: AssessAsk = { draft, foreground, webmail, health };
      for (let attempt = 1; ; attempt += 1) {
        const to = await current();
        const reply = await assessOn(to, request, signal);
        if (reply.ok) {
          requests.set(reply.answer, request);
          held.set(reply.answer, { desk: to, id: reply.answer.id });
          return reply.answer;
        }
        signal.throwIfAborted();
        if (reply.why === 'failed' && reply.error === 'AbortError') throw new DOMException('cancelled', 'AbortError');
        if (attempt === attempts) throw new Error(reply.why);
        if (!to.gone.aborted && reply.why === 'silent') to.host.remove();
      }
    },

    waiting(): Waiting {
      const over = new AbortController();
      const cancelled = new AbortController();
      void current()
        .then((to) => askOf(to, 'wait', {}, over.signal))
        .then(
          ({ ok }) => ok && cancelled.abort(),
          () => undefined,
        );
      return { signal: cancelled.signal, end: () => over.abort() };
    },

    async ask(ruling: Ruling, signal: AbortSignal): Promise<Answer> {
      const back: Answer = { choice: 'edited', release: false, removeRecipients: [] };
      asking = new AbortController();
      const stop = AbortSignal.any([signal, asking.signal]);
      for (let attempt = 1; attempt <= attempts && !stop.aborted; attempt += 1) {
        const at = await place(ruling, stop).catch(() => undefined);
        if (!at) return back;
        const reply = await askOf(at.desk, 'ask', { id: at.id }, stop);
        if (reply.ok) return reply.answer;
      }
      return back;
    },

    async record(ruling: Ruling, answer: Answer): Promise<Durable> {
      const { files: _, text: __, ...said } = answer;
      const signal = AbortSignal.timeout(recordWithin);
      const at = await place(ruling, signal).catch(({ message }: Error) => message);
      if (typeof at !== 'object') return { stored: false, why: at === 'orphaned' ? at : 'silent' };
      // The files stay here: the desk made them.
      const reply = await askOf(at.desk, 'record', { id: at.id, answer: said }, at.desk.gone, recordWithin);
      return reply.ok ? reply.answer : { stored: false, why: 'silent' };
    },

    conclude(record, sent) {
      void current().then(
        (to) => askOf(to, 'conclude', { record, sent }),
        () => undefined,
      );
    },
  };
}

async function openDesk(
  document: Document,
  around: DeskSurroundings,
  on: { escaped(): void; policyChanged(): void },
): Promise<Desk> {
  const nonce = randomName();
  const told = await around.announce(nonce);
  if (!told.ok) throw new Error(told.why);
  return openDeskFrame<DeskEvents>(
    outermostDocument(document),
    document,
    around.url,
    { gatehouse: 'desk', nonce },
    on.escaped,
    { policy: on.policyChanged, words: ({ words }) => around.speak(words) },
  );
}
