// Reading and writing form fields the way a person would have: the page's own handlers must notice.
import { onceALook, past } from './composed-tree.ts';
import { editors, isEditable, isTypedIn, textAround } from './editors.ts';
import { attributeOf, closest, viewOf } from './unclobbered.ts';

const writable = `${editors},textarea,iframe`;

/** Sets the value past a framework's own accessor on the element, then tells the page. */
export function setValue(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const view = viewOf(field);
  const prototype = field instanceof view.HTMLTextAreaElement ? view.HTMLTextAreaElement : view.HTMLInputElement;
  Reflect.set(prototype.prototype, 'value', value, field);
  field.dispatchEvent(new view.Event('input', { bubbles: true }));
  field.dispatchEvent(new view.Event('change', { bubbles: true }));
}

/** Sets what an editor holds, then tells the page. No script in it runs: it is parsed where none does. */
export function setHtml(editor: Element, html: string): void {
  const document = editor.ownerDocument;
  const parsed = new (viewOf(editor).DOMParser)().parseFromString(html, 'text/html');
  editor.replaceChildren(...Array.from(parsed.body.childNodes, (node) => document.importNode(node, true)));
  tellChange(editor, 'insertReplacementText');
}

/** Tells the page that what an editor holds has changed. An editor that shows nowhere hears nothing. Types: https://www.w3.org/TR/input-events-2/ */
export function tellChange(editor: Element, inputType: string): void {
  const view = viewOf(editor) as ReturnType<typeof viewOf> | null;
  if (view) editor.dispatchEvent(new view.InputEvent('input', { bubbles: true, inputType }));
}

/** Whether a person writes here: in a field for text, in an editor, or in what stands in it. A part of the page made editable is none. */
export function isWritten(element: Element): boolean {
  if (isTypedIn(element)) return true;
  const editor = closest(element, '[contenteditable]');
  if (!editor || attributeOf(editor, 'contenteditable')?.toLowerCase() === 'false') return false;
  return textAround(editor) !== undefined;
}

/** The document inside a frame, when it is of the same origin. Any other element has none. */
export function documentOf(frame: Element): Document | undefined {
  try {
    return (frame as HTMLIFrameElement).contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}

/** Where a frame's document is no editor as a whole, the one inside it. */
export function editorIn(frame: Element): Element | undefined {
  return documentOf(frame)?.querySelector(editors) ?? undefined;
}

/** Whether a frame is an editor: its document or body is editable. */
export function isEditorFrame(frame: HTMLIFrameElement): boolean {
  const inner = documentOf(frame);
  if (!inner?.body) return false;
  return inner.designMode === 'on' || inner.body.isContentEditable || isEditable(inner.body);
}

/**
 * Everything a person can write longer texts in; frames whose documents can be read and hold an editor among them. Who knows `texts` says so
 * first in a look: they are long, and what stands in them is not gone through.
 */
export function editorsIn(document: Document, texts: readonly Element[] = []): Element[] {
  return onceALook(editorsIn, document, () => [...texts, ...past(texts, document, writable)].filter(isReadable));
}

export function isReadable(editor: Element): boolean {
  return editableOf(editor) !== undefined;
}

/** The element a person writes in: the field, or what is editable in an editor's frame. */
export function editableOf(body: Element): Element | undefined {
  if (body.localName !== 'iframe') return body;
  const frame = body as HTMLIFrameElement;
  return isEditorFrame(frame) ? documentOf(frame)?.body : editorIn(frame);
}
