// The fields of compose forms on a page: what a person fills in, what each is for, and the row it stands in with its chips.
// Told by name, label and role (https://www.w3.org/TR/wai-aria-1.2/), or by the text beside it; never by the product.

import { attributeLabel, labelReader, nameOf } from '../labels/element-labels.ts';
import type { Meaning } from '../labels/field-labels.ts';
import {
  fieldReader,
  firstMeaning,
  meaningOfLabel,
  meaningOfName,
  meaningOfText,
  speaksOfRecipients,
} from '../labels/field-words.ts';
import { contains, type Editors, onceALook, parentOf, queryOutside } from '../page/composed-tree.ts';
import { editors, lineFields } from '../page/editors.ts';
import {
  attributeOf,
  closest,
  documentWith,
  formOf,
  isMatch,
  localNameOf,
  queryAll,
  rootOf,
  siblingsBefore,
} from '../page/unclobbered.ts';
import type { Field } from './field.ts';
import { recipientsIn } from './recipients.ts';

const typed = `${lineFields},textarea,select,${editors}`;
export const textFields = `${typed},[role=textbox],[role=combobox]`;
/** Where recipients may lie when no field is left to type in: beside a label, or ticked. */
const lists = '[role=listbox],[role=list],[role=group],label,input:checked[value*="@"]';
const most = 400;
const highestRow = 8;

export function fieldsIn(document: Document, outside: Editors): Field[] {
  const elements = queryOutside(document, textFields, outside).filter(
    (one, _, all) => !isAround(one, all) && !isDecoy(one),
  );
  // A page with hundreds is most likely a table to fill in: there the names of fields must tell.
  const areMany = elements.length > most;
  const rowOf = areMany ? (element: Element) => element : rowsOf(elements);
  const meaningByName = fieldReader();
  const labelOf = labelReader();
  const found = elements.flatMap((element): Field[] => {
    const row = rowOf(element);
    const meaning = areMany ? meaningByName(element) : meaningOf(element, row, labelOf);
    return meaning ? [{ element, meaning, form: formOf(element), row }] : [];
  });
  return areMany ? found : [...found, ...listsOf(document, found)];
}

/** A role around a field is a part of its row. */
function isAround(element: Element, all: readonly Element[]): boolean {
  return !element.matches(typed) && all.some((other) => other !== element && contains(element, other));
}

/** Stands before a field to take what a password manager fills in. */
function isDecoy(element: Element): boolean {
  return element.matches('input[aria-hidden=true]') && !(element as HTMLInputElement).value;
}

function meaningOf(element: Element, row: Element, labelOf: (field: Element) => string[]): Meaning | undefined {
  const labels = labelOf(element);
  const own = meaningOfName(nameOf(element)) ?? firstMeaning(labels, meaningOfLabel);
  if (own || !isOneLine(element)) return own;
  for (let one = parentOf(element); one && contains(row, one); one = parentOf(one)) {
    const told = meaningOfName(nameOf(one)) ?? meaningOfLabel(attributeLabel(one)) ?? meaningOfClass(one);
    if (told) return told;
  }
  const texts = textBefore(element, row);
  return (
    firstMeaning(texts, meaningOfText) ??
    firstMeaning(texts, meaningOfLabel) ??
    ([...labels, ...texts].some(speaksOfRecipients) || isRecipientsByClass(element, row) ? 'to' : undefined)
  );
}

/** A programmer's word for the field, where the page says nothing to the person. */
function isRecipientsByClass(element: Element, row: Element): boolean {
  return [element, row].some((one) => /recipient|addressee/i.test(attributeOf(one, 'class') ?? ''));
}

export function isOneLine(element: Element): boolean {
  if (element.localName === 'textarea') return (element as HTMLTextAreaElement).rows <= 3;
  return /^(input|select)$/.test(element.localName) || closest(element, '[role=combobox]') !== undefined;
}

/** Classes name colours and directions too: only one that names a field by two words. */
function meaningOfClass(element: Element): Meaning | undefined {
  const found =
    /(?<![^\s_-])(?:(?:compose|field|input|mail|message|row|label)[_-]?(to|b?cc|subject)|(to|b?cc|subject)[_-]?(?:row|field|input|line|list|wrap|wrapper|container|recipients|box|area|section))(?![^\s_-])/i.exec(
      attributeOf(element, 'class') ?? '',
    );
  return (found?.[1] ?? found?.[2])?.toLowerCase() as Meaning | undefined;
}

/** Texts that stand before the field in its row, or before the row: nearest first. */
function textBefore(element: Element, row: Element): string[] {
  const tree = rootOf(element);
  const inRow = [...textsIn(row, element), ...('host' in tree ? textsIn(tree, element) : [])].reverse();
  return inRow[0] ? inRow : textBeforePlace(row, row);
}

/** Where several fields stand in one place without a text, as one for each address, what stands before the place is about them all. */
function textBeforePlace(place: Element, row?: Element): string[] {
  return onceALook(textBeforePlace, place, () => {
    if (place !== row && (isBoundary(place) || textsIn(place)[0])) return [];
    const before = siblingsBefore(place).at(-1);
    if (before && !queryAll(before, textFields)[0]) return textsIn(before).reverse();
    const around = parentOf(place);
    return around ? textBeforePlace(around) : [];
  });
}

function textsIn(root: Node, until?: Element): string[] {
  const texts: string[] = [];
  const walker = documentWith(root)!.createTreeWalker(root, 5 /* elements and text */, (node) =>
    isControl(node) ? 2 /* reject */ : 1,
  );
  for (let node = walker.nextNode(); node && node !== until && texts.length < 60; node = walker.nextNode())
    if (node.nodeType === 3) texts.push((node as Text).data.trim());
  // A single letter of everybody's may be anything.
  return texts.filter((text) => !/^\w?$/.test(text));
}

function isControl(node: Node): boolean {
  return node.nodeType === 1 && isMatch(node as Element, 'button,a[href],[role=button],[role=tab],option,script,style');
}

/** The highest element around a field that is around no other. */
function rowsOf(elements: Element[]): (element: Element) => Element {
  const holds = new Map<Element, number>();
  for (const element of elements)
    for (let one = parentOf(element); one; one = parentOf(one)) holds.set(one, (holds.get(one) ?? 0) + 1);
  return (element) => {
    let row = element;
    let parent = parentOf(row);
    for (let steps = 0; steps < highestRow && parent && holds.get(parent) === 1 && !isBoundary(parent); steps++) {
      row = parent;
      parent = parentOf(row);
    }
    return row;
  };
}

/** What is around a whole form is no row of it. */
function isBoundary(element: Element): boolean {
  return /(^| )(form|body|html|dialog|main|table)( |$)/.test(`${localNameOf(element)} ${attributeOf(element, 'role')}`);
}

function listsOf(document: Document, fields: Field[]): Field[] {
  // Whom a mail is for stands where it is read as well: there nothing else of it is a field.
  if (fields.every(({ meaning }) => meaning === 'to')) return [];
  return queryOutside(document, lists).flatMap((one): Field[] => {
    const isLabel = one.localName === 'label';
    const element = (isLabel && parentOf(one)) || one;
    const meaning = isLabel
      ? meaningOfText(one.textContent)
      : (meaningOfName(nameOf(one)) ?? meaningOfLabel(attributeLabel(one)));
    if (!meaning || !/^(to|b?cc)$/.test(meaning)) return [];
    const found = { element, meaning, form: formOf(element), row: element };
    const isKnown = fields.some((field) => contains(field.row, element) || contains(element, field.element));
    // A label alone may stand before anything.
    return isKnown || (isLabel && !recipientsIn(found)[0]) ? [] : [found];
  });
}
