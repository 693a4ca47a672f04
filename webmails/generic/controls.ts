// Which controls of a compose form commit it: by what they say, in any language; by what the programmer calls them where they show
// only a picture; a bare element only where it says nothing else. Where none tells, those that submit the form.

import {
  isCommitIdentifier,
  isCommitLabel,
  isOtherLabel,
  isScheduleLabel,
  isSendPhrase,
} from '../labels/control-words.ts';
import { controlLabel, identifiersOf, shortText } from '../labels/element-labels.ts';
import { classed } from '../page/classed.ts';
import { closest, contains, onceALook, parentOf, queryAll, queryAround } from '../page/composed-tree.ts';
import { editors } from '../page/editors.ts';
import { attributeOf, documentWith, formOf, isMatch, localNameOf, viewOf } from '../page/unclobbered.ts';
import { textFields } from './fields.ts';

const buttons = 'button,input:is([type=submit],[type=image],[type=button]),[role=button],[role=menuitem],summary';
/** Made into a button by script alone. They count only where they say that they send. */
const pressables = 'a,[onclick],[tabindex],[data-action],[ng-click],[data-bind],[jsaction],li';
const bare = 'div,span,td,i,svg,img,p';
/** Opens over a message, often at the end of the page. */
const overlays = `[role=menu],[role=dialog],[role=alertdialog],[role=listbox],dialog,[popover],${classed('menu dropdown popover popup modal overlay')}`;
const longestLabel = 40;
const longestName = 24;
const highestPress = 6;

/** What may be a control, on or around an element: nearest first. */
export function pressablesAround(target: Element): Element[] {
  const found: Element[] = [];
  let one: Element | undefined = target;
  for (let steps = 0; one && (steps < highestPress || !found[0]) && steps < 20; steps++) {
    if (isPressable(one) || (steps < highestPress && isMatch(one, bare))) found.push(one);
    one = parentOf(one);
  }
  return found;
}

/** Whether it looks like a control that sends, before anything is known of where it stands. */
export function mayCommit(control: Element): boolean {
  return says(control) || isSubmit(control);
}

/** Whether a button somewhere says that it sends. */
export function hasSend(document: Document): boolean {
  return queryAll(document, buttons).some(says);
}

/** The controls that say they send; where none does, those that submit the form and do not say they do something else. */
export function commitsIn(root: Element, body: Element): Element[] {
  const components = componentsIn(documentWith(root));
  const all = queryAround(root, body, `${buttons},${pressables},${bare}${components}`);
  const telling = all.filter(says);
  const pressed = telling.filter(isPressable);
  if (telling.length > 0)
    return telling.filter(
      (one) => pressed.includes(one) || !pressed.some((other) => contains(other, one) || contains(one, other)),
    );
  const form = formOf(body);
  const others = all.filter((one) => isSubmit(one) && !isOtherLabel(controlLabel(one)));
  return others.filter((one) => (form ? formOf(one) === form : formOf(one)));
}

/** A menu or a dialog over the page: what is chosen there is about the message. One with a text of its own is another form. */
export function isCommitOver(control: Element, roots: readonly Element[]): boolean {
  if (roots.some((root) => contains(root, control))) return false;
  const label = controlLabel(control);
  if (!isPressable(control) || !(isSendPhrase(label) || (isScheduleLabel(label) && !isOtherLabel(label)))) return false;
  const over = closest(control, overlays);
  return (
    over !== undefined &&
    !roots.some((root) => contains(over, root)) &&
    queryAll(over, `textarea,${editors}`).length === 0
  );
}

/** Custom elements are made into buttons as well: their names, to look for. */
function componentsIn(document: Document): string {
  return onceALook(componentsIn, document, () => {
    const names = new Set(queryAll(document, '*').map(localNameOf));
    return [...names].flatMap((name) => (name.includes('-') ? `,${CSS.escape(name)}` : [])).join('');
  });
}

function isPressable(one: Element): boolean {
  return localNameOf(one).includes('-') || isMatch(one, `${buttons},${pressables}`);
}

function says(control: Element): boolean {
  if (opensMore(control)) return false;
  const label = controlLabel(control);
  const isNamed = isPressable(control)
    ? label.length <= longestLabel && saysByName(control, label)
    : isSendPhrase(label) && looksPressed(control);
  return isNamed && (control.matches(buttons) || holdsOnlyItself(control));
}

function saysByName(control: Element, label: string): boolean {
  if (isOtherLabel(label)) return false;
  // A picture, or a text in no language that is known here: the programmer's word for it.
  return isCommitLabel(label) || (label.length <= longestName && identifiersOf(control).some(isCommitIdentifier));
}

/** The arrow beside Send. */
function opensMore(control: Element): boolean {
  const opens = attributeOf(control, 'aria-haspopup');
  return opens !== undefined && opens !== 'false' && opens !== 'dialog';
}

function holdsOnlyItself(element: Element): boolean {
  const isShort = shortText(element, longestLabel * 2) !== '' || element.childElementCount <= 3;
  return isShort && queryAll(element, `${textFields},${buttons}`).length === 0;
}

/** A bare element with a listener is drawn as one: with a hand over it, or under a name that tells. */
function looksPressed(element: Element): boolean {
  const view = viewOf(element);
  return (
    view?.getComputedStyle(element).cursor === 'pointer' ||
    identifiersOf(element).some(
      (name) => /^(btn|button)$|btn-|-btn|button-|-button/.test(name) || isCommitIdentifier(name),
    )
  );
}

function isSubmit(control: Element): boolean {
  return control.matches('button, input') && /^(submit|image)$/.test((control as HTMLInputElement).type);
}
