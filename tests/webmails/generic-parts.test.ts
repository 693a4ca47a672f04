// Compose forms that do not look like one at first.
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { forget } from '@/webmails/attachment-chips.ts';
import { generic } from '@/webmails/generic/generic.ts';
import { roundcube } from '@/webmails/products/roundcube.ts';

const to = '<input name="to" value="kim@client.test">';
const subject = '<input name="subject" value="List">';
const body = '<textarea name="body">Hello</textarea>';
const send = '<button id="send">Send</button>';

function draftOf(html: string) {
  document.body.innerHTML = html;
  const composes = generic.composes(document);
  expect(composes).toHaveLength(1);
  return composes[0]!.read();
}

describe('a compose form is read whole', () => {
  it.each([
    ['hidden', '<input type="hidden" name="more" value="the list">'],
    ['text', '<textarea name="more">the list</textarea>'],
    ['line', '<input name="remark" value="the list">'],
  ])('with a further field: %s', (_, field) => {
    expect(draftOf(`<form>${to}${subject}${body}${field}${send}</form>`).body).toBe('Hello\nthe list');
  });

  it('without what the page says to itself, and without saying a text twice', () => {
    const state = '<input type="hidden" name="__STATE" value="state"><input type="hidden" name="copy" value="Hello">';
    expect(draftOf(`<form>${to}${subject}${body}${state}${send}</form>`).body).toBe('Hello');
  });

  it('with two subjects', () => {
    expect(draftOf(`<form>${subject}<input name="subject2" value="more">${to}${body}${send}</form>`).subject).toBe(
      'List more',
    );
  });

  it('without a subject, where it asks for an address', () => {
    expect(draftOf(`<form><input type="email" name="to" value="kim@client.test">${body}${send}</form>`)).toMatchObject({
      to: ['kim@client.test'],
      subject: '',
    });
  });

  it('with files that were chosen one after another under one name', async () => {
    document.body.innerHTML = `<form>${to}${subject}${body}<input type="file">${send}</form>`;
    const input = document.querySelector<HTMLInputElement>('[type=file]')!;
    const choose = (content: string) => {
      const file = new File([content], 'list.csv', { lastModified: 1 });
      Object.defineProperty(input, 'files', { value: [file], configurable: true });
      return generic.composes(document)[0]!.read().attachments[0]!.id;
    };
    expect(choose('one')).not.toBe(choose('two'));
  });
});

describe('files of a form', () => {
  const page = (list: string) => {
    document.body.innerHTML = `<nav><a href="/guide.pdf">guide.pdf</a></nav><form>${to}${subject}${body}${send}${list}</form><footer></footer>`;
    const [compose] = generic.composes(document);
    return { compose: compose!, names: () => compose!.read().attachments.map(({ name }) => name) };
  };

  it.each([
    ['the name of a file', '<a href="/file/7">clients.xlsx</a>', ['clients.xlsx']],
    ['a name with its size', '<a href="/file/7">Our clients.csv (24 KB)</a>', ['Our clients.csv']],
    ['a link that saves', '<a href="/file/7" download="list.bin">the list</a>', ['list.bin']],
    ['a link that saves under its own name', '<a href="/file/7" download>the list</a>', ['the list']],
    ['another page', '<a href="/help">Help</a>', []],
    ['a site', '<a href="https://www.corp.test/about">www.corp.test</a>', []],
    ['this site', '<a href="/">www.corp.test</a>', []],
    ['what takes it away', '<a href="/file/7/remove">Remove clients.xlsx from here</a>', []],
  ])('are read through the link of the page: %s', (_, list, names) => {
    expect(page(list).names()).toEqual(names);
  });

  it.each([
    [
      'beside a box to take it away',
      '<tr><td><input type="checkbox"><label>\n list.csv - text/csv (1.9&nbsp;KiB)\n</label></td></tr>',
    ],
    ['beside a link that takes it away', '<tr><td>list.csv (12 octets) <a href="?delete=1">Delete</a></td></tr>'],
    ['on its way', '<tr><td>Uploading list.csv – 1.2 MB</td></tr>'],
    ['in Russian', '<tr><td>list.csv, 12,5 КБ</td></tr>'],
    [
      'in columns',
      '<tr><th>Filename</th><th>Type</th><th>Size</th></tr> <tr> <td>list.csv</td> <td>text/csv; name=list.csv</td> <td>1.9 KB</td> </tr>',
    ],
  ])('that the page names with their size, and gives no link to, are there and cannot be read: %s', (_, row) => {
    const { compose, names } = page(`<table>${row}</table><p>(Max. 64 MiB) 1.2 GB of 2 GB</p>`);
    expect(names()).toEqual([expect.stringMatching(/list\.csv$/)]);
    expect(compose.read().attachments[0]!.load).toBeUndefined();
    const letIn = new File(['x'], 'list.csv');
    compose.remember!([letIn]);
    onTestFinished(() => forget([letIn]));
    expect(compose.read().attachments).toMatchObject([{ name: 'list.csv', load: expect.any(Function) }]);
  });

  it.each([
    ['Attachments:</td><td>1', 1],
    ['Attachments: 12 Add', 1],
    ['Attachments:</td><td>0', 0],
    ['Attachments: 10 MB at most', 0],
    ['Attachments', 0],
  ])('that the page only counts are there and cannot be read: %s', (counted, times) => {
    const { names } = page(`<table><tr><td>${counted}</td></tr></table>`);
    expect(names()).toHaveLength(times);
  });

  it('that a text or a link names with their size are not there twice', () => {
    // What stood in the editor when it was opened.
    const before = '<textarea name="before" style="display: none">&gt; notes.txt (12 KB)</textarea>';
    const { compose, names } = page(`<a href="/file/7">list.csv (24 KB)</a>${before}`);
    compose.replaceText!({ subject: '', body: 'notes.txt (12 KB)' });
    expect(names()).toEqual(['list.csv']);
  });

  it.each([
    ['ticked', '<label><input type="checkbox" checked> clients.csv <i>(124kb)</i></label>', ['clients.csv']],
    ['ticked beside it', '<input type="checkbox" id="t" checked><label for="t">a.csv</label>', ['a.csv']],
    ['not ticked', '<label><input type="checkbox"> clients.csv <i>(124kb)</i></label>', []],
    ['nothing that is a file', '<label><input type="checkbox" checked> Keep a copy.</label>', []],
    ['a message of which only the id stands there', '<input type="hidden" name="forward" value="7/root">', ['forward']],
    ['no message', '<input type="hidden" name="forward" value="">', []],
    ['a way to forward beside Send', '<button type="submit">Forward</button>', []],
  ])('that the server attaches cannot be read: %s', (_, list, names) => {
    const { attachments } = page(list).compose.read();
    expect(attachments.map(({ name, load }) => load ?? name)).toEqual(names);
  });

  it.each([
    ['of a product', '<button type="button" class="btn-send-forward">Forward</button>', ['forward']],
    ['of a form', '<input type="submit" value="Forward Message and Return">', ['forward']],
    ['in German', '<button type="submit">Weiterleiten</button>', ['forward']],
    ['that leads to a way to forward', '<button type="button">Forward</button>', []],
    ['that moves something', '<button type="submit">Move forward</button>', []],
  ])('that the server forwards cannot be read, where a control stands in the place of Send %s', (_, control, names) => {
    const { compose } = page(control);
    const sends = document.getElementById('send')!;
    const read = () => compose.read().attachments.map(({ name }) => name);
    expect(read()).toEqual([]);
    Object.assign(sends, { checkVisibility: () => false });
    expect(read()).toEqual(names);
    Object.assign(sends.nextElementSibling!, { checkVisibility: () => false });
    expect(read()).toEqual([]);
  });

  it('are fetched as the page would', async () => {
    const fetched = vi.fn(async () => new Response('one'));
    vi.stubGlobal('fetch', fetched);
    onTestFinished(() => void vi.unstubAllGlobals());
    const [attachment] = page('<a href="/file/7">clients.csv</a>').compose.read().attachments;
    expect(await (await attachment!.load!(new AbortController().signal)).text()).toBe('one');
    expect(fetched).toHaveBeenCalledExactlyOnceWith(new URL('/file/7', document.baseURI).href, expect.anything());
  });

  const file = new File(['people'], 'a long list.csv');

  it.each([
    ['in the form', 'form', '<li>a long list.csv</li>'],
    ['beside it', 'footer', '<i>a long list.csv (7 B)</i>'],
    ['shortened', 'form', '<li>a long…csv</li>'],
  ])('that the page takes are part of the draft as long as it shows them %s', async (_, at, shown) => {
    const { compose, names } = page('');
    compose.remember!([file]);
    // It shows them when they have arrived.
    const [attachment] = compose.read().attachments;
    expect(await attachment!.load!(new AbortController().signal)).toBe(file);
    document.querySelector(at)!.insertAdjacentHTML('beforeend', shown);
    expect(names()).toEqual([file.name]);
    document.querySelector(at)!.lastElementChild!.remove();
    expect(names()).toEqual([]);
  });

  it('that the page takes and never shows by name are part of the draft', () => {
    const { compose, names } = page('');
    compose.remember!([file]);
    document.querySelector('footer')!.textContent = '1 file';
    expect([names(), names()]).toEqual([[file.name], [file.name]]);
  });

  /** What lies in an input. */
  const lay = (...files: File[]) =>
    Object.defineProperty(document.querySelector('[type=file]')!, 'files', { value: files, configurable: true });

  it.each([
    ['empties their input and counts them', '', '1 file'],
    ['names them in a passing word', '<p role="status">a long list.csv is there</p>', '1 file'],
    ['names them in a toast', '<div class="app-Toast"><b>a long list.csv</b></div>', ''],
  ])('that the page takes are part of the draft where it %s', (_, said, counted) => {
    const { compose, names } = page('<input type="file">');
    const footer = document.querySelector('footer')!;
    compose.remember!([file]);
    lay(file);
    footer.innerHTML = said;
    expect(names()).toEqual([file.name]);
    lay();
    expect(names()).toEqual([file.name]);
    footer.textContent = counted;
    expect(names()).toEqual([file.name]);
  });

  it('that the page takes stay when others lie in another input', () => {
    const { compose, names } = page('<input type="file"><input type="file" id="other">');
    compose.remember!([file]);
    lay(file);
    expect(names()).toEqual([file.name]);
    lay();
    const value = [new File([''], 'logo.png')];
    Object.defineProperty(document.getElementById('other'), 'files', { value });
    expect(names()).toEqual(['logo.png', file.name]);
  });

  it.each([
    ['is emptied after', '', true, []],
    ['keeps its text after', 'Hello', true, [file.name]],
    ['never had a text at', '', false, [file.name]],
  ])('in a form that %s Send', async (_, after, hasText, left) => {
    const { compose, names } = page('');
    const text = document.querySelector('textarea')!;
    if (!hasText) text.value = '';
    compose.remember!([file]);
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const outcome = compose.resume('click', text);
    text.value = after;
    await vi.advanceTimersByTimeAsync(6_000);
    expect(await outcome).toBe('unknown');
    expect(names()).toEqual(left);
  });

  it('are no part of another draft, unless it shows them', () => {
    page('').compose.remember!([file]);
    const { names } = page('<p></p>');
    document.querySelector('footer')!.textContent = file.name;
    expect(names()).toEqual([]);
    document.querySelector('p')!.textContent = file.name;
    expect(names()).toEqual([file.name]);
  });

  it('that a person chose anew are no longer what they were', () => {
    const { compose, names } = page('<input type="file">');
    const choose = (...files: File[]) => {
      compose.remember!(files);
      lay(...files);
    };
    choose(file);
    expect(names()).toEqual([file.name]);
    choose(new File([''], 'other.csv'));
    expect(names()).toEqual(['other.csv']);
  });
});

it('reads no word of the page itself as a text', () => {
  const words = '<input type="hidden" name="cmd" value="send"><input type="hidden" name="copy" value="Hello">';
  const text = '<textarea name="message">Hello</textarea><input type="hidden" name="more" value="kim@client.test">';
  expect(draftOf(`<form>${to}${subject}${text}${words}${send}</form>`).body).toBe('Hello\nkim@client.test');
});

it('reads no word of a control that was pressed as a text, where a script puts it into the form', () => {
  const pressed = '<input type="hidden" name="submit" value="Send mail">';
  const control = '<button type="submit" name="submit" value="Send mail">Send mail</button>';
  expect(draftOf(`<form>${to}${subject}${body}${control}${pressed}</form>`).body).not.toContain('Send mail');
});

it.each([
  ['what tells a server its own page', '_token', 'kgpHiLO3sq1b1iepswM5gevLy9JHf6itTJpn3Uqa', false],
  ['an id', 'conversation_id', '1070', false],
  ['more than such a thing is', '_token', 'Kim Brown, kim@client.test; '.repeat(4), true],
  ['words under such a name', 'TokenHolder', 'Kim Brown 943 476 5919', true],
  ['a number that is longer', 'other', '19900101', true],
  ['a number that is longer', 'more', '077009001', true],
])('reads as a text what does not show: %s', (_, name, value, isRead) => {
  const hidden = `<input type="hidden" name="${name}" value="${value}">`;
  expect(draftOf(`<form>${to}${subject}${body}${hidden}${send}</form>`).body.includes(value.trim())).toBe(isRead);
});

it('takes no date range for an address', () => {
  document.body.innerHTML = `<form><input name="from"><input name="to">${body}${send}</form>`;
  expect(generic.recognises(document)).toBe(false);
});

it('believes no sender that anybody can type', () => {
  const from = '<input name="from" value="kim@rival.test">';
  expect(draftOf(`<form>${from}${to}${subject}${body}${send}</form>`).account).toBeUndefined();
  expect(draftOf(`<form>${from.replace('>', ' readonly>')}${to}${subject}${body}${send}</form>`).account).toBe(
    'kim@rival.test',
  );
});

it('takes a link that says it sends for a control, and a long text for none', () => {
  draftOf(`<div>${to}${subject}${body}<a id="send" href="#">Send</a></div>`);
  expect(generic.commitOf(document.getElementById('send')!)?.id).toBe('send');
  const long = `<p tabindex="0" id="text">${'We send it to you as soon as it is there. '.repeat(3)}</p>`;
  draftOf(`<div>${to}${subject}${body}${long}${send}</div>`);
  expect(generic.commitOf(document.getElementById('text')!)).toBeUndefined();
});

it('keeps what is written in an editor from passing for Roundcube', () => {
  document.body.innerHTML = '<div contenteditable="true"><p id="rcmbtn1">pasted</p></div>';
  expect(roundcube.recognises(document)).toBe(false);
});
