// A small webmail for the guard's tests: one compose window with everything in it, and a guard started on it.
import { onTestFinished, vi } from 'vitest';
import { guardDrafts } from '@/guard/guard-drafts.ts';
import type { Ports } from '@/guard/ports.ts';
import { startGuard } from '@/guard/start-guard.ts';
import type { Attachment, Compose, Outcome, Webmail } from '@/webmails/webmail.ts';
import { requestIn } from '../webmails/all-requests.ts';
import { portsFor } from './fake-ports.ts';

interface PageOptions {
  ports?: Partial<Ports>;
  attachments?: Attachment[];
  outcome?: Outcome;
  compose?: Partial<Compose>;
}

/** `left` counts how often the draft really went. */
export function startOnPage(
  { ports: answers = {}, attachments = [], outcome = 'sent', compose = {} }: PageOptions = {},
  more: Partial<Webmail> = {},
) {
  document.body.innerHTML = `
    <div id="compose"><input id="to" value="kim@client.test, me@home.test"><input id="subject" value="List"><textarea id="body">Hello</textarea>
    <input id="file" type="file" multiple><button id="send" type="button"><b id="icon">Send</b></button>
    <a id="link" href="#send">Send</a><div id="made" role="button" tabindex="0">Send</div><form id="form"></form></div><button id="other" type="button">Other</button>`;
  const at = <Kind extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as Kind;
  const left = vi.fn();
  for (const id of ['send', 'link', 'made']) at(id).addEventListener('click', left);
  at('form').addEventListener('submit', left);

  const own: Compose = {
    root: at('compose'),
    read: () => ({
      account: 'alice@corp.test',
      to: at<HTMLInputElement>('to').value.split(', ').filter(Boolean),
      cc: [],
      bcc: [],
      subject: at<HTMLInputElement>('subject').value,
      body: at<HTMLTextAreaElement>('body').value,
      isHtml: false,
      attachments,
    }),
    setRecipients({ to }) {
      at<HTMLInputElement>('to').value = to.join(', ');
    },
    resume(_how, trigger) {
      trigger.dispatchEvent(
        trigger.localName === 'form' ? new Event('submit') : new MouseEvent('click', { bubbles: true }),
      );
      return Promise.resolve(outcome);
    },
  };
  Object.defineProperties(own, Object.getOwnPropertyDescriptors(compose));
  const webmail: Webmail = {
    id: 'practice',
    recognises: () => true,
    composes: () => (own.root.isConnected ? [own] : []),
    commitOf: (target) => target.closest('#send, #link, #made') ?? undefined,
    isSendForm: (form: HTMLFormElement) => form.id === 'form',
    isSendKey: (event) => event.ctrlKey && event.key === 'Enter',
    ...more,
  };
  const ports = portsFor(answers);
  const ended = new AbortController();
  onTestFinished(() => ended.abort());
  const guard = startGuard(window, ports, ended.signal);
  guard.join(guardDrafts([webmail], requestIn));
  /** Assessments somebody waits for; the others are for the marker. */
  const judged = () => ports.assess.mock.calls.filter(([, , foreground]) => foreground).map(([draft]) => draft);
  return { at, left, ports, judged, guard };
}

/** Lets everything that waits for nothing but promises happen. */
export async function settled(milliseconds = 20): Promise<void> {
  // On a machine that is busy a timer of the guard's is set late, behind its work: then it is waited for as well.
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export function press(target: Element, key: string, more: KeyboardEventInit = {}): boolean {
  return target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true, ...more }),
  );
}
