// Finds compose forms by what a person sees: recipients, a body and a control that commits, near each other or of one form.

import { attributeLabel, nameOf } from '../labels/element-labels.ts';
import type { Meaning } from '../labels/field-labels.ts';
import {
  contains,
  type Editors,
  hasMixedEditors,
  inOneLook,
  onceALook,
  parentOf,
  queryAll,
  queryOutside,
} from '../page/composed-tree.ts';
import { isReadable } from '../page/editable.ts';
import { editors } from '../page/editors.ts';
import { documentWith, fieldsOf, formOf, viewOf } from '../page/unclobbered.ts';
import { commitsIn, isCommitOver, mayCommit, pressablesAround } from './controls.ts';
import type { Field } from './field.ts';
import { fieldsIn, isOneLine } from './fields.ts';

export interface Parts {
  root: Element;
  fields: Map<Meaning, Field[]>;
  body: Element;
  /** Whatever else is sent along with it: further texts, and fields that do not show. */
  others: Element[];
}

const editables = `textarea,${editors}`;
const sentUnseen = /^(text|hidden|search|url|tel|email|number)$/;

export function partsIn(document: Document): Parts[] {
  return onceALook(partsIn, document, () => {
    const found = lookFor(document, 'all');
    if (!hasMixedEditors(document)) return found;
    // A text that a field was pasted into, or a part of the page that was made editable: it is looked at as both.
    const more = lookFor(document, 'texts').filter((one) => !found.some(({ body }) => contains(body, one.body)));
    return [...found, ...more];
  });
}

function lookFor(document: Document, outside: Editors): Parts[] {
  const fields = fieldsIn(document, outside);
  // Almost every page ends here: no field in it means a recipient.
  if (!fields.some(isRecipient)) return [];
  const subjects = fields.filter(({ meaning }) => meaning === 'subject');
  // Some forms that send by address have no subject: what they ask for must be an address all the same.
  const addressed = fields.filter((field) => isRecipient(field) && asksForAddress(field, fields));
  const found: Parts[] = [];
  for (const anchor of [...subjects, ...addressed]) {
    const isKnown = found.some(({ fields: own }) =>
      own.get(anchor.meaning)?.some(({ element }) => element === anchor.element),
    );
    const parts = isKnown ? undefined : partsAround(anchor, fields, outside);
    if (parts && !found.some(({ body }) => body === parts.body)) found.push(parts);
  }
  return found;
}

/** A reply may say to whom it goes in words alone: nothing but mail has a blind copy. */
const isRecipient = ({ meaning }: Field) => meaning === 'to' || meaning === 'bcc';

function asksForAddress({ element, row }: Field, all: Field[]): boolean {
  return (
    (element as HTMLInputElement).type === 'email' ||
    /mail|recip|rcpt|addressee|empfänger|destinat/i.test(`${attributeLabel(element)} ${nameOf(element)}`) ||
    all.some(({ meaning }) => /^b?cc$/.test(meaning)) ||
    queryAll(row, '*').some((one) => one.childElementCount === 0 && /^\S+@\S+\.\S+$/.test(one.textContent.trim()))
  );
}

/**
 * The smallest ancestor of a subject, or of a recipient, that also holds the rest. Where no control says that it sends, and nothing submits a
 * form, one with a subject, recipients and a text is no less a message: it is known by the requests that carry it.
 */
function partsAround(anchor: Field, all: Field[], outside: Editors): Parts | undefined {
  // Fields of another form are about something else, however near they stand; those of one form are sent together.
  const near = all.filter(({ form }) => form === anchor.form);
  const subjects = anchor.form ? [] : near.filter((field) => field.meaning === 'subject' && field !== anchor);
  const asked = near.some(({ meaning }) => meaning === 'to') ? 'to' : 'bcc';
  let silent: Parts | undefined;
  for (let root = parentOf(anchor.element); root; root = parentOf(root)) {
    const around = root;
    // Another subject: past the end of one compose window.
    if (subjects.some(({ element }) => contains(around, element))) return silent;
    const inside = near.filter(({ element }) => anchor.form || contains(around, element));
    if (!inside.some(({ meaning, element }) => meaning === asked && contains(around, element))) continue;
    // A control that somebody made editable is no body: then there is another.
    const bodies = bodiesIn(root, anchor, inside, outside);
    const body = bodies.find((one) => commitsIn(around, one)[0]);
    const partsWith = (one: Element): Parts => {
      const fields = new Map<Meaning, Field[]>();
      for (const field of inside) fields.set(field.meaning, [...(fields.get(field.meaning) ?? []), field]);
      return { root: around, body: one, fields, others: othersIn(around, one, anchor.form, inside, outside) };
    };
    if (body) return partsWith(body);
    const [text] = bodies;
    if (text && inside.some(({ meaning }) => /^(subject|b?cc)$/.test(meaning))) silent ??= partsWith(text);
  }
  return silent;
}

/** What may be the body, the likeliest first. */
function bodiesIn(root: Element, { form }: Field, fields: Field[], outside: Editors): Element[] {
  const candidates = queryOutside(root, `${editables},iframe`, outside).filter((one) => {
    if (fields.some(({ element }) => contains(element, one))) return false;
    if (one.localName === 'textarea') return formOf(one) === form;
    if (one.matches('[role=combobox],[role=searchbox]')) return false;
    return isReadable(one);
  });
  // An editor hides the text area it stands for; a line comes before the text.
  const editors = candidates.filter((one) => one.localName !== 'textarea');
  const texts = candidates.filter((one) => one.localName === 'textarea' && !isHidden(one));
  const likely = [editors, texts].flatMap((some) => [...some.filter((one) => !isOneLine(one)), ...some]);
  return [...new Set([...likely, ...candidates])];
}

function othersIn(
  root: Element,
  body: Element,
  form: HTMLFormElement | undefined,
  fields: Field[],
  outside: Editors,
): Element[] {
  const all = new Set([...(form ? fieldsOf(form) : []), ...queryOutside(root, editables, outside)]);
  return [...all].filter((one) => {
    if (one === body || fields.some(({ element, row }) => element === one || (row !== element && contains(row, one))))
      return false;
    if (one.localName === 'input') return sentUnseen.test((one as HTMLInputElement).type);
    // The text area behind the editor holds what was there before the person wrote.
    if (one.localName === 'textarea') return body.localName === 'textarea' || !isHidden(one);
    return one.matches(editables) && !contains(body, one);
  });
}

function isHidden(element: Element): boolean {
  const style = viewOf(element)?.getComputedStyle(element);
  return style?.display === 'none' || style?.visibility === 'hidden';
}

/** The control that commits a compose form, when `target` is on or within one. */
export function commitAround(target: Element): Element | undefined {
  return inOneLook(() => commitNear(target));
}

function commitNear(target: Element): Element | undefined {
  const near = pressablesAround(target).filter(mayCommit);
  if (!near[0]) return undefined;
  const found = partsIn(documentWith(target));
  const all = found.flatMap(({ root, body }) => commitsIn(root, body));
  return (
    near.find((one) => all.includes(one)) ??
    near.find(
      (one) =>
        found[0] &&
        isCommitOver(
          one,
          found.map(({ root }) => root),
        ),
    )
  );
}
