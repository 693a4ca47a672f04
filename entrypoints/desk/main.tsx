// The desk frame: claims its nonce, then serves one content script over one port. Or a stage: shows what another desk of the tab has to show.
import { browser } from 'wxt/browser';
import { keyOf } from '@/components/words.ts';
import type { DeskEvents, DeskHello, FrameEvents, StageHostAsks, StageHostEvents } from '@/platform/desk/messages.ts';
import { speak, t, type Words, wordsOf } from '@/platform/i18n.ts';
import { packed, unpacked } from '@/platform/kept-files.ts';
import { type NotSaid, send } from '@/platform/messages/bus.ts';
import { answer, type Endpoint, hear, tell } from '@/platform/messages/channel.ts';
import type { PolicyInForce } from '@/platform/messages/messages.ts';
import { call, stageName } from '@/platform/messages/page-port.ts';
import { watchPolicy } from '@/platform/policy-watch.ts';
import { countWords } from '@/redaction/counts.ts';
import { createFarStage } from './far-stage.ts';
import { createReader } from './reader.ts';
import { serveDesk } from './serve.ts';
import { shownBy } from './shown.ts';
import { createStage, type Stage, type StageAsks, type StageEvents } from './stage.tsx';

/** Hears the first message only: a page that opens this frame itself has no nonce that is known. */
function onHello(event: MessageEvent): void {
  const hello = event.data as DeskHello | undefined;
  const port = event.ports[0];
  // Who says it proves nothing: the desk may stand in a page above the frame that asks. The nonce does, and nobody else knows it.
  if (!hello || !port) return;
  if (hello.gatehouse === 'desk') void open(hello.nonce, port);
  if (hello.gatehouse === 'stage') void openStage(hello.nonce, port);
}

async function open(nonce: string, port: MessagePort): Promise<void> {
  const claim = await send('desk/claim', { nonce });
  if (!claim.ok || 'refused' in claim.answer) return port.close();
  window.removeEventListener('message', onHello);
  const { host, seed } = claim.answer;
  const events = port as Endpoint;
  const near = stageShownBy(events);
  const stage = window.parent === window.top ? near : createFarStage(near);
  const policy = followPolicy(
    (hash) => tell<DeskEvents, 'policy'>(events, 'policy', { hash }),
    (words) => tell<DeskEvents, 'words'>(events, 'words', { words }),
  );
  serveDesk(events, {
    host,
    reader: createReader(seed),
    seed,
    policy,
    wording: async (kinds, withPseudonyms) => {
      const labels: Record<string, string> = Object.fromEntries([
        ...['name', ...kinds.map(({ kind }) => kind)].map((kind) => [kind, t(keyOf('kind', kind))]),
        ...countWords.map((word) => [word, t(keyOf('safe_copy_word', word))]),
      ]);
      if (!withPseudonyms) return { labels };
      const reply = await send('pseudonyms/key', {});
      if (!reply.ok) throw new Error(reply.why);
      return { labels, pseudonymKey: reply.answer.key };
    },
    present: stage.present,
    update: stage.update,
    keep: async (files) => {
      await send('files/keep', { files: await packed(files) });
    },
    kept: async (names) => {
      const reply = await send('files/kept', { names });
      return reply.ok ? reply.answer.files.map(unpacked) : [];
    },
    historyOf: async (privately) => {
      const reply = await send('ledger/history', privately);
      return reply.ok ? reply.answer : undefined;
    },
    goes: async (privately) => (await send('ledger/add', privately)).ok,
    opened: async (incident) => {
      await send('incident/open', { incident });
    },
    record: async (incident) => {
      const reply = await send('incident/record', { incident });
      return reply.ok ? { stored: true, record: reply.answer.id } : { stored: false, why: whyNot(reply.why) };
    },
    released: async (draft, code) => {
      const reply = await send('release/check', { draft, code });
      return reply.ok ? reply.answer : 'silent';
    },
    conclude: (incident, sent) => void send('incident/amend', { incident, sent }),
  });
}

/** Nothing is claimed, and nothing but the view is told: only the desk that wanted this stage knows its name. */
async function openStage(nonce: string, port: MessagePort): Promise<void> {
  window.removeEventListener('message', onHello);
  const host = port as Endpoint;
  await followPolicy(
    () => undefined,
    () => undefined,
  )();
  const stage = stageShownBy(host);
  const { endpoint, gone } = call(stageName(nonce));
  answer<StageAsks>(endpoint, { present: ({ view }, signal) => stage.present(view, signal) }, gone);
  hear<StageEvents>(endpoint, { update: ({ view }) => stage.update(view) }, gone);
  answer<StageHostAsks>(host, {
    leave() {
      stage.leave();
      return { known: true };
    },
  });
  gone.addEventListener('abort', () => tell<StageHostEvents, 'over'>(host, 'over', {}));
}

function stageShownBy(host: Endpoint): Stage {
  const stage = createStage(document.getElementById('root')!, {
    t,
    copy: (text) => navigator.clipboard.writeText(text),
    registerUrl: browser.runtime.getURL('/register.html'),
    resized: (height) => tell<FrameEvents, 'size'>(host, 'size', { height }),
  });
  return shownBy(host, stage);
}

/** The policy as it is now; `changed` hears of every other one that follows, `spoken` of the words the page needs in its language. */
function followPolicy(changed: (hash: string) => void, spoken: (words: Words) => void): () => Promise<PolicyInForce> {
  let current: PolicyInForce | undefined;
  const first = new Promise<void>((resolve) => {
    watchPolicy((next) => {
      const isAnother = current && current.hash !== next.hash;
      current = next;
      void speakAs(next.policy.language, spoken).then(() => {
        if (isAnother) changed(next.hash);
        resolve();
      });
    }, new AbortController().signal);
  });
  return async () => {
    await first;
    return current!;
  };
}

async function speakAs(language: string, spoken: (words: Words) => void): Promise<void> {
  const words = await wordsOf(language);
  speak(words);
  document.documentElement.lang = t('language_tag');
  if (!words) return;
  const inPage = Object.entries(words).filter(([key]) => /^(?:marker|notice|language)_/.test(key));
  spoken(Object.fromEntries(inPage));
}

function whyNot(why: NotSaid): 'silent' | 'orphaned' | 'store' {
  return why === 'silent' || why === 'orphaned' ? why : 'store';
}

window.addEventListener('message', onHello);
