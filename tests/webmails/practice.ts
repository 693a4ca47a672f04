// Runs a structure page with its scripts in the test's document, under the address of the webmail it stands for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';

const pages = join(import.meta.dirname, '../fixtures/pages');
const read = (name: string) => readFileSync(join(pages, name), 'utf8');

const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };

/** The test's document loads no frames: an editor's is made here. */
const frames = new WeakMap<HTMLIFrameElement, Document>();
function frameDocument(this: HTMLIFrameElement): Document {
  const inner = frames.get(this) ?? document.implementation.createHTMLDocument();
  frames.set(this, inner);
  return inner;
}

export interface PracticeDraft {
  to?: string[];
  cc?: string[];
  bcc?: string[];
  subject?: string;
  body?: string;
  files?: string[];
  plain?: boolean;
  /** It is a reply, with a control that sends and archives. */
  archives?: boolean;
}

export interface Practice {
  open(draft: PracticeDraft): HTMLElement;
  windows(): HTMLElement[];
  /** Every request, as address and body, in order. */
  requests: { url: string; body: unknown }[];
}

declare global {
  var practice: Omit<Practice, 'requests'> & {
    post(root: Element): unknown;
    save(root: Element): unknown;
    upload(file: File): unknown;
    messageOf(root: Element): Record<'to' | 'cc' | 'bcc', { address: string }[]>;
  };
}

/** Listeners that the page's scripts put on the document go when the test is over. */
export function loadPractice(page: string, address: string, change = (text: string) => text): Practice {
  const source = change(read(page));
  happyDOM.setURL(address);
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentDocument', { configurable: true, get: frameDocument });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const parsed = new DOMParser().parseFromString(source, 'text/html');
  document.title = parsed.title;
  document.documentElement.lang = parsed.documentElement.lang;
  for (const script of parsed.querySelectorAll('script')) script.remove();
  document.body.innerHTML = parsed.body.innerHTML;

  const requests: Practice['requests'] = [];
  const inline = [...source.matchAll(/<script>(.*?)<\/script>/gs)].map(([, code]) => code);
  const added: [string, EventListener][] = [];
  const addEventListener = document.addEventListener.bind(document);
  document.addEventListener = (type: string, listener: unknown, options?: unknown) => {
    added.push([type, listener as EventListener]);
    addEventListener(type, listener as EventListener, options as AddEventListenerOptions);
  };
  const fetch = async (url: string, { body }: RequestInit) => {
    requests.push({ url, body });
    return new Response('{}');
  };
  class XMLHttpRequest {
    url = '';
    open(_method: string, url: string) {
      this.url = url;
    }
    setRequestHeader() {}
    send(body: unknown) {
      requests.push({ url: this.url, body });
    }
  }
  // A form that is submitted takes the page with it.
  const onSubmit = (event: SubmitEvent) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { submitter } = event;
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)] as [string, string]);
    const { name = '', value = '' } = (submitter ?? {}) as HTMLInputElement;
    requests.push({ url: form.action, body: new URLSearchParams([...fields, [name, value]]) });
  };
  window.addEventListener('submit', onSubmit as EventListener);
  new Function('fetch', 'XMLHttpRequest', `${read('behave.js')}\n${inline.join('\n')}`)(fetch, XMLHttpRequest);
  document.addEventListener = addEventListener;
  onTestFinished(() => {
    for (const [type, listener] of added) document.removeEventListener(type, listener);
    window.removeEventListener('submit', onSubmit as EventListener);
    vi.restoreAllMocks();
    document.body.innerHTML = '';
    happyDOM.setURL('about:blank');
  });
  return { ...globalThis.practice, requests };
}
