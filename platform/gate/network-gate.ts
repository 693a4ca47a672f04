// The gate on the network, behind the one in the page: a request that sends, or uploads what nobody can read, is cancelled unless the page's
// guard let something of the kind go in that tab. It sees what bypasses the page: workers, service workers, functions that a script
// kept. Blocking needs an installation by policy in Chromium; Firefox grants it. Chromium never calls a listener it does not grant.
// Source: https://developer.chrome.com/docs/extensions/reference/api/webRequest
import { type Browser, browser } from 'wxt/browser';
import { hostOf } from '../messages/service.ts';
import { webmailHosts } from '../webmail-hosts.ts';

export type Stops = 'send' | 'upload';
/** `request`: one that was judged by itself. `hidden`: one of which nobody on the network can see what it says. */
export type Cleared = Stops | 'request' | 'hidden';

export interface NetworkGate {
  /** Whether the browser lets this extension stop requests. */
  isActive(): Promise<boolean>;
  /** The page's guard let something go. `length`: characters of a message; of one request its print, or that of its address, under the seed. */
  clear(tab: number, host: string, kind: Cleared, length: number, seed?: number): Promise<void>;
  forget(tab: number): Promise<void>;
}

interface Clearance {
  tab: number;
  host: string;
  kind: Cleared;
  length: number;
  seed: number;
  until: number;
}

/** Firefox tells the origin by another name. */
type Details = Browser.webRequest.OnBeforeRequestDetails & { originUrl?: string };
/** Fields by name; no text where one cannot be read. */
type Body = string | [string, string | undefined][] | undefined;
type KindOf = (request: { method: string; url: string; body: Body }) => 'send' | 'draft' | 'upload' | 'other';
type PrintOf = (request: { url: string; body: Body }, seed: number) => number;

/** Where a request of a self-hosted webmail can be told by its address. A hit is looked at; most are something else. */
const selfHosted = [
  '*://*/*_task=mail*',
  '*://*/*/Mail/*/send*',
  '*://*/*/Mail/*/save*',
  '*://*/*?/Json/*',
  '*://*/*?/Ajax/*',
  '*://*/*?/Upload/*',
  '*://*/*/imp/*',
  '*://*/service/soap*',
  '*://*/service/upload*',
  '*://*/*/apps/mail/api/*',
  '*://*/*page=compose*',
  '*://*/*/jmap/*',
  '*://*/api/mail/v4/*',
];

/** Firefox calls what `sendBeacon` sends by a name of its own, which Chromium refuses. https://mdn.io/webRequest.ResourceType */
const types = () => [
  ...['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'other'],
  ...(import.meta.env.BROWSER === 'firefox' ? ['beacon'] : []),
];

const key = 'gate/cleared';
/** A mail may wait for its undo; an upload in pieces takes as long as it takes. */
const goodFor: Record<Cleared, number> = { send: 120_000, upload: 600_000, hidden: 10_000, request: 120_000 };
/** A product wraps a message in markup and names; a list is longer. */
const wrapping = (length: number) => length * 4 + 20_000;
const shortUpload = 200;

export function createNetworkGate(around: {
  kindOf: KindOf;
  printOf: PrintOf;
  now(): number;
  stopped(tab: number, kind: Stops): void;
}): NetworkGate {
  let cleared: Clearance[] | undefined;
  let loading: Promise<void> | undefined;
  /** Looked up once: of two that ask at once, one would undo what the other let go. */
  const load = async (): Promise<Clearance[]> => {
    loading ??= browser.storage.session.get(key).then((kept) => {
      cleared = (kept[key] as Clearance[] | undefined) ?? [];
    });
    await loading;
    return cleared!;
  };
  const keep = async (change: (all: Clearance[]) => Clearance[]): Promise<void> => {
    const now = around.now();
    await load();
    cleared = change(cleared!.filter(({ until }) => until > now));
    await browser.storage.session.set({ [key]: cleared });
  };

  /** A worker that was just started has to look up what it let go before. */
  const withCleared = <Result>(act: (all: readonly Clearance[]) => Result) =>
    cleared ? act(cleared) : load().then(act);

  /** What was let go, and may be this request or one beside it. */
  const near = (all: readonly Clearance[], { initiator, originUrl, url, tabId }: Details) => {
    const now = around.now();
    const from = hostOf(initiator ?? originUrl ?? url);
    return all.filter(({ tab, host, until }) => until > now && (tabId < 0 ? host === from : tab === tabId));
  };

  /** What the page's guard could read and the network cannot: one request takes what was let go for it. */
  const take = (all: readonly Clearance[], details: Details): boolean => {
    const taken = near(all, details).find(
      (one) => one.kind === 'hidden' && isOf(one, { url: details.url, body: undefined }),
    );
    if (!taken) return false;
    cleared = cleared!.filter((one) => one !== taken);
    void keep((kept) => kept);
    return true;
  };

  const isOf = ({ length, seed }: Clearance, request: { url: string; body: Body }) =>
    length === around.printOf(request, seed);

  const verdict = (all: readonly Clearance[], kind: Stops, body: Body, details: Details) => {
    const { url } = details;
    const length = lengthOf(body);
    const here = near(all, details);
    const isCleared = here.some((one) =>
      one.kind === kind
        ? kind === 'upload' || length === undefined || length <= wrapping(one.length)
        : // Whatever asked for it, what goes is what was judged.
          one.kind === 'request' && kind === 'send' && length !== undefined && isOf(one, { url, body }),
    );
    // What can be read after all leaves nothing of what was let go for it to what cannot.
    const isTaken = kind === 'send' && (isCleared || length === undefined) && take(all, details);
    if (isCleared || isTaken) return {};
    around.stopped(details.tabId, kind);
    return { cancel: true };
  };

  const onRequest = (details: Details) => {
    if (/^(GET|HEAD|OPTIONS)$/.test(details.method)) return {};
    const body = bodyOf(details.requestBody);
    const { method, url } = details;
    // Without a body it says nothing that could be hidden. What is hidden counts as what may send where a webmail is known to be alone: the
    // addresses of a firm's own webmail are others' as well.
    const isHidden = details.requestBody && isProvider(url);
    const kind = around.kindOf({ method, url, body: body ?? (isHidden ? undefined : '') });
    // A draft that can be read after all goes by itself: it leaves nothing of what was let go for it to one that cannot.
    if (kind === 'draft') void withCleared((all) => take(all, details));
    if (kind !== 'send' && kind !== 'upload') return {};
    const length = lengthOf(body);
    if (kind === 'upload' && length !== undefined && length < shortUpload && !holdsFile(body)) return {};
    return withCleared((all) => verdict(all, kind, body, details));
  };

  browser.webRequest?.onBeforeRequest.addListener(
    onRequest as never,
    { urls: [...webmailHosts, ...selfHosted], types: types() as never[] },
    ['blocking', 'requestBody'],
  );

  return {
    isActive: () => browser.permissions.contains({ permissions: ['webRequestBlocking'] as never[] }).catch(() => false),
    clear: (tab, host, kind, length, seed = 0) =>
      keep((all) => [...all, { tab, host, kind, length, seed, until: around.now() + goodFor[kind] }]),
    forget: (tab) => keep((all) => all.filter((one) => one.tab !== tab)),
  };
}

/** `*://*.gmx.net/*` is any host of gmx.net. */
const providers = new RegExp(
  `^(${webmailHosts
    .map((pattern) => pattern.slice(4, -2).replaceAll('.', '\\.').replace('*\\.', '(.+\\.)?'))
    .join('|')})$`,
);

function isProvider(url: string): boolean {
  return providers.test(new URL(url).hostname);
}

/** Chromium shows a file as a gap between the parts, a Blob as an error or nothing at all; Firefox shows a file's name. */
function bodyOf(shown: Details['requestBody'] | null | undefined): Body {
  if (!shown || shown.error) return undefined;
  if (shown.formData) {
    return Object.entries(shown.formData).flatMap(([name, values]) =>
      values.map((value): [string, string | undefined] => [name, typeof value === 'string' ? value : undefined]),
    );
  }
  const parts = shown.raw ?? [];
  if (parts.length === 0) return undefined;
  const decoder = new TextDecoder();
  return parts.map(({ bytes }) => (bytes ? decoder.decode(bytes, { stream: true }) : '')).join('');
}

/** Where Chromium leaves a gap, the name of the file is still there. */
function holdsFile(body: Body): boolean {
  return typeof body === 'string' && body.startsWith('--') && /\bfilename="/.test(body);
}

function lengthOf(body: Body): number | undefined {
  if (typeof body === 'string') return body.length;
  return body?.reduce<number | undefined>(
    (sum, [, value]) => (value === undefined || sum === undefined ? undefined : sum + value.length),
    0,
  );
}
