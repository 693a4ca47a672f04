// The recipients of a field that makes chips: finished ones, what is still being typed, and names of groups, which have no address and
// so cannot be told from outsiders. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

import type { Description } from './description.ts';
import { splitAddresses } from './page/address-list.ts';
import { addressesIn, addressesOn, addressesShown } from './page/addresses-in.ts';
import { classed } from './page/classed.ts';
import { withBelow } from './page/composed-tree.ts';
import { setValue } from './page/editable.ts';
import { editors as editables } from './page/editors.ts';
import { plainSpaces } from './page/plain-spaces.ts';
import { press } from './page/press.ts';
import { closest, queryAll, viewOf } from './page/unclobbered.ts';

type Chips = Pick<Description, 'chip' | 'address'>;
type Field = HTMLInputElement | HTMLTextAreaElement;

export interface RowRead {
  entries: string[];
  /** False: addresses stand in the field, but no chip is where chips should be. */
  isAsKnown: boolean;
}

const fields = 'input:not([type=hidden],[type=checkbox],[type=radio]),textarea';
const buttons = 'button,[role=button],[data-remove]';
/** What takes a chip away and is no button. A link that leads somewhere leads to the person's page. */
const signs = `${classed('remove delete close')},a[href^="#"]`;
/** Stands in an empty editor to hold the caret. */
const invisible = /[\u200b\u200c\ufeff]/g;

export function readRow(row: Element, description: Chips): RowRead {
  const chips = chipsIn(row, description);
  const typed = [
    ...withBelow([row], fields).map((field) => (field as Field).value),
    ...withBelow([row], editables).map((editable) => textWithout(editable, description.chip)),
  ].flatMap(splitAddresses);
  const finished = chips.flatMap((chip) => entriesOf(chip, description));
  // Beside the chips some pages keep a field with all of them. An address among the words of another entry says nothing of that one.
  const shown = new Set(finished.flatMap(whoIn));
  const others = typed.filter((entry) => !whoIn(entry).every((one) => shown.has(one)));
  if (chips.length > 0) return { entries: [...finished, ...others], isAsKnown: true };
  const known = new Set(typed.flatMap(addressesIn));
  const strays = [...new Set(addressesOn(row))].filter((address) => !known.has(address));
  return { entries: [...strays, ...typed], isAsKnown: strays.length === 0 };
}

/** Every address in an entry; the entry itself where it has none. */
function whoIn(entry: string): string[] {
  const all = addressesIn(entry);
  return all[0] ? all : [entry];
}

/** Takes recipients out the way a person would. What the page does not let go of stays, and is judged again. */
export function removeFrom(row: Element, description: Chips, isUnwanted: (entry: string) => boolean): void {
  for (const chip of chipsIn(row, description)) {
    if (!entriesOf(chip, description).some(isUnwanted)) continue;
    const control = chip.querySelector(buttons) ?? chip.querySelector(signs) ?? chip;
    press(control);
    const view = viewOf(chip);
    if (chip.isConnected)
      chip.dispatchEvent(new view.KeyboardEvent('keydown', { key: 'Delete', bubbles: true, cancelable: true }));
  }
  for (const field of withBelow([row], fields) as Field[]) {
    const wanted = splitAddresses(field.value).filter((entry) => !isUnwanted(entry));
    if (splitAddresses(field.value).length > wanted.length) setValue(field, wanted.join(', '));
  }
}

/** A chip may hold elements that look like one. */
function chipsIn(row: Element, { chip }: Chips): Element[] {
  return queryAll(row, chip).filter((one) => !one.parentElement || !within(one.parentElement, chip, row));
}

function within(element: Element, selector: string, row: Element): boolean {
  const found = closest(element, selector);
  return found !== undefined && found !== row && row.contains(found);
}

/** `Name <a@b>`, `a@b`, or the name of a group. Several where one element lists them. */
function entriesOf(chip: Element, { address = ['title'] }: Chips): string[] {
  const carried = address.flatMap((name) =>
    [chip, ...queryAll(chip, `[${name}]`)].map((one) => one.getAttribute(name) ?? ''),
  );
  const written = carried.find((value) => value.includes('@'));
  const shown = labelOf(chip);
  const listed = splitAddresses(written ?? '');
  if (listed.length > 1) return listed;
  // A name may be another's address: whichever the page sends to, it is among them.
  const told = [...carried.flatMap(addressesIn), ...addressesShown(chip)];
  const named = written || told[0] ? told : addressesOn(chip);
  const all = [...new Map(named.map((one) => [one.toLowerCase(), one])).values()];
  const [found] = all;
  if (!found) return [written ?? shown].filter((entry) => entry !== '');
  if (all[1]) return all;
  if (/<[^<>]*@[^<>]*>$/.test(shown)) return [shown];
  return [shown === '' || shown.includes('@') ? found : `"${shown.replaceAll(/["\\]/g, '')}" <${found}>`];
}

/** What a chip shows, without the words and signs of its buttons. */
function labelOf(chip: Element): string {
  return plainSpaces(textWithout(chip, `${buttons},svg`).replace(/[,;×✕✖]\s*$/, ''));
}

/** With a line end in the place of each. */
function textWithout(element: Element, selector: string): string {
  const copy = element.cloneNode(true) as Element;
  for (const one of queryAll(copy, selector)) one.replaceWith('\n');
  return copy.textContent.replace(invisible, '');
}
