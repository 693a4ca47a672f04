// Runs in the page's own world. A link with a script for its address does nothing when an extension's world presses it: there the
// extension's own content security policy holds. https://developer.chrome.com/docs/extensions/reference/manifest/content-security-policy
// The page may make the event too: it presses its own links as it likes, and the guard holds that as any click.
import { pressEvent } from '@/webmails/page/press.ts';

export function pressLinks(view: Window & typeof globalThis): void {
  const { apply } = view.Reflect;
  const { click } = view.HTMLElement.prototype;
  view.addEventListener(
    pressEvent,
    (event) => {
      event.preventDefault();
      apply(click, event.composedPath()[0], []);
    },
    true,
  );
}
