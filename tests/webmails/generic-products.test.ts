// The compose windows of products that have no description, as their sources build them.
import { afterEach, describe, expect, it } from 'vitest';
import { generic } from '@/webmails/generic/generic.ts';
import { type Product, products } from './products.ts';

function open({ html }: Product): void {
  document.body.innerHTML = `<main>${html}</main>`;
  for (const frame of document.querySelectorAll('iframe')) {
    const inner = new DOMParser().parseFromString(frame.getAttribute('inner') ?? '', 'text/html');
    Object.defineProperty(frame, 'contentDocument', { value: inner });
  }
  growTrees(document);
}

/** Each `template` becomes the shadow tree of the element it is in. */
function growTrees(tree: Document | ShadowRoot): void {
  for (const template of tree.querySelectorAll('template')) {
    const host = template.parentElement!;
    template.remove();
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = template.innerHTML;
    growTrees(root);
  }
}

/** `>>`: in the shadow tree. */
function at(selector: string): Element[] {
  const [outer, inner] = selector.split(' >> ');
  const found = [...document.querySelectorAll(outer!)];
  return inner ? [found[0]!.shadowRoot!.querySelector(inner)!] : found;
}

afterEach(() => {
  document.body.innerHTML = '';
});

describe.each(Object.entries(products))('%s', (_, product) => {
  it('is read', () => {
    open(product);
    const composes = generic.composes(document);
    expect(composes).toHaveLength(1);
    const { to, cc = [], bcc = [], subject } = product;
    const draft = composes[0]!.read();
    expect({ to: draft.to, cc: draft.cc, bcc: draft.bcc, subject: draft.subject }).toEqual({ to, cc, bcc, subject });
    expect(draft.body).toContain('Our list');
    expect(draft.account).toBe(product.account);
    expect(draft.attachments.map(({ name }) => name)).toEqual(product.files ?? []);
  });

  it('is held where it is sent, and nowhere else', () => {
    open(product);
    for (const send of product.send ? at(product.send) : []) expect(generic.commitOf(send)).toBe(send);
    const others = (product.others ?? []).flatMap(at);
    expect(others.filter((one) => generic.commitOf(one)).map(({ outerHTML }) => outerHTML)).toEqual([]);
  });
});
