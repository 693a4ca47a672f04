// What a person writes in, told from a part of the page that was made editable as a whole: that holds fields to fill in.
import { attributeOf, closest, parentOf, taggedIn, viewOf } from './unclobbered.ts';

/** What a line of text is typed in. */
export const lineFields = 'input:not([type]),input[type=text],input[type=email],input[type=search]';
/** Draws the lines that show, and gives its form all of them when that is sent. */
export const drawnInPart = '.CodeMirror,.cm-editor,.ace_editor';
/**
 * What is editable. Its case says nothing: https://html.spec.whatwg.org/multipage/interaction.html#attr-contenteditable
 * A long draft has thousands of elements: each is asked first whether it has the attribute.
 */
export const editors = `[contenteditable]:is(${['=""', '^="true" i', '^="plaintext-only" i'].map((is) => `[contenteditable${is}]`)})`;

/** The same of one element. */
export function isEditable(element: Element): boolean {
  return /^(|true|plaintext-only)$/i.test(attributeOf(element, 'contenteditable') ?? 'inherit');
}

/** Whether an editable element is a text. One that somebody pasted a field into is taken for none: it is gone through like the page. */
export function isText(editor: Element): boolean {
  if (/^(body|html)$/.test(editor.localName) && !viewOf(editor)?.frameElement) return false;
  return !holdsFields(editor);
}

/** The text an element stands in. */
export function textAround(element: Element): Element | undefined {
  for (let one: Element | null | undefined = closest(element, editors); one; ) {
    if (isText(one)) return one;
    const around = parentOf(one);
    one = around && closest(around, editors);
  }
  return undefined;
}

/** What a person types in. */
export function isTypedIn(element: Element): boolean {
  const isTyped = /^(text|search|email|url|tel|password|number)$/.test((element as HTMLInputElement).type);
  return element.localName === 'textarea' || (element.localName === 'input' && isTyped);
}

function holdsFields(element: Element): boolean {
  return ['textarea', 'input'].some((name) => [...taggedIn(element, name)].some(isTypedIn));
}
