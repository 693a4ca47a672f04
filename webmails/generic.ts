// Any compose form, in any language: recipients, a subject, a body and a control that commits, near each other. Told by
// field names, labels and roles (https://www.w3.org/TR/wai-aria-1.2/), never by the product. A contact form has no
// recipient to fill in, so it is no compose.
import { splitAddresses } from './address-list.ts';
import { documentOf, isEditorFrame, setValue, submitForm } from './editable.ts';
import { fieldMeaning, isCommitLabel, isOtherLabel, labelOf } from './field-words.ts';
import type { Attachment, Compose, Draft, How, Outcome, Webmail } from './webmail.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;
type Meaning = 'to' | 'cc' | 'bcc' | 'subject' | 'from';

interface Parts {
  root: Element;
  fields: Map<Meaning, Element[]>;
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
    if (!control) return undefined;
    const parts = partsIn(control.ownerDocument).find(({ root }) => root.contains(control));
    return parts && isCommit(control, parts) ? control : undefined;
  },
  isSendForm: (form) => partsIn(form.ownerDocument).some(({ body }) => form.contains(body)),
  isSendKey: (event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey,
};

function partsIn(document: Document): Parts[] {
  // Almost every page ends here: no field in it means a recipient.
  const meanings = new Map<Element, Meaning>();
  for (const field of document.querySelectorAll(textFields)) {
    const meaning = fieldMeaning(field);
    if (meaning) meanings.set(field, meaning);
  }
  const subjects = [...meanings].filter(([, meaning]) => meaning === 'subject').map(([field]) => field);
  if (![...meanings.values()].includes('to')) return [];
  return subjects.flatMap((subject) => partsAround(subject, meanings) ?? []);
}

/** The smallest ancestor of a subject that also holds a recipient, a body and a control that commits. */
function partsAround(subject: Element, meanings: Map<Element, Meaning>): Parts | undefined {
  for (let root = subject.parentElement; root; root = root.parentElement) {
    // Fields of another form are about something else, however near they stand.
    const inside = [...meanings].filter(([field]) => root.contains(field) && isSameForm(field, subject));
    // Two subjects: past the end of one compose window.
    if (inside.filter(([, meaning]) => meaning === 'subject').length > 1) return undefined;
    if (!inside.some(([, meaning]) => meaning === 'to')) continue;
    const body = bodyIn(root, subject, meanings);
    if (!body) continue;
    const parts: Parts = { root, body, fields: new Map() };
    for (const [field, meaning] of inside) parts.fields.set(meaning, [...(parts.fields.get(meaning) ?? []), field]);
    if ([...root.querySelectorAll(controls)].some((control) => isCommit(control, parts))) return parts;
  }
  return undefined;
}

function isSameForm(one: Element, other: Element): boolean {
  return one.closest('form') === other.closest('form');
}

function bodyIn(root: Element, subject: Element, meanings: Map<Element, Meaning>): Element | undefined {
  const candidates = [...root.querySelectorAll(bodies)].filter(
    (one) =>
      !meanings.has(one) &&
      (one.localName === 'textarea' ? isSameForm(one, subject) : true) &&
      (one.localName === 'iframe' ? isEditorFrame(one as HTMLIFrameElement) : true),
  );
  // An editor hides the text area it stands for.
  return candidates.find((one) => one.localName !== 'textarea') ?? candidates[0];
}

/** Says so by label or name; or is the one way a form has to be submitted and says nothing else. */
function isCommit(control: Element, { body }: Parts): boolean {
  const label = labelOf(control);
  if (isOtherLabel(label)) return false;
  if (isCommitLabel(label)) return true;
  const type = (control.getAttribute('type') ?? (control.localName === 'button' ? 'submit' : '')).toLowerCase();
  const form = (control as HTMLButtonElement).form;
  return (type === 'submit' || type === 'image') && !!form && form.contains(body);
}

function composeOf(parts: Parts): Compose {
  return {
    root: parts.root,
    read: () => readDraft(parts),
    setRecipients(recipients) {
      for (const meaning of ['to', 'cc', 'bcc'] as const) {
        const [field] = parts.fields.get(meaning) ?? [];
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
  return [...parts.root.querySelectorAll(controls)].find((control) => isCommit(control, parts));
}

function readDraft(parts: Parts): Draft {
  const recipients = (meaning: Meaning) =>
    (parts.fields.get(meaning) ?? []).flatMap((one) => splitAddresses(textOf(one)));
  const from = parts.fields
    .get('from')
    ?.map(textOf)
    .find((text) => text.includes('@'));
  return {
    ...(from ? { account: from } : {}),
    to: recipients('to'),
    cc: recipients('cc'),
    bcc: recipients('bcc'),
    subject: parts.fields.get('subject')?.map(textOf).join(' ') ?? '',
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

function isField(element: Element): element is Field {
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
