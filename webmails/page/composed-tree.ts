// The page as a person sees it: shadow trees are part of what stands around them. https://dom.spec.whatwg.org/#concept-shadow-tree
import { editors, isEditable, isText } from './editors.ts';
import * as unclobbered from './unclobbered.ts';

type Tree = Element | Document | ShadowRoot;

/** The shadow root of an element, closed ones too, which only an extension is shown. */
export type ShadowRootOf = (element: Element) => ShadowRoot | undefined;

let shadowRootOf: ShadowRootOf = (element) => element.shadowRoot ?? undefined;

/** From now on closed trees are looked into. Once for a content script, which lives in one document. */
export function lookIntoClosedTrees(by: ShadowRootOf): void {
  shadowRootOf = by;
}

/** Everything below `root` that is not in `inner`, in the order of the document. What a person wrote is long: it is not gone through. */
export function queryAround<Found extends Element = Element>(root: Element, inner: Element, selector: string): Found[] {
  if (shadowsBelow(root).length > 0) return queryAll<Found>(root, selector).filter((one) => !contains(inner, one));
  return past([inner], root, selector).filter((one) => one !== inner) as Found[];
}

/** Everything below, editors too, that is not in an editor: in any, or in one that is a text. */
export function queryOutside<Found extends Element = Element>(
  root: Tree,
  selector: string,
  of: Editors = 'all',
): Found[] {
  const trees = [root, ...shadowsBelow(root)];
  return trees.flatMap((tree) => past(editorsOf(documentOf(root), of), tree, selector)) as Found[];
}

/** What matches among some elements and all below them. */
export function withBelow(elements: readonly Element[], selector: string): Element[] {
  return elements.flatMap((one) => [
    ...(unclobbered.isMatch(one, selector) ? [one] : []),
    ...unclobbered.queryAll(one, selector),
  ]);
}

/** What matches below, not in a shadow tree nor in what is skipped, itself included. */
export function past(skipped: readonly Element[], root: Tree, selector: string): Element[] {
  const open = new Set<Tree>();
  for (const one of skipped)
    for (let around = unclobbered.parentOf(one); around; around = unclobbered.parentOf(around)) open.add(around);
  const found: Element[] = [];
  const go = (tree: Tree) => {
    if (tree.nodeType === 1 && !open.has(tree)) return void found.push(...unclobbered.queryAll(tree, selector));
    for (const one of unclobbered.childrenOf(tree)) {
      if (unclobbered.isMatch(one, selector)) found.push(one);
      if (!skipped.includes(one)) go(one);
    }
  };
  go(root);
  return found;
}

/** `texts`: without those that hold fields, which may be a part of the page that was made editable, or what was pasted. */
export type Editors = 'all' | 'texts';

const askers = { all: {}, texts: {} };

/** The outermost. */
function editorsOf(document: Document, of: Editors): Element[] {
  return onceALook(askers[of], document, () => {
    const found: Element[] = [];
    // What is in an editor comes right after it.
    for (const one of document.querySelectorAll(editors))
      if (one.localName !== 'body' && !(found.length > 0 && unclobbered.contains(found.at(-1)!, one)))
        if (of === 'all' || isText(one)) found.push(one);
    return found;
  });
}

/** Whether any part of the page that can be written in holds fields: rare, and then two things. */
export function hasMixedEditors(document: Document): boolean {
  return editorsOf(document, 'all').some((one) => !isText(one));
}

/** Everything below, in and out of shadow trees. */
export function queryAll<Found extends Element = Element>(root: Tree, selector: string): Found[] {
  return [root, ...shadowsBelow(root)].flatMap((tree) => unclobbered.queryAll(tree, selector)) as Found[];
}

/** The only one in which a menu is open. */
export function openedAmong<One extends { root: Element }>(all: readonly One[]): One | undefined {
  const opened = all.filter(({ root }) => queryAll(root, '[aria-expanded=true]').length > 0);
  return opened.length === 1 ? opened[0] : undefined;
}

export function parentOf(element: Element): Element | undefined {
  return unclobbered.parentOf(element) ?? hostOf(element);
}

export function contains(tree: Tree, other: Element): boolean {
  for (let one: Element | undefined = other; one; one = hostOf(one)) if (unclobbered.contains(tree, one)) return true;
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

/** What is known of documents and elements while one look lasts, by who asked. */
let known: Map<object, Map<Node, unknown>> | undefined;

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

/** Found once in one look, for each `asker` and document or element. */
export function onceALook<Found>(asker: object, about: Node, find: () => Found): Found {
  return inOneLook(() => {
    const found = known!.get(asker) ?? new Map<Node, unknown>();
    known!.set(asker, found);
    if (!found.has(about)) found.set(about, find());
    return found.get(about) as Found;
  });
}

/** Everything of a document is walked through once in a look. */
function shadowsBelow(root: Tree): ShadowRoot[] {
  const document = documentOf(root);
  const all = onceALook(shadowsBelow, document, () => shadowsIn(document));
  return root === document ? all : all.filter(({ host }) => contains(root, host));
}

function documentOf(root: Tree): Document {
  return unclobbered.documentWith(root) ?? (root as Document);
}

/** All shadow trees below, and those in them. */
export function shadowsIn(root: Document | ShadowRoot): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, 1 /* elements */);
  for (let one = walker.nextNode() as Element | null; one; one = next(walker, one)) {
    const shadow = shadowOf(one);
    if (shadow) found.push(shadow, ...shadowsIn(shadow));
  }
  return found;
}

/** What a person writes holds no part of the page, and is long. */
function next(walker: TreeWalker, one: Element): Element | null {
  if (!isEditable(one) || one.localName === 'body') return walker.nextNode() as Element | null;
  do {
    const sibling = walker.nextSibling();
    if (sibling) return sibling as Element;
  } while (walker.parentNode());
  return null;
}

/** A closed tree is looked for in custom elements and where nothing shows otherwise: asking every element would take too long. */
function shadowOf(element: Element): ShadowRoot | undefined {
  const { localName } = element;
  if (hosts.test(localName))
    return element.shadowRoot ?? (element.firstElementChild ? undefined : shadowRootOf(element));
  return /-/.test(localName) ? shadowRootOf(element) : undefined;
}

// https://dom.spec.whatwg.org/#dom-element-attachshadow
const hosts = /^(article|aside|blockquote|body|div|footer|header|main|nav|p|section|span)$/;
