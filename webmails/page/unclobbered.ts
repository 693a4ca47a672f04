// Elements as the browser defines them. The fields of a form shadow its own properties: one that is named `contains` would stand in
// for the method, and a guard that trips over it holds nothing. https://html.spec.whatwg.org/multipage/forms.html#the-form-element

/** A property past whatever the page put in its place. */
function native<Node_ extends object, Key extends keyof Node_>(node: Node_, key: Key): Node_[Key] {
  const prototype = Object.getPrototypeOf(node) as object;
  return key in prototype ? (Reflect.get(prototype, key, node) as Node_[Key]) : node[key];
}

export function contains(node: Node, other: Node): boolean {
  return native(node, 'contains').call(node, other);
}

export function queryAll<Found extends Element = Element>(root: ParentNode, selector: string): Found[] {
  return [...native(root, 'querySelectorAll').call(root, selector)] as Found[];
}

export function closest(element: Element, selector: string): Element | undefined {
  return (native(element, 'closest').call(element, selector) as Element | null) ?? undefined;
}

export function append(root: Element, child: Node): void {
  native(root, 'append').call(root, child);
}

export function attributeOf(element: Element, name: string): string | undefined {
  return native(element, 'getAttribute').call(element, name) ?? undefined;
}

export function isConnected(node: Node): boolean {
  return native(node, 'isConnected');
}

export function documentWith<Inside extends Node>(node: Inside): Inside['ownerDocument'] {
  return native(node, 'ownerDocument');
}

/** The window an element is in: what it is made of, and how it looks there. A document that shows nowhere has none. */
export function viewOf(element: Element): Window & typeof globalThis {
  return documentWith(element).defaultView as Window & typeof globalThis;
}

export function* textNodesIn(element: Element): Generator<Text> {
  const walker = documentWith(element).createTreeWalker(element, 4 /* text */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node as Text;
}

/** The texts below that stand in nothing which matches. */
export function textsBeside(element: Element, selector: string): string[] {
  return [...textNodesIn(element)].flatMap(({ data, parentElement }) =>
    closest(parentElement!, selector) ? [] : data,
  );
}

export function parentOf(element: Element): Element | null {
  return native(element, 'parentElement');
}

export function rootOf(element: Element): Node {
  return native(element, 'getRootNode').call(element);
}

export function localNameOf(element: Element): string {
  return native(element, 'localName');
}

export function isForm(element: Element): element is HTMLFormElement {
  return localNameOf(element) === 'form';
}

/** Everything a form sends, wherever in the document it stands, but images. */
export function fieldsOf(form: HTMLFormElement): Element[] {
  return [...native(form, 'elements')];
}

/** The form a field is sent with, which need not be around it; else the one around it. */
export function formOf(element: Element): HTMLFormElement | undefined {
  const own = (element as HTMLInputElement).form as HTMLFormElement | null | undefined;
  return own ?? (closest(element, 'form') as HTMLFormElement | undefined);
}

/** `form.submit()`, without an event. */
export function submitForm(form: HTMLFormElement): void {
  native(form, 'submit').call(form);
}

export function requestSubmit(form: HTMLFormElement, submitter?: HTMLElement | null): void {
  native(form, 'requestSubmit').call(form, submitter);
}

/** Everything below of this name: the browser finds it faster than what matches a selector. */
export function taggedIn(element: Element, name: string): HTMLCollectionOf<Element> {
  return native(element, 'getElementsByTagName').call(element, name);
}

/** In the order of the document. */
export function siblingsBefore(element: Element): Element[] {
  return along(element, 'previousElementSibling').reverse();
}

export function siblingsAfter(element: Element): Element[] {
  return along(element, 'nextElementSibling');
}

export function childrenOf(node: Element | Document | ShadowRoot): Element[] {
  return [...native(node as Element, 'children')];
}

function along(element: Element, to: 'previousElementSibling' | 'nextElementSibling'): Element[] {
  const found: Element[] = [];
  for (let one = native(element, to); one; one = native(one, to)) found.push(one);
  return found;
}

export function isMatch(element: Element, selector: string): boolean {
  return native(element, 'matches').call(element, selector);
}
