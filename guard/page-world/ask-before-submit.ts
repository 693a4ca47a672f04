// Runs in the page's own world. `form.submit()` fires no event, and some webmails send by it, also when a script of the
// page's own starts it without Send being pressed. This makes it fire one that the guard may cancel; nobody cancels it
// elsewhere. https://html.spec.whatwg.org/multipage/forms.html#dom-form-submit
import { likeABrowser } from './like-a-browser.ts';
import { renewEvent, submitEvent } from './names.ts';

export function askBeforeSubmit(view: Window & typeof globalThis): void {
  const { Event, EventTarget, HTMLFormElement, visualViewport } = view;
  const { apply } = view.Reflect;
  const { dispatchEvent } = EventTarget.prototype;
  const { submit } = HTMLFormElement.prototype;
  // Left replaceable, as the native one is: pages that wrap it still come through here.
  HTMLFormElement.prototype.submit = function (this: HTMLFormElement) {
    if (visualViewport) apply(dispatchEvent, visualViewport, [new Event(renewEvent)]);
    if (apply(dispatchEvent, this, [new Event(submitEvent, likeABrowser)])) apply(submit, this, []);
  };
}
