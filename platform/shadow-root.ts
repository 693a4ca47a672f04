// The shadow root of an element, closed ones too, which browsers show to content scripts alone.
// https://developer.chrome.com/docs/extensions/reference/api/dom https://bugzilla.mozilla.org/show_bug.cgi?id=1439153
import { native } from './native.ts';

interface Firefox {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

interface Chromium {
  dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null };
}

/** What the extension itself put into the page is no part of it. */
const own = new WeakSet<Element>();

/** From now on nobody is shown what is in this element. */
export function keepOwn(host: Element): void {
  own.add(host);
}

/** `undefined` where it has none, or where the browser does not say. */
export function shadowRootOf(element: Element): ShadowRoot | undefined {
  if (own.has(element)) return undefined;
  const { dom } = native() as unknown as Chromium;
  const found = dom ? closedIn(dom, element) : (element as Firefox).openOrClosedShadowRoot;
  return found ?? element.shadowRoot ?? undefined;
}

function closedIn(dom: NonNullable<Chromium['dom']>, element: Element): ShadowRoot | null {
  return element instanceof HTMLElement ? dom.openOrClosedShadowRoot(element) : null;
}
