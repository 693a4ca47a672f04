import { expect, it } from 'vitest';
import { attributeOf, contains, documentWith, formOf, isConnected, isForm, queryAll } from '@/webmails/unclobbered.ts';

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
