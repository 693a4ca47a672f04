// Finds compose forms by what a person sees: recipients, a body and a control that commits, near each other or of one form.
// Told by field names, labels and roles (https://www.w3.org/TR/wai-aria-1.2/), never by the product.
import { documentOf, isEditorFrame } from './editable.ts';
import { controlLabel, fieldReader, isCommitLabel, isOtherLabel } from './field-words.ts';
import { closest, contains, fieldsOf, formOf, parentOf, queryAll } from './unclobbered.ts';

export type Meaning = 'to' | 'cc' | 'bcc' | 'subject' | 'from';

export interface Parts {
  root: Element;
  fields: Map<Meaning, Element[]>;
  body: Element;
  /** Whatever else is sent along with it: further texts, and fields that do not show. */
  others: Element[];
}

interface Field {
  element: Element;
  meaning: Meaning;
  form: HTMLFormElement | undefined;
}

const buttons = 'button, input[type="submit"], input[type="image"], input[type="button"], [role="button"]';
/** Made into a button by script alone. They count only where they say that they send. */
const pressables = 'a, [onclick], [tabindex]';
const textFields =
  'input:not([type]), input[type="text"], input[type="email"], input[type="search"], textarea, select, [contenteditable="true"][role="textbox"], [role="combobox"][contenteditable="true"]';
const editables = 'textarea, [contenteditable=""], [contenteditable="true"]';
const sentUnseen = /^(text|hidden|search|url|tel|email|number)$/;
const longestLabel = 40;

export function partsIn(document: Document): Parts[] {
  const meaningOf = fieldReader(document);
  const fields = [...document.querySelectorAll(textFields)].flatMap((element): Field[] => {
    const meaning = meaningOf(element);
    return meaning ? [{ element, meaning, form: formOf(element) }] : [];
  });
  // Almost every page ends here: no field in it means a recipient.
  if (!fields.some(({ meaning }) => meaning === 'to')) return [];
  const subjects = fields.filter(({ meaning }) => meaning === 'subject');
  // Some forms that send by address have no subject: what they ask for must be an address all the same.
  const addressed = fields.filter(({ meaning, element }) => meaning === 'to' && asksForAddress(element));
  const found: Parts[] = [];
  for (const anchor of [...subjects, ...addressed]) {
    const isKnown = found.some(({ fields }) => fields.get(anchor.meaning)?.includes(anchor.element));
    const parts = isKnown ? undefined : partsAround(anchor, fields);
    if (parts && !found.some(({ body }) => body === parts.body)) found.push(parts);
  }
  return found;
}

function asksForAddress(field: Element): boolean {
  return (field as HTMLInputElement).type === 'email' || /mail|recip|rcpt|addressee/i.test(controlLabel(field));
}

/** The smallest ancestor of a subject, or of a recipient, that also holds the rest. */
function partsAround(anchor: Field, all: Field[]): Parts | undefined {
  // Fields of another form are about something else, however near they stand; those of one form are sent together.
  const near = all.filter(({ form }) => form === anchor.form);
  const subjects = anchor.form ? [] : near.filter((field) => field.meaning === 'subject' && field !== anchor);
  for (let root = parentOf(anchor.element); root; root = parentOf(root)) {
    const around = root;
    // Another subject: past the end of one compose window.
    if (subjects.some(({ element }) => contains(around, element))) return undefined;
    const inside = near.filter(({ element }) => anchor.form || contains(around, element));
    if (!inside.some(({ meaning, element }) => meaning === 'to' && contains(around, element))) continue;
    const body = bodyIn(root, anchor, inside);
    if (!body || commitsIn(root, body).length === 0) continue;
    const fields = new Map<Meaning, Element[]>();
    for (const { meaning, element } of inside) fields.set(meaning, [...(fields.get(meaning) ?? []), element]);
    return { root, body, fields, others: othersIn(root, body, anchor.form, inside) };
  }
  return undefined;
}

function bodyIn(root: Element, { form }: Field, fields: Field[]): Element | undefined {
  const candidates = queryAll(root, `${editables}, iframe`).filter((one) => {
    if (fields.some(({ element }) => element === one)) return false;
    if (one.localName === 'textarea') return formOf(one) === form;
    return one.localName !== 'iframe' || isEditorFrame(one as HTMLIFrameElement);
  });
  // An editor hides the text area it stands for.
  return candidates.find((one) => one.localName !== 'textarea') ?? candidates[0];
}

function othersIn(root: Element, body: Element, form: HTMLFormElement | undefined, fields: Field[]): Element[] {
  const all = new Set([...(form ? fieldsOf(form) : []), ...queryAll(root, editables)]);
  return [...all].filter((one) => {
    if (one === body || fields.some(({ element }) => element === one)) return false;
    if (one.localName === 'input') return sentUnseen.test((one as HTMLInputElement).type);
    // The text area behind the editor holds what was there before the person wrote.
    if (one.localName === 'textarea') return body.localName === 'textarea' || !isHidden(one);
    return one.matches(editables) && !contains(body, one);
  });
}

function isHidden(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return style?.display === 'none' || style?.visibility === 'hidden';
}

/** The controls that say they send; where none does, those that submit the form and do not say they do something else. */
export function commitsIn(root: Element, body: Element): Element[] {
  const others = queryAll(root, buttons).filter((control) => !isOtherLabel(controlLabel(control)));
  const telling = [
    ...others.filter((control) => isCommitLabel(controlLabel(control))),
    ...queryAll(root, pressables).filter((one) => !one.matches(buttons) && saysItSends(one)),
  ];
  if (telling.length > 0) return telling;
  return others.filter((control) => {
    const { type } = control as HTMLInputElement;
    const form = formOf(control);
    return (type === 'submit' || type === 'image') && form !== undefined && form === (formOf(body) ?? form);
  });
}

function saysItSends(element: Element): boolean {
  const label = controlLabel(element);
  if (label.length > longestLabel || !isCommitLabel(label) || isOtherLabel(label)) return false;
  return queryAll(element, `${textFields}, ${editables}, ${buttons}`).length === 0;
}

/** The control that commits a compose form, when `target` is on or within one. */
export function commitAround(target: Element): Element | undefined {
  let all: Element[] | undefined;
  for (let one = pressableAround(target); one; one = pressableAround(parentOf(one))) {
    all ??= partsIn(target.ownerDocument).flatMap(({ root, body }) => commitsIn(root, body));
    if (all.includes(one)) return one;
  }
  return undefined;
}

function pressableAround(element: Element | null): Element | undefined {
  return element ? closest(element, `${buttons}, ${pressables}`) : undefined;
}

/** The element a person writes in: the field, or the body of an editor's frame. */
export function editableOf(body: Element): Element | undefined {
  return body.localName === 'iframe' ? documentOf(body as HTMLIFrameElement)?.body : body;
}
