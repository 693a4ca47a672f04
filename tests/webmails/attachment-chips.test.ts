// Pictures that were let in and stand in what is written, where no list names them.
import { describe, expect, it, onTestFinished } from 'vitest';
import { attachmentsIn, forget, remember } from '@/webmails/attachment-chips.ts';

/** The test's document loads no frames: this one has only what is read of it. */
function framed(inside: string): Element {
  const inner = document.implementation.createHTMLDocument();
  inner.body.innerHTML = inside;
  inner.body.setAttribute('contenteditable', 'true');
  return Object.defineProperty(document.createElement('iframe'), 'contentDocument', { value: inner });
}

function editor(inside: string): Element {
  const body = document.createElement('div');
  body.innerHTML = inside;
  return body;
}

describe('a picture that was let in', () => {
  it.each<[string, Element, string[]]>([
    ['counts while the text holds one', editor('See <img src="/kept/1">'), ['grab.png']],
    ['counts while the frame of the editor holds one', framed('See <img src="/kept/1">'), ['grab.png']],
    ['counts beside one that can be read where it stands', editor('See <img src="blob:x">'), ['grab.png', 'image']],
    ['does not count where the text holds none', editor('See'), []],
    ['does not count where the frame of the editor holds none', framed('See'), []],
  ])('%s', (_, body, expected) => {
    const root = document.createElement('div');
    document.body.replaceChildren(root);
    root.append(body);
    const file = new File(['x'], 'grab.png', { type: 'image/png' });
    remember(root, [file]);
    onTestFinished(() => forget(root, [file]));
    expect(attachmentsIn(root, [body], []).map(({ name }) => name)).toEqual(expected);
  });
});
