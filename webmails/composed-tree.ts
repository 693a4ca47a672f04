// The page as a person sees it: shadow trees are part of what stands around them. https://dom.spec.whatwg.org/#concept-shadow-tree
import * as unclobbered from './unclobbered.ts';

type Tree = Element | Document | ShadowRoot;

/** The shadow root of an element, closed ones too, which only an extension is shown. */
export type ShadowRootOf = (element: Element) => ShadowRoot | undefined;

let shadowRootOf: ShadowRootOf = (element) => element.shadowRoot ?? undefined;

/** From now on closed trees are looked into. Once for a content script, which lives in one document. */
export function lookIntoClosedTrees(by: ShadowRootOf): void {
  shadowRootOf = by;
}

/** Everything below, in and out of shadow trees. */
export function queryAll<Found extends Element = Element>(root: Tree, selector: string): Found[] {
  return [root, ...shadowsBelow(root)].flatMap((tree) => below(tree, selector)) as Found[];
}

export function parentOf(element: Element): Element | undefined {
  return unclobbered.parentOf(element) ?? hostOf(element);
}

export function contains(element: Element, other: Element): boolean {
  for (let one: Element | undefined = other; one; one = hostOf(one))
    if (unclobbered.contains(element, one)) return true;
  return false;
}

export function closest(element: Element, selector: string): Element | undefined {
  for (let one: Element | undefined = element; one; one = hostOf(one)) {
    const found = unclobbered.closest(one, selector);
    if (found) return found;
  }
  return undefined;
}

function hostOf(element: Element): Element | undefined {
  const root = unclobbered.rootOf(element);
  return 'host' in root ? (root.host as Element) : undefined;
}

/** What is known of documents while one look lasts: whether they have shadow trees, for which all elements must be walked. Most have none. */
let known: Map<Document, boolean> | undefined;

/** Nothing in the page changes while `look` runs: what it asks again and again is asked once. */
export function inOneLook<Seen>(look: () => Seen): Seen {
  const outer = known;
  known ??= new Map();
  try {
    return look();
  } finally {
    known = outer;
  }
}

function hasShadows(root: Tree): boolean {
  const document =
    root.nodeType === 1 ? unclobbered.documentWith(root as Element) : ((root.ownerDocument ?? root) as Document);
  const has = known?.get(document) ?? walkFor(document).length > 0;
  known?.set(document, has);
  return has;
}

function shadowsBelow(root: Tree): ShadowRoot[] {
  return hasShadows(root) ? walkFor(root) : [];
}

function walkFor(root: Tree): ShadowRoot[] {
  const own = 'shadowRoot' in root ? [root as Element] : [];
  return [...own, ...below(root, '*')].flatMap((element) => {
    const shadow = shadowOf(element);
    return shadow ? [shadow, ...walkFor(shadow)] : [];
  });
}

/** A closed tree is looked for in custom elements and where nothing shows otherwise: asking every element would take too long. */
function shadowOf(element: Element): ShadowRoot | undefined {
  const { localName } = element;
  if (hosts.has(localName))
    return element.shadowRoot ?? (element.firstElementChild ? undefined : shadowRootOf(element));
  return typeof localName === 'string' && localName.includes('-') ? shadowRootOf(element) : undefined;
}

// https://dom.spec.whatwg.org/#dom-element-attachshadow
const hosts = new Set([
  'article',
  'aside',
  'blockquote',
  'body',
  'div',
  'footer',
  'header',
  'main',
  'nav',
  'p',
  'section',
  'span',
]);

function below(root: Tree, selector: string): Element[] {
  return root.nodeType === 1 ? unclobbered.queryAll(root as Element, selector) : [...root.querySelectorAll(selector)];
}
