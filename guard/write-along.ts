// Judges the draft whenever writing pauses, for the marker and so that attachments are at hand when Send is pressed.
import { inOneLook } from '@/webmails/page/composed-tree.ts';
import type { Compose, Draft } from '@/webmails/webmail.ts';
import { readable, toAssess } from './assess-draft.ts';
import type { AttachmentReader } from './attachments.ts';
import { isSameDraft } from './draft-equality.ts';
import type { Show } from './marker.ts';
import type { Ports } from './ports.ts';

export interface WriteAlong {
  /** A person writes: judged when they pause. */
  touch(): void;
  /** The page changed, perhaps in a compose window. Does not put off what is due: some pages always change. */
  glance(): void;
  /** What drafts are judged by has changed: judge them again. */
  again(): void;
}

const pause = 600;
/** Reading a long draft takes a moment of the page's time: the longer it was, the longer nobody must have written. */
const pauseFor = (characters: number) => pause + Math.min(characters / 100, 2_400);

export function writeAlong(
  composes: () => Compose[],
  ports: Ports,
  attachments: AttachmentReader,
  show: Show,
  signal: AbortSignal,
): WriteAlong {
  let judged = new WeakMap<Element, Draft>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;
  let length = 0;

  const look = async () => {
    waiting = undefined;
    running?.abort();
    running = new AbortController();
    const ended = AbortSignal.any([signal, running.signal]);
    const all = inOneLook(() => composes().map((compose) => ({ compose, draft: readable(compose) })));
    length = Math.max(0, ...all.map(({ draft }) => draft?.body.length ?? 0));
    for (const { compose, draft } of all) {
      if (!draft) {
        show(compose, 'unchecked');
        continue;
      }
      // Asked ahead: until the desk has said, what is pasted counts as pasted into private mail.
      ports.isPrivateMail(draft.account);
      const before = judged.get(compose.root);
      if (before ? isSameDraft(before, draft) : isBlank(draft)) continue;
      try {
        const files = await attachments.read(compose.root, draft, signal);
        if (ended.aborted) return;
        const ruling = await ports.assess(toAssess(draft, files, 'send'), ended, false);
        if (ended.aborted) return;
        judged.set(compose.root, draft);
        show(compose, ruling);
      } catch {
        if (!ended.aborted) show(compose, 'unchecked');
      }
    }
  };

  signal.addEventListener('abort', () => clearTimeout(waiting));
  const touch = () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, pauseFor(length));
  };
  return {
    touch,
    glance() {
      waiting ??= setTimeout(look, pauseFor(length));
    },
    again() {
      judged = new WeakMap();
      touch();
    },
  };
}

function isBlank({ subject, body, isHtml, attachments }: Draft): boolean {
  return subject === '' && !attachments[0] && (isHtml ? body.replace(/<[^>]*>/g, '') : body).trim() === '';
}
