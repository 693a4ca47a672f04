// Renders a component as the browser does, and presses keys and buttons in it as a person does.
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach } from 'vitest';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let roots: Root[] = [];

afterEach(() => {
  act(() => {
    for (const root of roots) root.unmount();
  });
  roots = [];
  document.body.replaceChildren();
});

export async function render(node: ReactNode): Promise<HTMLElement> {
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  roots.push(root);
  await act(async () => root.render(node));
  return container;
}

/** The button or link with exactly this name. */
export function named(container: ParentNode, name: string): HTMLElement {
  const all = [...container.querySelectorAll<HTMLElement>('button, a, summary')];
  const found = all.find((element) => element.textContent?.trim() === name);
  if (!found) throw new Error(`nothing is called “${name}”: ${all.map((element) => element.textContent).join(' | ')}`);
  return found;
}

/** The field whose label has exactly this text. */
export function field(container: ParentNode, label: string): HTMLInputElement {
  const labels = [...container.querySelectorAll('label')];
  const found = labels
    .find((one) => one.querySelector('span')?.textContent === label)
    ?.querySelector('input, textarea, select');
  if (!found) throw new Error(`no field is called “${label}”: ${labels.map((one) => one.textContent).join(' | ')}`);
  return found as HTMLInputElement;
}

/** `isByHand` false: a script's click, whose event the browser does not trust. */
export async function press(element: Element, isByHand = true): Promise<void> {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: isByHand });
  if (element instanceof HTMLAnchorElement)
    element.addEventListener('click', (click) => click.preventDefault(), { once: true });
  await act(async () => element.dispatchEvent(event));
}

export async function pressKey(key: string, options: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options });
  await act(async () => (document.activeElement ?? document.body).dispatchEvent(event));
  return event;
}

/** Types into a field so that React hears it: https://github.com/facebook/react/issues/11488 */
export async function type(
  element: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
  text: string,
): Promise<void> {
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')?.set;
  await act(async () => {
    setter?.call(element, text);
    element.dispatchEvent(new Event(element.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  });
}

/** Lets timers run, and React draw what follows from them. */
export async function wait(advance: () => Promise<unknown>): Promise<void> {
  await act(async () => {
    await advance();
  });
}
