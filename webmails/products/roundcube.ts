// Roundcube 1.4 to 1.7, skins elastic, larry and classic. Source: https://github.com/roundcube/roundcubemail
// (program/js/app.js, skins/elastic/ui.js, plugins/markdown_editor), and a running 1.6.5 and 1.7.3. The compose page is a page of its own.
import { documentOf, isEditorFrame, setHtml, setValue } from '../page/editable.ts';
import { embeddedPictures, removeEmbedded } from '../page/embedded-pictures.ts';
import { bears } from '../page/marked.ts';
import { attributeOf, documentWith, queryAll } from '../page/unclobbered.ts';
import type { Compose, Draft, DraftText, FileChanges, Webmail } from '../webmail.ts';
import { attachmentsOf, replaceAttachments } from './roundcube-attachments.ts';
import { accountOf, fieldsNamed, fieldValue, readRecipients, setRecipients } from './roundcube-headers.ts';
import { dialogButtons, resendCommitOf, resends } from './roundcube-resend.ts';
import { fateOf, whenIdle } from './roundcube-status.ts';

// The message form has one more field than the form that resends a message (`_action=bounce`): the body.
const bodyField = 'textarea[name=_message]';

// Every skin's buttons are numbered by the server and call the page's one object. An id alone may stand in a message that is shown, whose
// handlers no webmail leaves in; a field's name may be another product's.
const mark = '[id^=rcmbtn][onclick*="rcmail.command("]';

// Every skin's own Send runs this command; elastic copies it into a toolbar for small screens without the handler.
const sendControls = `[onclick*="rcmail.command('send'"],:is(a,button).send,form[name=form] .mainaction`;

// Dialogs that stand between Send and sending: no subject, and too many recipients in To and Cc. Both are `warning`.
const dialogControls = `.ui-dialog.warning ${dialogButtons}`;

const savedWithin = 1_100;

export const roundcube: Webmail = {
  id: 'roundcube',
  recognises: (document) => bears(document, mark),
  composes(document) {
    const forms = messageForms(document);
    return [...(forms[0] ? [composeIn(document, forms, forms[0])] : []), ...resends(document)];
  },
  commitOf(target) {
    const control = target.closest(sendControls) ?? target.closest(dialogControls);
    return control && messageForms(control.ownerDocument)[0] ? control : resendCommitOf(target);
  },
  // The same form saves drafts, and moves to a window of its own.
  isSendForm: (form) =>
    messageForms(documentWith(form)).includes(form) &&
    fieldValue(form, '_action') === 'send' &&
    fieldValue(form, '_draft') !== '1',
  isSendKey: () => false,
};

/** One, unless a script of the page has put another beside it: then whatever is in any of them is what may go. */
function messageForms(document: Document): HTMLFormElement[] {
  const forms = queryAll<HTMLTextAreaElement>(document, bodyField).flatMap(({ form }) => form ?? []);
  return [...new Set(forms)];
}

function composeIn(document: Document, forms: HTMLFormElement[], form: HTMLFormElement): Compose {
  return {
    // Attachments and the Send button lie outside the form in every skin.
    root: document.body,
    read: () =>
      messageForms(document)
        .map((one) => readDraft(document, one))
        .reduce(together),
    setRecipients: (recipients) => setRecipients(form, recipients),
    // What is put into the field the editor for Markdown takes out again.
    ...(linesIn(form)[0] ? {} : { replaceText: (text: DraftText) => replaceText(document, forms, text) }),
    replaceFiles: (changes) => replaceFiles(document, forms, changes),
    ready(signal) {
      const saved = Date.now() + savedWithin;
      return whenIdle(document, signal, () => {
        const text = fieldValue(form, '_message');
        return linesIn(form).every(
          (line) => Date.now() > saved && line.textContent.split(/\W/).every((word) => text.includes(word)),
        );
      });
    },
    resume(how, trigger) {
      const actionBefore = attributeOf(form, 'action');
      const outcome = fateOf(document, () => attributeOf(form, 'action') !== actionBefore);
      // A submission that did not happen Roundcube takes for a lost connection, and gives up: it is started anew.
      const control = how === 'script' ? document.querySelector(sendControls) : trigger;
      if (control?.isConnected) (control as HTMLElement).click();
      return outcome();
    },
    // Classic fixes the height of its headers: there the marker goes to the end of the toolbar.
    markerPlace: () => document.querySelector('#composemenulink') ?? fieldsNamed(form, '_subject')[0],
  };
}

function readDraft(document: Document, form: HTMLFormElement): Draft {
  const bodies = fieldsNamed(form, '_message');
  const html = editorOf(document, form);
  return {
    account: accountOf(document, form),
    ...readRecipients(form),
    // The no-subject dialog writes its field into the form only after its own Send was pressed.
    subject: fieldValue(form, '_subject') || promptedSubject(document),
    body: html?.innerHTML ?? bodies.map(({ value }) => value).join('\n'),
    isHtml: fieldValue(form, '_is_html') === '1',
    attachments: [...attachmentsOf(document, form), ...embeddedPictures(html)],
  };
}

function replaceText(document: Document, forms: HTMLFormElement[], { subject, body }: DraftText): boolean {
  const [form] = forms;
  const field = form && fieldsNamed(form, '_message')[0];
  if (forms.length !== 1 || !form || !field) return false;
  if (fieldValue(form, '_is_html') === '1') {
    const editor = editorBody(document, field);
    if (!editor) return false;
    setHtml(editor, body);
  } else setValue(field, body);
  const about = fieldsNamed(form, '_subject').at(-1);
  if (about && about.value !== subject) setValue(about, subject);
  return true;
}

async function replaceFiles(document: Document, forms: HTMLFormElement[], files: FileChanges): Promise<boolean> {
  const editors = forms.flatMap((form) => editorOf(document, form) ?? []);
  const inside = new Set(editors.flatMap(embeddedPictures).map(({ id }) => id));
  const listed = new Map([...files.changes].filter(([id]) => !inside.has(id)));
  return (await replaceAttachments(document, { ...files, changes: listed })) && removeEmbedded(editors, files.changes);
}

/** What is written in, where that is HTML. */
function editorOf(document: Document, form: HTMLFormElement): HTMLElement | undefined {
  return fieldValue(form, '_is_html') === '1' ? editorBody(document, fieldsNamed(form, '_message')[0]) : undefined;
}

function editorBody(document: Document, field: Element | undefined): HTMLElement | undefined {
  const frame = field && document.getElementById(`${field.id}_ifr`);
  // Until the editor has taken over, the text is in the field.
  const inner = frame ? documentOf(frame as HTMLIFrameElement)?.body : undefined;
  // An editor that was made read-only still is what goes.
  return inner && (inner.id === 'tinymce' || isEditorFrame(frame as HTMLIFrameElement)) ? inner : undefined;
}

/**
 * What shows in 1.7's editor for Markdown. The field has all that is written a second after the last change, of which the press is one: it takes
 * the focus. What goes is what is written.
 */
const linesIn = (form: HTMLFormElement) => queryAll(form, '.cm-line');

function together(one: Draft, other: Draft): Draft {
  return {
    ...one,
    to: [...one.to, ...other.to],
    cc: [...one.cc, ...other.cc],
    bcc: [...one.bcc, ...other.bcc],
    subject: `${one.subject}\n${other.subject}`,
    body: `${one.body}\n${other.body}`,
  };
}

function promptedSubject(document: Document): string {
  return document.querySelector<HTMLInputElement>('.warning .prompt input[data-submit]')?.value ?? '';
}
