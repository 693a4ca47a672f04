// The content script's side of the desk: one extension frame in a <dialog> in a closed shadow root, made when first needed
// and made again when the page removes it. Nothing is released by its absence. Measured in docs/adr/0002-desk-frame.md.
import type { DraftToAssess } from '../assessment/assessment.ts';
import type { Answer, Durable, PageState, Ports, Ruling, Waiting } from '../guard/ports.ts';
import { ask, hear, type Reply } from './channel.ts';
import type { AssessAsk, DeskAsks, DeskEvents, DeskHello } from './desk-messages.ts';
import { keepOwn } from './shadow-root.ts';
import { outermostDocument } from './stage-document.ts';

export interface DeskSurroundings {
  /** Address of the desk's page. */
  url: string;
  /** Tells the background which nonce the frame will show. Rejects or answers false when it cannot be told. */
  announce(nonce: string): Promise<boolean>;
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

interface Desk {
  host: HTMLElement;
  port: MessagePort;
  /** Aborted when the frame is gone. */
  gone: AbortSignal;
}

/** How often one question is put again when the page removes the frame under it. */
const attempts = 3;
const readyWithin = 10_000;
const recordWithin = 5_000;
const watchEvery = 250;

export function createDeskPorts(document: Document, around: DeskSurroundings): DeskPorts {
  let desk: Promise<Desk> | undefined;
  /** What a ruling was about, and which desk holds it under which name: a new desk must be told again. */
  const requests = new WeakMap<Ruling, AssessAsk>();
  const held = new WeakMap<Ruling, { desk: Desk; id: string }>();
  const privateMail = new Map<string, boolean>();
  /** The question under way; Escape on the page's side of the dialog answers it. */
  let asking: AbortController | undefined;

  const open = (): Promise<Desk> => openDesk(document, around, { escaped: () => asking?.abort(), policyChanged });
  /** Each call waits for the one before it, so that two that find the desk gone do not make two. */
  const current = (): Promise<Desk> => {
    desk = desk ? desk.then((known) => (known.gone.aborted || !known.host.isConnected ? open() : known), open) : open();
    return desk;
  };

  const policyChanged = () => {
    privateMail.clear();
    around.policyChanged();
  };

  const assessOn = async (to: Desk, request: AssessAsk, signal: AbortSignal): Promise<Reply<Ruling>> =>
    ask<DeskAsks, 'assess'>(to.port, 'assess', request, {
      signal: AbortSignal.any([signal, to.gone]),
      silentAfter: 120_000,
    });

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
        .then(({ port, gone }) => ask<DeskAsks, 'account'>(port, 'account', { account: name }, { signal: gone }))
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
        .then(({ port, gone }) =>
          ask<DeskAsks, 'wait'>(port, 'wait', {}, { signal: AbortSignal.any([over.signal, gone]) }),
        )
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
        const reply = await ask<DeskAsks, 'ask'>(
          at.desk.port,
          'ask',
          { id: at.id },
          { signal: AbortSignal.any([stop, at.desk.gone]) },
        );
        if (reply.ok) return reply.answer;
      }
      return back;
    },

    async record(ruling: Ruling, answer: Answer): Promise<Durable> {
      const { files: _, text: __, ...said } = answer;
      const signal = AbortSignal.timeout(recordWithin);
      const at = await place(ruling, signal).catch((failed: unknown) => (isOrphaned(failed) ? 'orphaned' : undefined));
      if (at === 'orphaned') return { stored: false, why: 'orphaned' };
      if (!at) return { stored: false, why: 'silent' };
      const reply = await ask<DeskAsks, 'record'>(
        at.desk.port,
        'record',
        // The files stay here: the desk made them.
        { id: at.id, answer: said },
        { silentAfter: recordWithin, signal: at.desk.gone },
      );
      return reply.ok ? reply.answer : { stored: false, why: 'silent' };
    },

    conclude(record, sent) {
      void current().then(
        ({ port }) => ask<DeskAsks, 'conclude'>(port, 'conclude', { record, sent }),
        () => undefined,
      );
    },
  };
}

function isOrphaned(failed: unknown): boolean {
  return failed instanceof Error && failed.message === 'orphaned';
}

async function openDesk(
  document: Document,
  around: DeskSurroundings,
  on: { escaped(): void; policyChanged(): void },
): Promise<Desk> {
  const nonce = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
  if (!(await around.announce(nonce))) throw new Error('orphaned');

  const stage = outermostDocument(document);
  const host = stage.createElement('div');
  host.style.cssText = 'all:initial!important;position:fixed!important;inset:0 auto auto 0!important';
  keepOwn(host);
  const shadow = host.attachShadow({ mode: 'closed' });
  const dialog = stage.createElement('dialog');
  dialog.style.cssText = dialogStyle;
  const frame = stage.createElement('iframe');
  frame.style.cssText = frameStyle;
  frame.src = around.url;
  dialog.append(frame);
  shadow.append(dialog);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    on.escaped();
  });

  const { port1, port2 } = new MessageChannel();
  const gone = new AbortController();
  const watch = setInterval(() => {
    if (!host.isConnected || !frame.contentWindow) gone.abort();
  }, watchEvery);
  // The frame that asks may go before the page it stands in.
  document.defaultView?.addEventListener('pagehide', () => gone.abort(), { once: true, signal: gone.signal });
  gone.signal.addEventListener('abort', () => {
    clearInterval(watch);
    port1.close();
    host.remove();
  });

  let focused: Element | null = null;
  hear<DeskEvents>(
    port1,
    {
      show: () => {
        if (dialog.open) return;
        focused = document.activeElement;
        dialog.style.display = 'block';
        dialog.showModal();
        frame.focus();
      },
      hide: () => {
        if (!dialog.open) return;
        dialog.close();
        dialog.style.display = 'none';
        if (focused instanceof HTMLElement) focused.focus();
      },
      size: ({ height }) => {
        frame.style.height = `${Math.ceil(height)}px`;
      },
      policy: on.policyChanged,
      words: ({ words }) => around.speak(words),
    },
    gone.signal,
  );

  await new Promise<void>((resolve, reject) => {
    // A page that moves the host makes the frame load anew, and nobody in it holds the port any more.
    frame.addEventListener('load', () => frame.addEventListener('load', () => gone.abort(), { once: true }), {
      once: true,
    });
    const failed = () => reject(new Error('the desk did not open'));
    const late = setTimeout(failed, readyWithin);
    // A document that is written anew takes the frame with it while it loads.
    gone.signal.addEventListener('abort', failed);
    frame.addEventListener(
      'load',
      () => {
        clearTimeout(late);
        const hello: DeskHello = { gatehouse: 'desk', nonce };
        frame.contentWindow?.postMessage(hello, '*', [port2]);
        resolve();
      },
      { once: true },
    );
    (stage.documentElement ?? stage).append(host);
  }).catch((failed: unknown) => {
    gone.abort();
    throw failed;
  });
  return { host, port: port1, gone: gone.signal };
}

// Inline, property by property: a page's content security policy does not reach what script sets, and no sheet of the page
// reaches into a closed shadow root. The dialog is the dimmed page; the frame is the box in it.
const dialogStyle =
  'all:initial;display:none;position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;box-sizing:border-box;padding:12px;background:#14182073';
const frameStyle =
  'position:absolute;inset:0;margin:auto;border:0;border-radius:12px;color-scheme:normal;width:min(560px,calc(100vw - 24px));height:320px;max-height:calc(100vh - 24px)';
