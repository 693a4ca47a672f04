// Holds every way a person or a script commits a draft, in the capture phase of the window, before any handler of the
// page. All events of a gesture are cancelled: stopping its first one alone does not stop the click.
import { inOneLook } from '@/webmails/page/composed-tree.ts';
import { rootOf } from '@/webmails/page/unclobbered.ts';
import { isWriting } from '@/webmails/page/writing.ts';
import type { Compose, How, Webmail } from '@/webmails/webmail.ts';
import { cancel } from './cancel.ts';
import type { HoldForm } from './hold-forms.ts';
import { submitEvent } from './page-world/names.ts';
import type { Passage } from './passage.ts';
import type { Steadfast } from './steadfast.ts';

export interface Commit {
  compose: Compose;
  trigger: Element;
  how: How;
  /** The key that was held. */
  pressed?: KeyboardEvent;
}

export interface SendHold {
  webmail(): Webmail | undefined;
  composeOf(element: Element): Compose | undefined;
  /** Whether there is, or was, a compose window in this document. */
  hasSeen(): boolean;
  passage: Passage;
  /** The element an event really happened at. */
  innermost(event: Event): Element | undefined;
  onCommit(commit: Commit): void;
  /** A form is submitted that is no compose form's own, or not to send. */
  onForm: HoldForm;
  /** A commit control of a draft that cannot be found: held, and the person is told. */
  onUnreadable(): void;
}

const pointer = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'click', 'dblclick'];
const keys = ['keydown', 'keypress', 'keyup'];

export function holdSend(listeners: Steadfast, around: SendHold): void {
  const hold: SendHold = {
    ...around,
    // Where somebody presses, a form may be submitted next.
    innermost(event) {
      const target = around.innermost(event);
      for (let root = target && rootOf(target); root && 'host' in root; root = rootOf((root as ShadowRoot).host))
        listeners.hearIn(root);
      return target;
    },
  };
  const on = <Kind extends Event>(type: string, listener: (event: Kind) => void) =>
    listeners.on(type, (event) => holdingOnError(event as Kind, listener, hold));
  for (const type of pointer) on(type, (event) => onPointer(event, hold));
  const onKey = keyHold(hold);
  for (const type of keys) on<KeyboardEvent>(type, onKey);
  on<SubmitEvent>('submit', (event) => onSubmit(event, event.submitter ?? undefined, 'submit', hold));
  on(submitEvent, (event) => onSubmit(event, undefined, 'script', hold));
}

/** A page the guard cannot make sense of must not send for that reason; where nothing was ever composed, it is left alone. */
export function holdingOnError<Kind extends Event>(
  event: Kind,
  listener: (event: Kind) => void,
  hold: Pick<SendHold, 'hasSeen' | 'onUnreadable'>,
): void {
  try {
    inOneLook(() => listener(event));
  } catch {
    const { key } = event as Event & { key?: string };
    if (!hold.hasSeen() || (key !== undefined && key !== 'Enter' && key !== ' ')) return;
    cancel(event);
    if (/^(click|keydown|paste)$|submit$/.test(event.type)) hold.onUnreadable();
  }
}

function onPointer(event: Event, hold: SendHold): void {
  const trigger = commitUnder(event, hold);
  // The second click of a double one came for what the first did.
  const isAgain = (event as MouseEvent).detail > 1;
  if (!trigger || (!isAgain && isLetThrough(trigger, hold))) return;
  // Cancelling a touch would keep the browser from making the click that ends the gesture.
  if (event.type.startsWith('touch')) event.stopImmediatePropagation();
  else cancel(event);
  if (event.type === 'click' && !isAgain) commit(trigger, 'click', hold);
}

function keyHold(hold: SendHold): (event: KeyboardEvent) => void {
  let heldKey: string | undefined;
  return (event) => {
    if (event.isComposing) return;
    const trigger = event.key === 'Enter' || event.key === ' ' ? commitUnder(event, hold) : undefined;
    if (trigger) return onActivation(event, trigger, hold);
    if (event.type !== 'keydown') {
      if (event.key === heldKey) cancel(event);
      if (event.type === 'keyup') heldKey = undefined;
      return;
    }
    // No webmail sends by a letter alone: writing costs nothing here. Some keyboards have a key for it.
    if (!event.ctrlKey && !event.metaKey && !event.altKey && event.key !== 'MailSend') return;
    const target = hold.innermost(event);
    const compose = target && hold.webmail()?.isSendKey(event) ? hold.composeOf(target) : undefined;
    if (!target || !compose || (!event.repeat && hold.passage.isOpenTo(compose.root))) return;
    cancel(event);
    heldKey = event.key;
    if (!event.repeat) hold.onCommit({ compose, trigger: target, how: 'key', pressed: event });
  };
}

/** Enter or Space on the focused control. The browser's own click, which follows, is the one that is judged. */
function onActivation(event: KeyboardEvent, trigger: Element, hold: SendHold): void {
  if (!event.repeat && isLetThrough(trigger, hold)) return;
  const clicks = isClickedByKey(trigger, event.key) && event.isTrusted;
  if (!clicks || event.repeat) event.preventDefault();
  event.stopImmediatePropagation();
  if (!clicks && event.type === 'keydown' && !event.repeat) commit(trigger, 'click', hold);
}

function isClickedByKey(control: Element, key: string): boolean {
  return control.matches('button, input, summary') || (key === 'Enter' && control.matches('a[href]'));
}

function onSubmit(event: Event, submitter: HTMLElement | undefined, how: How, hold: SendHold): void {
  const form = event.composedPath()[0] as HTMLFormElement;
  const trigger = submitter ?? form;
  if (!hold.webmail()?.isSendForm(form, submitter)) return void hold.onForm(event, form, submitter);
  const root = hold.composeOf(trigger)?.root;
  const isLetGo = root !== undefined && hold.passage.isOpenTo(root);
  if (root && isLetGo && hold.passage.isAsJudged(root)) return;
  cancel(event);
  // What the page changed on the way is for whoever let it go to judge.
  if (!isLetGo) commit(trigger, how, hold);
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
  const target = hold.innermost(event);
  // Writing costs nothing here: no webmail sends by Enter alone in its text.
  return target && !('key' in event && isWriting(target)) ? hold.webmail()?.commitOf(target) : undefined;
}
