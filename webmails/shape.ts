// Finds the compose windows of a described webmail. Each begins with what a person writes in; its window is the smallest element
// around that with recipients and a control that sends. What the description does not find is found by roles, fields and their
// order (https://www.w3.org/TR/wai-aria-1.2/), and noted as missing.

import type { Description } from './description.ts';
import { commitsIn } from './generic/controls.ts';
import { isField as isInput } from './generic/recipients.ts';
import { controlLabel } from './labels/element-labels.ts';
import { fieldReader } from './labels/field-words.ts';
import { onceALook, queryAround, withBelow } from './page/composed-tree.ts';
import { documentOf, editorIn, editorsIn, isReadable } from './page/editable.ts';
import { editors, lineFields } from './page/editors.ts';
import { attributeOf, contains, parentOf, queryAll, siblingsAfter, siblingsBefore } from './page/unclobbered.ts';
import type { ComposePart } from './webmail.ts';

export interface Row {
  field: 'to' | 'cc' | 'bcc';
  element: Element;
}

export interface Found {
  root: Element;
  /** More than one where two windows could not be told apart: whatever is in any of them is what may go. */
  bodies: Element[];
  rows: Row[];
  sends: Element[];
  missing: ComposePart[];
}

const headers = `${lineFields},textarea,[role=combobox],[role=listbox],${editors}`;
/** The key that sends, as a tooltip names it: on the control that does the same. */
const sendKey = /(ctrl|strg|cmd|control|⌘)\P{L}{0,4}(enter|eingabe|entr[ée]e|intro|invio|return|⏎|↵)/iu;
const pressables = 'button,[role=button],input[type=submit]';

export function findComposes(document: Document, description: Description): Found[] {
  return onceALook(description, document, () => lookFor(document, description));
}

function lookFor(document: Document, description: Description): Found[] {
  const known = bodiesIn(document, description.body);
  const found = known.flatMap((body) => windowAround(body, description, []) ?? []);
  const rest = outermostOf(editorsIn(document, known)).filter(
    (editor) =>
      !isField(editor, description) && !known.includes(editor) && !found.some(({ root }) => contains(root, editor)),
  );
  const byShape = rest.flatMap((body) => windowAround(body, description, ['body']) ?? []);
  return merged([...found, ...byShape]);
}

/** Editors that can be read, the outermost of each. */
function bodiesIn(document: Document, selector: string): Element[] {
  return outermostOf(queryAll(document, selector).filter(isReadable));
}

function outermostOf(all: Element[]): Element[] {
  return all.filter((one) => !all.some((other) => other !== one && contains(other, one)));
}

function isField(editor: Element, { to, cc, bcc }: Description): boolean {
  return editor.closest(`${to},${cc},${bcc},[role=combobox],[aria-autocomplete],[aria-multiline=false]`) !== null;
}

function windowAround(body: Element, description: Description, missing: ComposePart[]): Found | undefined {
  const steps = stepsFrom(body, description);
  const found =
    steps.find(({ hasRows, hasSends }) => hasRows && hasSends) ??
    // Looking at every control takes long: only where the window is not found as it is known.
    steps.find(
      ({ root, hasRows, hasSends }) =>
        root.localName !== 'body' &&
        (hasRows || isAddressed(root, body, description)) &&
        (hasSends || sendsByShape(root, body).length > 0),
    );
  return found && windowOf(found.root, body, description, missing);
}

interface Step {
  root: Element;
  hasRows: boolean;
  hasSends: boolean;
}

/** The elements around a body, from the inside, and what of the description is in each. */
function stepsFrom(body: Element, { to, cc, bcc, send }: Description): Step[] {
  const anyRow = `${to},${cc},${bcc}`;
  let hasRows = Boolean(frameOf(body)?.querySelector(anyRow));
  let hasSends = false;
  let inner = body;
  const steps: Step[] = [];
  for (let root = parentOf(body); root; root = parentOf(root)) {
    // What is below was looked through in the steps before.
    const beside = [...siblingsBefore(inner), ...siblingsAfter(inner)];
    const has = (selector: string) =>
      (inner !== body && inner.matches(selector)) || withBelow(beside, selector).length > 0;
    hasRows ||= has(anyRow);
    hasSends ||= has(send);
    inner = root;
    steps.push({ root, hasRows, hasSends });
    if (hasRows && hasSends) break;
  }
  return steps;
}

function windowOf(root: Element, body: Element, description: Description, missing: ComposePart[]): Found {
  const rows = rowsIn(root, body, description);
  const sends = queryAround(root, body, description.send);
  return {
    root,
    bodies: [body],
    rows,
    sends: sends.length > 0 ? sends : sendsByShape(root, body),
    missing: [
      ...missing,
      ...(rows.length === 0 ? (['recipients'] as const) : []),
      ...(sends.length === 0 ? (['send'] as const) : []),
    ],
  };
}

/** Rows of a window, in the order in which a field is most exactly told. */
function rowsIn(root: Element, body: Element, { to, cc, bcc, subject }: Description): Row[] {
  const place = frameOf(body);
  const taken: Element[] = [];
  const named = Object.entries({ bcc, cc, to }).flatMap(([field, selector]) => {
    const all = [...queryAround(root, body, selector), ...(place ? queryAll(place, selector) : [])].filter(
      (one) => !taken.includes(one),
    );
    const outermost = outermostOf(all);
    taken.push(...outermost);
    return outermost.map((element) => ({ field: field as Row['field'], element }));
  });
  const others = [...named.map(({ element }) => element), body, ...queryAround(root, body, subject)];
  const rows = named.map(({ field, element }) => ({
    field,
    element: isInput(element) ? around(element, others) : element,
  }));
  return (['to', 'cc', 'bcc'] as const).flatMap((field) => rows.filter((row) => row.field === field));
}

/** From an input to all of its row: the largest element around it that has nothing else of the window in it. */
function around(input: Element, others: Element[]): Element {
  let row = input;
  for (let next = parentOf(input); next; next = parentOf(next)) {
    const outer = next;
    if (outer.localName === 'body' || others.some((other) => other !== input && contains(outer, other))) break;
    row = outer;
  }
  return row;
}

/** What the frame holds that a body is in, if it is in one: some hold the fields as well. */
function frameOf(body: Element): Element | undefined {
  return documentOf(body)?.body;
}

/** What stands before the body and takes text: where recipients are, and the subject. */
export function headersIn(
  root: Element,
  body: Element,
  { subject, from }: Description,
): Record<'people' | 'subject', Element[]> {
  const before = (end: Element) => (one: Element) =>
    (one.compareDocumentPosition(end) & 4) !== 0 && !contains(one, end);
  const editor = editorIn(body);
  const inside = editor ? queryAll(editor.ownerDocument.body, headers).filter(before(editor)) : [];
  const all = [...queryAround(root, body, headers).filter(before(body)), ...inside].filter((one) => !one.closest(from));
  const meaningOf = fieldReader();
  const isSubject = (one: Element) => one.matches(subject) || meaningOf(one) === 'subject';
  return { people: all.filter((one) => !isSubject(one)), subject: all.filter(isSubject) };
}

function isAddressed(root: Element, body: Element, description: Description): boolean {
  const meaningOf = fieldReader();
  return headersIn(root, body, description).people.some(
    (one) => one.matches('[role],[aria-autocomplete],[type=email]') || /^(to|cc|bcc)$/.test(meaningOf(one) ?? ''),
  );
}

function sendsByShape(root: Element, body: Element): Element[] {
  const byKey = queryAround(root, body, pressables).filter((one) =>
    sendKey.test(`${controlLabel(one)} ${attributeOf(one, 'title')} ${attributeOf(one, 'data-tooltip')}`),
  );
  return [...new Set([...byKey, ...commitsIn(root, body)])];
}

/** Inner windows first. Those with the same element around them are one. */
function merged(all: Found[]): Found[] {
  const one = new Map<Element, Found>();
  for (const found of all) {
    const before = one.get(found.root);
    one.set(found.root, before ? { ...before, bodies: [...before.bodies, ...found.bodies] } : found);
  }
  return [...one.values()].sort((a, b) => (contains(a.root, b.root) ? 1 : contains(b.root, a.root) ? -1 : 0));
}
