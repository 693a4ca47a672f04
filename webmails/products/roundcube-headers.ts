// The address fields of Roundcube's forms, with elastic's chips over them. Source: program/js/app.js and
// skins/elastic/ui.js (recipient_input), as seen in a running 1.6.5.
import { splitAddresses } from '../page/address-list.ts';
import { setValue } from '../page/editable.ts';
import { attributeOf, fieldsOf } from '../page/unclobbered.ts';
import type { Draft } from '../webmail.ts';

type Field = HTMLTextAreaElement | HTMLInputElement;
type Recipients = Pick<Draft, 'to' | 'cc' | 'bcc'>;

/** The value the server takes: of fields that share a name, PHP keeps the last. */
export function fieldValue(form: HTMLFormElement, name: string): string {
  return fieldsNamed(form, name).at(-1)?.value ?? '';
}

export function readRecipients(form: HTMLFormElement): Recipients {
  const read = (name: string) => fieldsNamed(form, name).flatMap(recipientsIn);
  return { to: read('_to'), cc: read('_cc'), bcc: read('_bcc') };
}

export function setRecipients(form: HTMLFormElement, { to, cc, bcc }: Recipients): void {
  for (const [name, entries] of Object.entries({ _to: to, _cc: cc, _bcc: bcc })) {
    const field = fieldsNamed(form, name).at(-1);
    if (!field || recipientsIn(field).join() === entries.join()) continue;
    // Elastic rebuilds its chips from the field when the field changes; text not yet made a chip is dropped first.
    const pending = pendingInput(field);
    if (pending) pending.value = '';
    setValue(field, entries.join(', '));
  }
}

/** The name the skin shows for the signed-in person; else the identity chosen in From, which anybody may add at any domain. */
export function accountOf(document: Document, form: HTMLFormElement): string | undefined {
  const from: Element | undefined = fieldsNamed(form, '_from').at(-1);
  const chosen =
    from?.localName === 'select'
      ? (from as HTMLSelectElement).selectedOptions[0]?.textContent
      : (from as Field | undefined)?.value;
  const shown = document.querySelector('.header-title.username, .topright .username')?.textContent;
  return [shown, chosen].map((one) => one?.trim()).find((one) => one?.includes('@'));
}

/** Fields of a form by their name, also those that stand elsewhere in the page. */
export function fieldsNamed(form: HTMLFormElement, name: string): Field[] {
  return fieldsOf(form).filter((field): field is Field => attributeOf(field, 'name') === name);
}

function recipientsIn(field: Field): string[] {
  const pending = pendingInput(field)?.value.trim() ?? '';
  // Elastic copies what is being typed into the field only now and then.
  const text = pending && !field.value.trimEnd().endsWith(pending) ? `${field.value},${pending}` : field.value;
  return splitAddresses(text);
}

/** Elastic's visible input after the chips. */
function pendingInput(field: Element): HTMLInputElement | undefined {
  const list = field.nextElementSibling;
  return list?.matches('.recipient-input') ? (list.querySelector('input') ?? undefined) : undefined;
}
