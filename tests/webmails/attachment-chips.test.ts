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
    ['counts where the text holds none yet', editor('See'), ['grab.png']],
    ['counts where the frame of the editor holds none yet', framed('See'), ['grab.png']],
  ])('%s', (_, body, expected) => {
    const root = document.createElement('div');
    document.body.replaceChildren(root);
    root.append(body);
    const file = new File(['x'], 'grab.png', { type: 'image/png' });
    remember(root, [file]);
    onTestFinished(() => forget([file]));
    expect(attachmentsIn(root, [body], []).map(({ name }) => name)).toEqual(expected);
  });

  it('does not count once the text holds none any more', () => {
    const body = editor('See <img src="/kept/1">');
    const { names } = letIn('grab.png', body);
    expect(names()).toEqual(['grab.png']);
    body.querySelector('img')!.remove();
    expect(names()).toEqual([]);
  });
});

/** One draft with a file that was let into it. */
function letIn(name: string, body = editor('See')) {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  root.append(body);
  const file = new File(['x'], name, { type: name.endsWith('png') ? 'image/png' : 'text/csv' });
  remember(root, [file]);
  onTestFinished(() => forget([file]));
  return { root, names: () => attachmentsIn(root, [body], []).map(({ name }) => name) };
}

describe('a file that was let in', () => {
  it.each([
    ['by how many there are', '3 attachments'],
    ['by a name that was cut', 'clients-of-the-no'],
    ['not at all', ''],
  ])('counts where the page shows it %s', (_, shown) => {
    const { root, names } = letIn('clients-of-the-north.csv');
    root.insertAdjacentHTML('beforeend', `<p>${shown}</p>`);
    expect(names()).toEqual(['clients-of-the-north.csv']);
  });

  it('counts while the page shows it by name, and no more once it does not: it was taken out', () => {
    const { root, names } = letIn('clients.csv');
    root.insertAdjacentHTML('beforeend', '<p>clients.csv</p>');
    expect(names()).toEqual(['clients.csv']);
    root.querySelector('p')!.remove();
    expect(names()).toEqual([]);
  });

  it('does not count in another draft that does not show it', () => {
    const { root, names } = letIn('clients.csv');
    const other = document.createElement('div');
    root.after(other);
    expect(attachmentsIn(other, [], [])).toEqual([]);
    expect(names()).toEqual(['clients.csv']);
  });
});
