// Holds every way a person or a script commits a draft, in the capture phase of the window, before any handler of the
// page. All events of a gesture are cancelled: stopping its first one alone does not stop the click.
import type { Compose, How, Webmail } from '@/webmails/webmail.ts';
import { submitEvent } from './page-world/names.ts';
import type { Passage } from './passage.ts';

export interface Commit {
  compose: Compose;
  trigger: Element;
  how: How;
}

export interface SendHold {
  webmail(): Webmail | undefined;
  composeOf(element: Element): Compose | undefined;
  passage: Passage;
  onCommit(commit: Commit): void;
  /** A commit control of a draft that cannot be found: held, and the person is told. */
  onUnreadable(): void;
}

const pointer = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'click', 'dblclick'];
const keys = ['keydown', 'keypress', 'keyup'];

export function holdSend(view: Window, hold: SendHold, signal: AbortSignal): void {
  const capture = { capture: true, passive: false, signal };
  for (const type of pointer) view.addEventListener(type, (event) => onPointer(event, hold), capture);
  const onKey = keyHold(hold);
  for (const type of keys) view.addEventListener(type, (event) => onKey(event as KeyboardEvent), capture);
  view.addEventListener('submit', (event) => onSubmit(event, event.submitter, 'submit', hold), capture);
  view.addEventListener(submitEvent, (event) => onSubmit(event, null, 'script', hold), capture);
}

function onPointer(event: Event, hold: SendHold): void {
  const trigger = commitUnder(event, hold);
  if (!trigger || isLetThrough(trigger, hold)) return;
  // Cancelling a touch would keep the browser from making the click that ends the gesture.
  cancel(event, !event.type.startsWith('touch'));
  if (event.type === 'click') commit(trigger, 'click', hold);
}

function keyHold(hold: SendHold): (event: KeyboardEvent) => void {
  let heldKey: string | undefined;
  return (event) => {
    if (event.isComposing) return;
    const trigger = commitUnder(event, hold);
    if (trigger && (event.key === 'Enter' || event.key === ' ')) return onActivation(event, trigger, hold);
    if (event.type !== 'keydown') {
      if (event.key === heldKey) cancel(event, true);
      if (event.type === 'keyup') heldKey = undefined;
      return;
    }
    const target = elementUnder(event);
    const compose = target && hold.webmail()?.isSendKey(event) ? hold.composeOf(target) : undefined;
    if (!target || !compose || hold.passage.isOpenTo(compose.root)) return;
    cancel(event, true);
    heldKey = event.key;
    if (!event.repeat) hold.onCommit({ compose, trigger: target, how: 'key' });
  };
}

/** Enter or Space on the focused control. The browser's own click, which follows, is the one that is judged. */
function onActivation(event: KeyboardEvent, trigger: Element, hold: SendHold): void {
  if (isLetThrough(trigger, hold)) return;
  const clicks = isClickedByKey(trigger, event.key) && event.isTrusted;
  cancel(event, !clicks || event.repeat);
  if (!clicks && event.type === 'keydown' && !event.repeat) commit(trigger, 'click', hold);
}

function isClickedByKey(control: Element, key: string): boolean {
  return control.matches('button, input, summary') || (key === 'Enter' && control.matches('a[href]'));
}

function onSubmit(event: Event, submitter: HTMLElement | null, how: How, hold: SendHold): void {
  const form = event.composedPath()[0] as HTMLFormElement;
  const trigger = submitter ?? form;
  if (!hold.webmail()?.isSendForm(form, submitter ?? undefined) || isLetThrough(trigger, hold)) return;
  cancel(event, true);
  commit(trigger, how, hold);
}

function commit(trigger: Element, how: How, hold: SendHold): void {
  const compose = hold.composeOf(trigger);
  if (compose) hold.onCommit({ compose, trigger, how });
  else hold.onUnreadable();
}

function isLetThrough(trigger: Element, hold: SendHold): boolean {
  const compose = hold.composeOf(trigger);
  return compose !== undefined && hold.passage.isOpenTo(compose.root);
}

function commitUnder(event: Event, hold: SendHold): Element | undefined {
  const target = elementUnder(event);
  return target && hold.webmail()?.commitOf(target);
}

/** The innermost element, open shadow roots included. */
function elementUnder(event: Event): Element | undefined {
  const [target] = event.composedPath();
  return target && 'closest' in target ? (target as Element) : undefined;
}

function cancel(event: Event, prevent: boolean): void {
  event.stopImmediatePropagation();
  if (prevent) event.preventDefault();
}
