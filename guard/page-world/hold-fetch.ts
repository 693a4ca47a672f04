// `fetch` of a page. https://fetch.spec.whatwg.org/#fetch-method
import { type Asker, isPlain, type Then, type View } from './asker.ts';

export function holdFetch(view: View, { own, gets, isHeld, copyOf, ask }: Asker): void {
  const { Request, Promise: Answer, TypeError: Failed, Object: Plain } = view;
  const { apply, construct, getPrototypeOf } = view.Reflect;
  const { create } = Plain;
  const { fetch } = view;
  const clone = own(Request.prototype.clone);
  const methodOf = gets(Request, 'method');
  const urlOf = gets(Request, 'url');
  view.fetch = function (this: unknown, ...given: Parameters<typeof fetch>) {
    // Nobody listens here: not even looked at.
    if (!isHeld('', '')) return apply(fetch, view, given);
    return new Answer<Response>((resolve, reject) => {
      const init = given[1];
      // A text is known at once, and seen once.
      const isPlainInit = init && getPrototypeOf(init) === Plain.prototype;
      const { body: value, text } = copyOf(isPlainInit ? init.body : undefined);
      if (value !== undefined) given[1] = create(init!, { body: { value } });
      // Made once, as the native one would: what has getters must not say one thing to the guard and another to the network.
      const request = construct(Request, given) as Request;
      const method = methodOf(request);
      const url = urlOf(request);
      const go = () => resolve(apply(fetch, view, [request]));
      if (isPlain(method) || !isHeld(method, url, text)) return go();
      const then: Then = (mayGo) => (mayGo ? go() : reject(new Failed('Failed to fetch')));
      ask(method, url, text, () => clone(request), then);
    });
  };
}
