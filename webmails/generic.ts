// Any compose form, in any language: recipients, a subject, a body and a control that commits, near each other. Told by
// field names, labels and roles (https://www.w3.org/TR/wai-aria-1.2/), never by the product. A contact form has no
// recipient to fill in, so it is no compose.
import { splitAddresses } from './address-list.ts';
import { documentOf, isEditorFrame, setValue, submitForm } from './editable.ts';
import { controlLabel, fieldReader, isCommitLabel, isOtherLabel } from './field-words.ts';
import type { Attachment, Compose, Draft, How, Outcome, Webmail } from './webmail.ts';

type Meaning = 'to' | 'cc' | 'bcc' | 'subject' | 'from';

interface Parts {
  root: Element;
  fields: Map<Meaning, Field[]>;
  body: Element;
}

const controls = 'button, input[type="submit"], input[type="image"], input[type="button"], [role="button"]';
const textFields =
  'input:not([type]), input[type="text"], input[type="email"], input[type="search"], textarea, select, [contenteditable="true"][role="textbox"], [role="combobox"][contenteditable="true"]';
const bodies = 'textarea, [contenteditable=""], [contenteditable="true"], iframe';
const answerWithin = 5_000;

export const generic: Webmail = {
  id: 'generic',
  recognises: (document) => partsIn(document).length > 0,
  composes: (document) => partsIn(document).map(composeOf),
  commitOf(target) {
    const control = target.closest(controls);
    if (!control || isOtherLabel(controlLabel(control))) return undefined;
    const parts = partsIn(control.ownerDocument).find(({ root }) => root.contains(control));
    return parts && commitsIn(parts.root, parts.body).includes(control) ? control : undefined;
  },
  isSendForm: (form, submitter) =>
    !(submitter && isOtherLabel(controlLabel(submitter))) &&
    partsIn(form.ownerDocument).some(({ body }) => form.contains(body)),
  isSendKey: (event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey,
};

interface Field {
  element: Element;
  meaning: Meaning;
  form: Element | null;
}

function partsIn(document: Document): Parts[] {
  const meaningOf = fieldReader(document);
  const fields = [...document.querySelectorAll(textFields)].flatMap((element): Field[] => {
    const meaning = meaningOf(element);
    return meaning ? [{ element, meaning, form: element.closest('form') }] : [];
  });
  // Almost every page ends here: no field in it means a recipient.
  if (!fields.some(({ meaning }) => meaning === 'to')) return [];
  const subjects = fields.filter(({ meaning }) => meaning === 'subject');
  return subjects.flatMap((subject) => partsAround(subject, fields) ?? []);
}

/** The smallest ancestor of a subject that also holds a recipient, a body and a control that commits. */
function partsAround(subject: Field, all: Field[]): Parts | undefined {
  // Fields of another form are about something else, however near they stand.
  const near = all.filter(({ form }) => form === subject.form);
  const others = near.filter((field) => field.meaning === 'subject' && field !== subject);
  for (let root = subject.element.parentElement; root; root = root.parentElement) {
    // Another subject: past the end of one compose window.
    if (others.some(({ element }) => root.contains(element))) return undefined;
    const inside = near.filter(({ element }) => root.contains(element));
    if (!inside.some(({ meaning }) => meaning === 'to')) continue;
    const body = bodyIn(root, subject, inside);
    if (!body || commitsIn(root, body).length === 0) continue;
    return { root, body, fields: Map.groupBy(inside, ({ meaning }) => meaning) };
  }
  return undefined;
}

function bodyIn(root: Element, subject: Field, fields: Field[]): Element | undefined {
  const candidates = [...root.querySelectorAll(bodies)].filter((one) => {
    if (fields.some(({ element }) => element === one)) return false;
    if (one.localName === 'textarea') return one.closest('form') === subject.form;
    return one.localName !== 'iframe' || isEditorFrame(one as HTMLIFrameElement);
  });
  // An editor hides the text area it stands for.
  return candidates.find((one) => one.localName !== 'textarea') ?? candidates[0];
}

/** The controls that say they send; where none does, those that submit the form and do not say they do something else. */
function commitsIn(root: Element, body: Element): Element[] {
  const others = [...root.querySelectorAll(controls)].filter((control) => !isOtherLabel(controlLabel(control)));
  const telling = others.filter((control) => isCommitLabel(controlLabel(control)));
  if (telling.length > 0) return telling;
  return others.filter((control) => {
    const { type, form } = control as HTMLInputElement;
    return (type === 'submit' || type === 'image') && form?.contains(body);
  });
}

function composeOf(parts: Parts): Compose {
  return {
    root: parts.root,
    read: () => readDraft(parts),
    setRecipients(recipients) {
      for (const meaning of ['to', 'cc', 'bcc'] as const) {
        const field = parts.fields.get(meaning)?.[0]?.element;
        if (!field || textOf(field) === recipients[meaning].join(', ')) continue;
        if (isField(field)) setValue(field, recipients[meaning].join(', '));
        else field.textContent = recipients[meaning].join(', ');
      }
    },
    resume(how, trigger) {
      const outcome = leaving(parts.root);
      const form = trigger as HTMLFormElement;
      if (how === 'script') submitForm(form);
      else if (how === 'submit' && trigger.localName === 'form') form.requestSubmit();
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
  const texts = (meaning: Meaning) => (parts.fields.get(meaning) ?? []).map(({ element }) => textOf(element));
  const recipients = (meaning: Meaning) => texts(meaning).flatMap(splitAddresses);
  const from = texts('from').find((text) => text.includes('@'));
  return {
    ...(from ? { account: from } : {}),
    to: recipients('to'),
    cc: recipients('cc'),
    bcc: recipients('bcc'),
    subject: texts('subject').join(' '),
    ...bodyOf(parts.body),
    attachments: filesIn(parts.root),
  };
}

function bodyOf(body: Element): Pick<Draft, 'body' | 'isHtml'> {
  if (isField(body)) return { body: body.value, isHtml: false };
  const editable = body.localName === 'iframe' ? documentOf(body as HTMLIFrameElement)?.body : body;
  return { body: editable?.innerHTML ?? '', isHtml: true };
}

function textOf(field: Element): string {
  if (field.localName === 'select') return (field as HTMLSelectElement).selectedOptions[0]?.textContent?.trim() ?? '';
  return (isField(field) ? field.value : (field.textContent ?? '')).trim();
}

function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element.localName === 'input' || element.localName === 'textarea';
}

/** Files chosen and not yet sent. They go with the form. */
function filesIn(root: Element): Attachment[] {
  return [...root.querySelectorAll<HTMLInputElement>('input[type="file"]')].flatMap((input) =>
    [...(input.files ?? [])].map((file) => ({
      id: `${input.name}/${file.name}/${file.size}/${file.lastModified}`,
      name: file.name,
      size: file.size,
      load: async () => file,
    })),
  );
}

/** Sent = the page goes or the compose window goes. That it stays proves nothing. */
function leaving(root: Element): Promise<Outcome> {
  const view = root.ownerDocument.defaultView!;
  return new Promise((resolve) => {
    const observer = new view.MutationObserver(() => root.isConnected || end('sent'));
    const onLeave = () => end('sent');
    const patience = setTimeout(() => end('unknown'), answerWithin);
    const end = (outcome: Outcome): void => {
      observer.disconnect();
      view.removeEventListener('pagehide', onLeave);
      clearTimeout(patience);
      resolve(outcome);
    };
    view.addEventListener('pagehide', onLeave);
    observer.observe(root.ownerDocument, { childList: true, subtree: true });
  });
}
