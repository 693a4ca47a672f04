import { expect, it } from 'vitest';
import { generic } from '@/webmails/generic/generic.ts';
import {
  attributeOf,
  contains,
  documentWith,
  formOf,
  isConnected,
  isForm,
  queryAll,
} from '@/webmails/page/unclobbered.ts';

const compose = `<form id="form" method="post"><table><tbody><tr><td><input name="to" value="kim@client.test"></td></tr>
  <tr><td><input value="lee@client.test"></td></tr></tbody></table><label>Subject <input name="subject" value="List"></label>
  <p>list.csv (2 KiB)</p><textarea name="body">Hello</textarea><button id="send">Send</button></form>`;

/** But for those that happy-dom itself trips over. */
const names = (() => {
  const found = new Set<string>();
  for (let one = HTMLFormElement.prototype as object; one !== Object.prototype; one = Object.getPrototypeOf(one))
    for (const name of Object.getOwnPropertyNames(one))
      if (!/^(constructor|on)|^(getAttribute|firstChild)$/.test(name)) found.add(name);
  return [...found];
})();

it('reads a message in a form whose fields are named like any of its own properties', () => {
  document.body.innerHTML = compose;
  const seen = () => {
    const [one] = generic.composes(document);
    return { draft: one?.read(), commit: generic.commitOf(document.getElementById('send')!)?.id };
  };
  const before = JSON.stringify(seen());
  expect(before).toContain('list.csv');
  const form = document.getElementById('form')!;
  const wrong = names.filter((name) => {
    Object.defineProperty(form, name, { value: document.createElement('input'), configurable: true });
    try {
      return JSON.stringify(seen()) !== before;
    } catch {
      return true;
    } finally {
      Reflect.deleteProperty(form, name);
    }
  });
  expect(wrong).toEqual([]);
});

it('reads a form whose fields are named like its own properties', () => {
  document.body.innerHTML = '<form id="form" class="mine"><input id="inside"></form><input id="outside" form="form">';
  const form = document.querySelector('form')!;
  for (const name of ['contains', 'querySelectorAll', 'getAttribute', 'isConnected', 'ownerDocument', 'localName'])
    Object.defineProperty(form, name, { value: document.createElement('input') });
  const inside = document.getElementById('inside')!;
  expect(contains(form, inside)).toBe(true);
  expect(queryAll(form, 'input')).toEqual([inside]);
  expect(attributeOf(form, 'class')).toBe('mine');
  expect(isConnected(form)).toBe(true);
  expect(documentWith(form)).toBe(document);
  expect(isForm(form)).toBe(true);
  expect(formOf(inside)).toBe(form);
});
