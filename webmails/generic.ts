// Any compose form, in any language: read, changed and sent through its fields and controls as generic-parts.ts finds them.
// A contact form has no recipient to fill in, so it is no compose.
import { splitAddresses } from './address-list.ts';
import { setHtml, setValue } from './editable.ts';
import { controlLabel, isOtherLabel } from './field-words.ts';
import { identityOf } from './file-identity.ts';
import { commitAround, commitsIn, editableOf, type Meaning, type Parts, partsIn } from './generic-parts.ts';
import { leaving } from './leaving.ts';
import {
  contains,
  documentWith,
  fieldsOf,
  formOf,
  isForm,
  queryAll,
  requestSubmit,
  submitForm,
} from './unclobbered.ts';
import type { Attachment, Compose, Draft, DraftText, FileChanges, How, Webmail } from './webmail.ts';

export const generic: Webmail = {
  id: 'generic',
  recognises: (document) => partsIn(document).length > 0,
  composes: (document) => partsIn(document).map(composeOf),
  commitOf: commitAround,
  isSendForm: (form, submitter) =>
    !(submitter && isOtherLabel(controlLabel(submitter))) &&
    partsIn(documentWith(form)).some(({ body }) => formOf(body) === form || contains(form, body)),
  isSendKey: (event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey,
};

function composeOf(parts: Parts): Compose {
  return {
    root: parts.root,
    read: () => readDraft(parts),
    setRecipients(recipients) {
      for (const meaning of ['to', 'cc', 'bcc'] as const) {
        const field = parts.fields.get(meaning)?.[0];
        if (!field || textOf(field) === recipients[meaning].join(', ')) continue;
        if (isField(field)) setValue(field, recipients[meaning].join(', '));
        else field.textContent = recipients[meaning].join(', ');
      }
    },
    replaceText: (text) => replaceText(parts, text),
    replaceFiles: async (changes) => replaceFiles(parts, changes),
    resume(how, trigger) {
      const outcome = leaving(parts.root);
      if (how === 'script' && isForm(trigger)) submitForm(trigger);
      else if (how === 'submit' && isForm(trigger)) requestSubmit(trigger);
      else (commitFor(how, trigger, parts) as HTMLElement | undefined)?.click();
      return outcome;
    },
    markerPlace: () => undefined,
  };
}

/** A key was pressed in a field: the control that does the same is pressed in its place, for pages do not send by a made key. */
function commitFor(how: How, trigger: Element, parts: Parts): Element | undefined {
  if (how !== 'key') return trigger.isConnected ? trigger : undefined;
  return commitsIn(parts.root, parts.body)[0];
}

function readDraft(parts: Parts): Draft {
  const texts = (meaning: Meaning) => (parts.fields.get(meaning) ?? []).map(textOf);
  const recipients = (meaning: Meaning) => texts(meaning).flatMap(splitAddresses);
  const from = (parts.fields.get('from') ?? []).filter(isGiven).map(textOf);
  const account = from.find((text) => text.includes('@'));
  return {
    ...(account ? { account } : {}),
    to: recipients('to'),
    cc: recipients('cc'),
    bcc: recipients('bcc'),
    subject: texts('subject').join(' '),
    ...bodyOf(parts),
    attachments: filesIn(parts),
  };
}

/** Whoever can type a sender could make any domain their firm's. */
function isGiven(from: Element): boolean {
  return from.localName === 'select' || (isField(from) && (from.readOnly || from.disabled));
}

function bodyOf({ body, others }: Parts): Pick<Draft, 'body' | 'isHtml'> {
  const isHtml = !isField(body);
  const main = isField(body) ? body.value : (editableOf(body)?.innerHTML ?? '');
  const more = others
    // ASP.NET's own: what the server said before, on its way back.
    .filter((field) => !field.getAttribute('name')?.startsWith('__'))
    .map(textOf)
    .filter((text) => text !== '' && !main.includes(text));
  return { body: [main, ...(isHtml ? more.map(asHtml) : more)].join('\n'), isHtml };
}

function asHtml(text: string): string {
  return `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
}

function textOf(field: Element): string {
  if (field.localName === 'select') return (field as HTMLSelectElement).selectedOptions[0]?.textContent?.trim() ?? '';
  return (isField(field) ? field.value : (field.textContent ?? '')).trim();
}

function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element.localName === 'input' || element.localName === 'textarea';
}

/** Files chosen and not yet sent. They go with the form. */
function filesIn(parts: Parts): Attachment[] {
  return inputsIn(parts).flatMap((input) =>
    [...(input.files ?? [])].map((file) => ({
      id: identityOf(file),
      name: file.name,
      size: file.size,
      load: async () => file,
    })),
  );
}

function inputsIn({ root, body }: Parts): HTMLInputElement[] {
  const form = formOf(body);
  return [...new Set([...queryAll(root, 'input[type="file"]'), ...(form ? fieldsOf(form) : [])])] as HTMLInputElement[];
}

/** What is sent beside the body cannot be told from it any more. */
function replaceText(parts: Parts, { subject, body }: DraftText): boolean {
  const field = parts.body;
  if (bodyOf(parts).body !== bodyOf({ ...parts, others: [] }).body) return false;
  const editor = isField(field) ? undefined : editableOf(field);
  const [about, ...more] = parts.fields.get('subject') ?? [];
  if (more.length > 0 || !(isField(field) || editor)) return false;
  if (isField(field)) setValue(field, body.replace(/\n$/, ''));
  else setHtml(editor!, body);
  if (about && isField(about) && textOf(about) !== subject) setValue(about, subject);
  return true;
}

function replaceFiles(parts: Parts, { changes, give }: FileChanges): boolean {
  for (const input of inputsIn(parts)) {
    const files = [...(input.files ?? [])];
    if (!files.some((file) => changes.has(identityOf(file)))) continue;
    give(
      input,
      files.flatMap((file) => (changes.has(identityOf(file)) ? (changes.get(identityOf(file)) ?? []) : file)),
    );
  }
  return !filesIn(parts).some(({ id }) => changes.has(id));
}
