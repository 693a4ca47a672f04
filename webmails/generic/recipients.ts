// Recipients as compose forms show them: text in a field, and chips beside it, which hold the address in their text, in an
// attribute, or only a name. What cannot be read is an entry too: nobody is left out because a page abbreviates.

import { attributesOf, controlLabel, told } from '../labels/element-labels.ts';
import { meaningOfText } from '../labels/field-words.ts';
import { splitAddresses } from '../page/address-list.ts';
import { classed } from '../page/classed.ts';
import { contains, parentOf, queryAll } from '../page/composed-tree.ts';
import { setValue } from '../page/editable.ts';
import { textNodesIn, textsBeside } from '../page/unclobbered.ts';
import type { Field } from './field.ts';

const address = /[^\s<>()[\]{},;:"'=|]{1,64}@[^\s<>()[\]{},;:"'=|]{1,255}/u;
const named = /^[^<>{}\n]{0,200}<[^<>\s]+@[^<>\s]+>/u;
const telling = [
  ...told,
  ...'data-email email data-address data-mail data-hovercard-id data-value data-recipient data-id data-item data-tag href name value'.split(
    ' ',
  ),
];
const removers = `button,[role=button],svg,img,${classed('remove delete close')}`;
const listed = 'li,[role=option],[role=listitem]';
const suggestions = `datalist,[hidden],[role=menu],${classed('suggest autocomplete dropdown menu')}`;
const longestName = 80;

interface Chip {
  at: Element;
  entry: string;
}

/** One entry a recipient, as written. */
export function recipientsIn(field: Field): string[] {
  const chips = chipsOf(field);
  return [...chips.map(({ entry }) => entry), ...notAmong(chips, typedIn(field, chips))];
}

/** Writes what a field holds, and takes away the chips that are not among the entries. */
export function setRecipientsIn(field: Field, entries: readonly string[]): void {
  const { element } = field;
  const wanted = new Set(entries.map(keyOf));
  const chips = chipsOf(field);
  for (const { at, entry } of chips) if (!wanted.has(keyOf(entry))) removerOf(at, field)?.click();
  const typed = notAmong(chips, entries);
  if (typed.join() === typedIn(field, chips).join()) return;
  if (element.matches(':checked')) (element as HTMLInputElement).click();
  else if (isField(element)) setValue(element, typed.join(', '));
  else if (!chips[0]) element.textContent = typed.join(', ');
}

function notAmong(chips: readonly Chip[], entries: readonly string[]): string[] {
  const there = new Set(chips.map(({ entry }) => keyOf(entry)));
  return entries.filter((entry) => !there.has(keyOf(entry)));
}

function typedIn({ element }: Field, chips: readonly Chip[]): string[] {
  if (isField(element) || element.localName === 'select') return splitAddresses(valueIn(element));
  if (!element.hasAttribute('contenteditable')) return [];
  const texts = [...textNodesIn(element)].filter((node) => !chips.some(({ at }) => contains(at, node.parentElement!)));
  return splitAddresses(texts.map(({ data }) => data).join('\n'));
}

function chipsOf(field: Field): Chip[] {
  const { row, element } = field;
  if (row === element && isField(element)) return [];
  const inside = [row, ...queryAll(row, '*')].filter((one) => !isOffered(one, row));
  const known = new Map<string, Chip>();
  for (const one of inside)
    for (const text of textsOf(one, field)) {
      const entry = entryIn(text);
      if (entry && !known.has(keyOf(entry))) known.set(keyOf(entry), { at: one, entry });
    }
  const withAddress = [...known.values()];
  const isKnown = (chip: Element) => withAddress.some(({ at }) => contains(chip, at) || contains(at, chip));
  const bare = inside.flatMap((one): Chip[] => {
    const chip = one.matches(listed) ? one : one.matches(removers) ? withText(one, row) : undefined;
    if (!chip || chip === row || contains(chip, element) || isKnown(chip)) return [];
    const entry = ownText(chip);
    return /\p{L}{2}/u.test(entry) && !meaningOfText(entry) ? [{ at: chip, entry }] : [];
  });
  const names = bare.filter(
    ({ at }, index) => bare.findIndex((one) => contains(one.at, at) || contains(at, one.at)) === index,
  );
  return [...withAddress, ...names];
}

/** What a chip says besides its controls. */
function ownText(chip: Element): string {
  const text = textsBeside(chip, 'button,a,label,svg,[role=button]')
    .map((one) => one.trim())
    .join(' ')
    .replace(/\s*[×✕✖⨯]\s*$/u, '')
    .trim();
  return text.length <= longestName ? text : '';
}

/** Texts of an element that may hold an address; what a person types is read elsewhere. */
function textsOf(one: Element, { element }: Field): string[] {
  if (one === element) return [];
  const texts = [...one.childNodes].flatMap((node) => (node.nodeType === 3 ? (node as Text).data : []));
  const value = isField(one) ? [one.value] : [];
  // What is around the field may repeat what is typed there.
  const attributes = contains(one, element) ? [] : attributesOf(one, telling);
  return [...attributes, ...value, ...texts].filter((text) => text.includes('@'));
}

function entryIn(text: string): string | undefined {
  const whole = named.exec(text.trim().slice(0, 2_000))?.[0];
  return (
    whole ??
    address
      .exec(text.slice(0, 2_000))?.[0]
      .replace(/^mailto:?/i, '')
      .replace(/[.,;]+$/u, '')
  );
}

/** What a page offers to choose from is no recipient yet. */
function isOffered(element: Element, row: Element): boolean {
  const list = element.closest(suggestions);
  return element.localName === 'option' || (list !== null && list !== row && contains(row, list));
}

/** The element a remove control stands in beside a text: a chip. */
function withText(remover: Element, row: Element): Element | undefined {
  for (let one = parentOf(remover); one && one !== row; one = parentOf(one)) if (ownText(one) !== '') return one;
  return undefined;
}

function removerOf(at: Element, { row, element }: Field): HTMLElement | undefined {
  for (let one: Element | undefined = at; one && one !== row && !contains(one, element); one = parentOf(one)) {
    const inside = queryAll<HTMLElement>(one, removers);
    const found = inside.find((each) => /remove|delete|close|clear|×|✕/i.test(controlLabel(each))) ?? inside.at(-1);
    if (found) return found;
  }
  return undefined;
}

function keyOf(entry: string): string {
  return (address.exec(entry)?.[0] ?? entry).trim().toLowerCase();
}

export function valueIn(field: Element): string {
  if (field.localName === 'select') return [...(field as HTMLSelectElement).selectedOptions].map(entryOf).join(', ');
  return (isField(field) ? field.value : field.textContent).trim();
}

/** An option that shows a name may send an address. */
function entryOf({ value, textContent }: HTMLOptionElement): string {
  const shown = textContent.trim();
  return value.includes('@') && !shown.includes('@') ? value : shown;
}

export function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element.matches('input, textarea');
}
