// Runs in the page's own world. Before a request leaves by `fetch`, XMLHttpRequest or a beacon, it is shown to the guard in an event that the
// guard's listener, the window's first, alone hears; nobody cancels it where no message is written, and the request goes as it was made.
// Cancelled, the request waits for an answer that comes on a port the page never sees. Left replaceable, as the native ones are: pages
// that wrap them still come through here, and what they replace leads to no other way out. https://fetch.spec.whatwg.org/
import { type Asker, asking, type Then, type View } from './asker.ts';
import { holdFetch } from './hold-fetch.ts';
import { holdXhr } from './hold-xhr.ts';

export function askBeforeRequests(view: View): void {
  const { apply } = view.Reflect;
  const asker = asking(
    view,
    (call) =>
      (on, ...given) =>
        apply(call, on, given),
  );
  holdFetch(view, asker);
  holdXhr(view, asker);
  holdBeacons(view, asker);
  showSockets(view, asker);
  // Sent once nobody can be asked any more: pages look whether it is there. https://developer.chrome.com/docs/web-platform/fetch-later-api
  delete (view as { fetchLater?: unknown }).fetchLater;
}

function holdBeacons(view: View, { own, isHeld, copyOf, ask }: Asker): void {
  const { Navigator, Request, fetch } = view;
  const sendBeacon = own(Navigator.prototype.sendBeacon);
  const clone = own(Request.prototype.clone);
  Navigator.prototype.sendBeacon = function (this: Navigator, given: string | URL, data?: BodyInit | null) {
    const url = `${given}`;
    const { body = data ?? null, text } = copyOf(data ?? '');
    if (!isHeld('POST', url, text)) return sendBeacon(this, url, body);
    // What a beacon is. https://www.w3.org/TR/beacon/
    const request = new Request(url, {
      method: 'POST',
      body,
      keepalive: true,
      mode: 'no-cors',
      credentials: 'include',
    });
    const then: Then = (mayGo) => mayGo && own(fetch)(view, request);
    ask('POST', request.url, text, () => clone(request), then);
    return true;
  };
}

/** What goes over a socket cannot wait for its turn: it is shown, and written down. */
function showSockets(view: View, { own, isHeld }: Asker): void {
  const send = own(view.WebSocket.prototype.send);
  view.WebSocket.prototype.send = function (this: WebSocket, data: Parameters<WebSocket['send']>[0]) {
    if (typeof data === 'string') isHeld('WEBSOCKET', this.url, data);
    send(this, data);
  };
}
