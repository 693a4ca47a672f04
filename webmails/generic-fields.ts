// The fields of compose forms on a page: what a person fills in, what each is for, and the row it stands in with its chips.
// Told by name, label and role (https://www.w3.org/TR/wai-aria-1.2/), or by the text beside it; never by the product.
import { contains, type Editors, onceALook, parentOf, queryOutside } from './composed-tree.ts';
import { editors, lineFields } from './editors.ts';
import { attributeLabel, labelReader, nameOf } from './element-labels.ts';
import type { Meaning } from './field-labels.ts';
import { fieldReader, meaningOfLabel, meaningOfName, meaningOfText, speaksOfRecipients } from './field-words.ts';
import { attributeOf, formOf, rootOf } from './unclobbered.ts';

export interface Field {
  element: Element;
  meaning: Meaning;
  form: HTMLFormElement | undefined;
  /** The field with what belongs to it: its label, and the recipients that were made chips. */
  row: Element;
}

export const textFields = `${lineFields}, textarea, select, ${editors}, [role=textbox], [role=combobox]`;
/** Where recipients may lie when no field is left to type in. */
const lists = '[role=listbox], [role=list], [role=group]';
const most = 400;
const highestRow = 8;

export function fieldsIn(document: Document, outside: Editors): Field[] {
  const elements = queryOutside(document, textFields, outside);
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

function meaningOf(element: Element, row: Element, labelOf: (field: Element) => string): Meaning | undefined {
  const label = labelOf(element);
  const own = meaningOfName(nameOf(element)) ?? meaningOfLabel(label);
  if (own || !isOneLine(element)) return own;
  for (let one = parentOf(element); one && contains(row, one); one = parentOf(one)) {
    const told = meaningOfName(nameOf(one)) ?? meaningOfLabel(attributeLabel(one)) ?? meaningOfClass(one);
    if (told) return told;
  }
  const beside = textBefore(element, row)
    .map(meaningOfText)
    .find((one) => one !== undefined);
  return beside ?? (speaksOfRecipients(label) || isRecipientsByClass(element, row) ? 'to' : undefined);
}

/** A programmer's word for the field, where the page says nothing to the person. */
function isRecipientsByClass(element: Element, row: Element): boolean {
  return [element, row].some((one) => /recipient|addressee/i.test(attributeOf(one, 'class') ?? ''));
}

export function isOneLine(element: Element): boolean {
  if (element.localName === 'textarea') return (element as HTMLTextAreaElement).rows <= 3;
  return element.matches('input, select, [role=combobox]');
}

/** Classes name colours and directions too: only one that names a field by two words. */
function meaningOfClass(element: Element): Meaning | undefined {
  const found =
    /(?:^|[\s_-])(?:compose|field|input|mail|message|row|label)[_-]?(to|cc|bcc|subject)(?:$|[\s_-])|(?:^|[\s_-])(to|cc|bcc|subject)[_-]?(?:row|field|input|line|list|wrap|wrapper|container|recipients|box|area|section)(?:$|[\s_-])/i.exec(
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
    const before = place.previousElementSibling;
    if (before && !before.querySelector(textFields)) return textsIn(before).reverse();
    const around = parentOf(place);
    return around ? textBeforePlace(around) : [];
  });
}

function textsIn(root: Node, until?: Element): string[] {
  const texts: string[] = [];
  const walker = root.ownerDocument!.createTreeWalker(root, 5 /* elements and text */, (node) =>
    isControl(node) ? 2 /* reject */ : 1,
  );
  for (let node = walker.nextNode(); node && node !== until && texts.length < 60; node = walker.nextNode())
    if (node.nodeType === 3 && (node as Text).data.trim()) texts.push((node as Text).data.trim());
  return texts;
}

function isControl(node: Node): boolean {
  return (
    node.nodeType === 1 &&
    (node as Element).matches('button, a[href], [role=button], [role=tab], option, script, style')
  );
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
  return (
    /^(form|body|html|dialog|main|table)$/.test(element.localName) ||
    /^(dialog|main|form)$/.test(attributeOf(element, 'role') ?? '')
  );
}

function listsOf(document: Document, fields: Field[]): Field[] {
  if (!fields[0]) return [];
  return queryOutside(document, lists).flatMap((element): Field[] => {
    const meaning =
      meaningOfName(attributeOf(element, 'name') ?? element.id) ?? meaningOfLabel(attributeLabel(element));
    if (meaning !== 'to' && meaning !== 'cc' && meaning !== 'bcc') return [];
    const isKnown = fields.some((field) => contains(field.row, element) || contains(element, field.element));
    return isKnown ? [] : [{ element, meaning, form: formOf(element), row: element }];
  });
}
