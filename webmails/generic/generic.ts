// Any compose form, in any language: read, changed and sent through its fields and controls as parts.ts finds them.
// A contact form has no recipient to fill in, so it is no compose.
import { filesIn, forget, forgetting, remember } from '../attachment-chips.ts';
import { isOtherLabel } from '../labels/control-words.ts';
import { controlLabel } from '../labels/element-labels.ts';
import type { Meaning } from '../labels/field-labels.ts';
import { contains, inOneLook, openedAmong } from '../page/composed-tree.ts';
import { editableOf, setHtml, setValue } from '../page/editable.ts';
import { identityOf } from '../page/file-identity.ts';
import { leaving } from '../page/leaving.ts';
import { together } from '../page/markup.ts';
import { press } from '../page/press.ts';
import { pressKey } from '../page/press-key.ts';
import {
  attributeOf,
  documentWith,
  formOf,
  isConnected,
  isForm,
  queryAll,
  requestSubmit,
  submitForm,
} from '../page/unclobbered.ts';
import { isSendKey } from '../send-key.ts';
import type { Compose, Draft, DraftText, FileChanges, Webmail } from '../webmail.ts';
import { accountFor } from './account.ts';
import { attachmentsOf, inputsIn } from './attachments.ts';
import { commitsIn } from './controls.ts';
import { commitAround, type Parts, partsIn } from './parts.ts';
import { isField, recipientsIn, setRecipientsIn, valueIn } from './recipients.ts';

export const generic: Webmail = {
  id: 'generic',
  recognises: (document) => partsIn(document).length > 0,
  composes: (document) => partsIn(document).map(composeOf),
  commitOf: commitAround,
  ownerOf(control) {
    const opened = openedAmong(partsIn(documentWith(control)));
    return opened && composeOf(opened);
  },
  isSendForm: (form, submitter) =>
    !(submitter && isOtherLabel(controlLabel(submitter)) && !leadsOn(form, submitter)) &&
    partsIn(documentWith(form)).some(({ body }) => formOf(body) === form || contains(form, body)),
  isSendKey: (event) => isSendKey(undefined, event),
};

/** To a page where files are attached, and from which what is written here may go. */
function leadsOn(form: HTMLFormElement, { outerHTML }: Element): boolean {
  return /attach/i.test(outerHTML) && !queryAll(form, '[type=file]')[0];
}

function composeOf(parts: Parts): Compose {
  const { root, body } = parts;
  // A page that draws itself anew puts other fields in the same place.
  const now = () => partsIn(documentWith(root)).find((one) => one.root === root || contains(root, one.body)) ?? parts;
  return {
    root,
    missing: commitsIn(root, body)[0] ? [] : ['send'],
    read: () => inOneLook(() => readDraft(now())),
    setRecipients(recipients) {
      const { fields } = now();
      for (const meaning of ['to', 'cc', 'bcc'] as const) {
        const own = fields.get(meaning) ?? [];
        // Where each has a field of its own, it stays there.
        const fieldOf = (one: string) => own.find((field) => recipientsIn(field).includes(one)) ?? own[0];
        for (const field of own)
          setRecipientsIn(
            field,
            recipients[meaning].filter((one) => fieldOf(one) === field),
          );
      }
    },
    replaceText: (text) => replaceText(now(), text),
    replaceFiles: async (changes) => replaceFiles(now(), changes),
    remember: (files) => remember(root, files),
    resume(how, trigger, pressed) {
      const { root: around, body: text } = now();
      // Send that was drawn anew says the same.
      const isSame = (one: Element) => how === 'click' && controlLabel(one) === controlLabel(trigger);
      const control = isConnected(trigger) ? trigger : commitsIn(around, text).find(isSame);
      if (!control) return Promise.resolve('not-sent');
      const forgetSent = forgetting(root);
      const isBlank = () => valueIn(editableOf(now().body) ?? root) === '';
      const wasBlank = isBlank();
      const outcome = leaving(root).then((what) => {
        // The same form, emptied: another message.
        if (!wasBlank && isBlank()) forgetSent();
        return what;
      });
      if (how === 'script' && isForm(control)) submitForm(control);
      else if (how === 'submit' && isForm(control)) requestSubmit(control);
      // As a key: where the page does not send by it, nothing must be sent.
      else if (how === 'key') pressKey(control, pressed);
      else press(control);
      return outcome;
    },
  };
}

function readDraft(parts: Parts): Draft {
  const fieldsOfMeaning = (meaning: Meaning) => parts.fields.get(meaning) ?? [];
  const recipients = (meaning: Meaning) => fieldsOfMeaning(meaning).flatMap(recipientsIn);
  return {
    account: accountFor(parts.root, fieldsOfMeaning('from')),
    to: recipients('to'),
    cc: recipients('cc'),
    bcc: recipients('bcc'),
    subject: fieldsOfMeaning('subject')
      .map(({ element }) => valueIn(element))
      .join(' '),
    ...bodyOf(parts),
    attachments: attachmentsOf(parts),
  };
}

function bodyOf({ root, body, others }: Parts): Pick<Draft, 'body' | 'isHtml'> {
  const isHtml = !isField(body);
  const main = isField(body) ? body.value : (editableOf(body)?.innerHTML ?? '');
  // A script that submits a form says in it what was pressed, in place of the browser.
  const pressed = queryAll<HTMLButtonElement>(root, 'button,[type=submit]').map(({ value }) => value.slice(0, 40));
  const more = others
    .filter((field) => !isOfPage(field))
    .map(valueIn)
    // Few letters or digits are the page's own: pages write *send* into a hidden field once Send is pressed, and ids.
    .filter((text) => /[^a-z\d]|.{9}|\d{6}/.test(text) && !main.includes(text) && !pressed.includes(text))
    .map((text) => ({ body: text, isHtml: false }));
  return together([{ body: main, isHtml }, ...more]);
}

/** ASP.NET's own: what the server said before, on its way back. Or by it a server knows its own page: other requests carry it as well. */
function isOfPage(field: Element): boolean {
  const name = `${attributeOf(field, 'name')}`;
  return /^__/.test(name) || (/token|csrf/i.test(name) && /^[\w+/=.:-]{0,99}$/.test(valueIn(field)));
}

/** What is sent beside the body cannot be told from it any more. */
function replaceText(parts: Parts, { subject, body }: DraftText): boolean {
  const field = parts.body;
  if (bodyOf(parts).body !== bodyOf({ ...parts, others: [] }).body) return false;
  const editor = editableOf(field);
  const [about, ...more] = (parts.fields.get('subject') ?? []).map(({ element }) => element);
  if (more.length > 0 || !editor) return false;
  if (isField(field)) setValue(field, body.replace(/\n$/, ''));
  else setHtml(editor, body);
  if (about && isField(about) && valueIn(about) !== subject) setValue(about, subject);
  return true;
}

function replaceFiles(parts: Parts, { changes, give }: FileChanges): boolean {
  const isChanged = (file: File) => changes.has(identityOf(file));
  for (const input of inputsIn(parts)) {
    const files = filesIn(input);
    if (!files.some(isChanged)) continue;
    const given = files.flatMap((file) => (isChanged(file) ? (changes.get(identityOf(file)) ?? []) : file));
    forget(files);
    remember(parts.root, given);
    give(input, given);
  }
  return !attachmentsOf(parts).some(({ id }) => changes.has(id));
}
