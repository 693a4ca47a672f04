import { describe, expect, it, vi } from 'vitest';
import type { Ports } from '@/guard/ports.ts';
import { allow, block, withReason } from './fake-ports.ts';
import { settled, startOnPage } from './page.ts';

const list = () => new File(['name,mail\n'], 'clients.csv', { type: 'text/csv' });

/** What a browser does when a person has chosen files. */
function choose(input: HTMLInputElement, files: File[], how: { isTrusted?: boolean } = {}): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  const [chosen, changed] = [
    new Event('input', { bubbles: true, composed: true }),
    new Event('change', { bubbles: true }),
  ];
  for (const event of [chosen, changed]) {
    if (how.isTrusted) Object.defineProperty(event, 'isTrusted', { value: true });
    input.dispatchEvent(event);
  }
}

function bring(type: 'drop' | 'paste', target: Element, files: File[], text?: string, html?: string): Event {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  if (text) transfer.setData('text/plain', text);
  if (html) transfer.setData('text/html', html);
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.assign(event, { [type === 'drop' ? 'dataTransfer' : 'clipboardData']: transfer });
  target.dispatchEvent(event);
  return event;
}

/** A folder with one file, whose reading ends when told. */
function bringFolder(target: Element, readable: Promise<void>): void {
  const entry = {
    isFile: true,
    fullPath: '/old/first.csv',
    file: (done: (file: File) => void) => done(new File(['a'], 'first.csv')),
  };
  const answers = [[entry], []];
  const folder = {
    isDirectory: true,
    createReader: () => ({
      readEntries: (done: (some: unknown) => void) => readable.then(() => done(answers.shift())),
    }),
  };
  const transfer = new DataTransfer();
  transfer.items.add(list());
  const items = [{ webkitGetAsEntry: () => folder }];
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { files: transfer.files, types: ['Files'], items } });
  target.dispatchEvent(event);
}

/** Takes so long that what comes after it has its turn in between. */
function slowToLookAt(name: string): File {
  return Object.defineProperty(new File(['a'], name), 'size', {
    get() {
      const until = performance.now() + 40;
      while (performance.now() < until);
      return 1;
    },
  });
}

function watchPage(type: string) {
  const seen = vi.fn((event: Event) => {
    const input = event.target as HTMLInputElement;
    return [...(input.files ?? [])].map(({ name }) => name);
  });
  document.getElementById('compose')!.addEventListener(type, seen);
  return seen;
}

it('is judged with the message around it when the editor removes where it was pasted', async () => {
  const { at, judged } = startOnPage({});
  const body = at('body');
  const place = body.parentElement!.appendChild(document.createElement('div'));
  const seen = vi.fn();
  document.getElementById('compose')!.addEventListener('paste', seen);
  bring('paste', place, [list()]);
  place.remove();
  await settled();
  expect(judged()[0]).toMatchObject({ trigger: 'paste', files: [{ name: 'clients.csv' }] });
  expect(judged()[0]).not.toHaveProperty('site');
  expect(seen, 'and given back there').toHaveBeenCalledOnce();
});

describe('a chosen file', () => {
  it('is hidden from the page until it is judged, then given back with both events', async () => {
    const judged = Promise.withResolvers<typeof allow>();
    const { at, judged: drafts } = startOnPage({ ports: { assess: () => judged.promise } });
    const [onInput, onChange] = [watchPage('input'), watchPage('change')];
    const input = at<HTMLInputElement>('file');
    choose(input, [list()]);
    await settled();
    expect(onInput).not.toHaveBeenCalled();
    expect(onChange).not.toHaveBeenCalled();
    expect(input.files, 'the page must not read it from the field either').toHaveLength(0);
    expect(drafts()[0]).toMatchObject({ trigger: 'attach', subject: '', body: '', files: [{ name: 'clients.csv' }] });

    judged.resolve(allow);
    await settled();
    expect(onInput).toHaveBeenCalledOnce();
    expect(onChange).toHaveReturnedWith(['clients.csv']);
  });

  it('waits for its turn outside the field when it is chosen before the last one is through: a form would send it', async () => {
    const judged = Promise.withResolvers<typeof allow>();
    const { at } = startOnPage({ ports: { assess: () => judged.promise } });
    const onChange = watchPage('change');
    const input = at<HTMLInputElement>('file');
    choose(input, [new File(['a'], 'first.csv')]);
    await settled();
    choose(input, [list()]);
    expect(input.files).toHaveLength(0);
    judged.resolve(allow);
    await settled();
    expect(onChange.mock.results.map(({ value }) => value)).toEqual([['first.csv'], ['clients.csv']]);
    expect([...input.files!].map(({ name }) => name)).toEqual(['clients.csv']);
  });

  it('reaches the page after what was chosen before it, however long that takes to look through', async () => {
    const { at } = startOnPage();
    const onChange = watchPage('change');
    const input = at<HTMLInputElement>('file');
    choose(input, [slowToLookAt('first.csv'), slowToLookAt('second.csv')]);
    choose(input, [list()]);
    expect(input.files).toHaveLength(0);
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2));
    expect(onChange.mock.results.map(({ value }) => value)).toEqual([['first.csv', 'second.csv'], ['clients.csv']]);
    choose(input, []);
    expect(onChange, 'nothing waits any more: the page learns that the field is empty').toHaveBeenCalledTimes(3);
  });

  it('goes in while another field waits for its turn', async () => {
    const drop = Promise.withResolvers<void>();
    const { at } = startOnPage();
    const onChange = watchPage('change');
    bringFolder(at('body'), drop.promise);
    choose(at<HTMLInputElement>('file'), [list()]);
    await vi.waitFor(() => expect(onChange).toHaveReturnedWith(['clients.csv']));
    drop.resolve();
    await settled();
  });

  it('never reaches the page when refused, and may be chosen again', async () => {
    const { at, ports } = startOnPage({ ports: { assess: async () => block } });
    const onChange = watchPage('change');
    const input = at<HTMLInputElement>('file');
    choose(input, [list()]);
    await settled();
    choose(input, [list()]);
    await settled();
    expect(onChange).not.toHaveBeenCalled();
    expect(ports.ask).toHaveBeenCalledTimes(2);
  });

  it('is given back once a reason was recorded', async () => {
    const { at, ports } = startOnPage({ ports: { assess: async () => block, ask: async () => withReason } });
    const onChange = watchPage('change');
    choose(at<HTMLInputElement>('file'), [list()]);
    await settled();
    expect(ports.record).toHaveBeenCalledOnce();
    expect(onChange).toHaveBeenCalledOnce();
  });

  it('stays out, with a notice, when it cannot be judged', async () => {
    const { at, ports } = startOnPage({ ports: { assess: () => Promise.reject(new Error('gone')) } });
    const onChange = watchPage('change');
    choose(at<HTMLInputElement>('file'), [list()]);
    await settled();
    expect(onChange).not.toHaveBeenCalled();
    expect(ports.notice).toHaveBeenCalledExactlyOnceWith('notice_arrival_not_checked');
  });

  describe('where no compose window is open', () => {
    const onSite = (ports: Partial<Ports> = {}) => {
      const page = startOnPage({ ports });
      const input = page.at<HTMLInputElement>('file');
      document.body.append(input);
      page.at('compose').remove();
      const seen = vi.fn();
      input.addEventListener('change', seen);
      return { ...page, input, seen };
    };

    it('is held for what the site may have', async () => {
      const { input, seen, judged } = onSite();
      choose(input, [list()], { isTrusted: true });
      expect(seen).not.toHaveBeenCalled();
      await settled();
      expect(seen).toHaveBeenCalledOnce();
      expect(judged()).toMatchObject([
        { trigger: 'upload', site: location.host, to: [], files: [{ name: 'clients.csv' }] },
      ]);
    });

    it('stays out when refused', async () => {
      const { input, seen } = onSite({ assess: async () => block });
      choose(input, [list()], { isTrusted: true });
      await settled();
      expect(seen).not.toHaveBeenCalled();
      expect(input.files).toHaveLength(0);
    });

    it('goes through when the page itself put it there', () => {
      const { input, seen, judged } = onSite();
      choose(input, [list()]);
      expect(seen).toHaveBeenCalledOnce();
      expect(judged()).toEqual([]);
    });
  });

  it('in a closed shadow tree is held too, and given back there', async () => {
    const { at } = startOnPage({ ports: { shadowRootOf: (element) => (element.id === 'host' ? root : undefined) } });
    at('compose').insertAdjacentHTML('beforeend', '<div id="host"></div>');
    const root = at('host').attachShadow({ mode: 'closed' });
    root.innerHTML = '<input type="file">';
    const input = root.querySelector('input')!;
    const seen = vi.fn();
    input.addEventListener('change', seen);
    choose(input, [list()]);
    expect(seen).not.toHaveBeenCalled();
    await settled();
    expect(seen).toHaveBeenCalledOnce();
    expect(input.files).toHaveLength(1);
  });
});

describe.each(['drop', 'paste'] as const)('a %s', (type) => {
  it('of files is held', async () => {
    const { at, judged } = startOnPage({ ports: { assess: async () => block } });
    const seen = watchPage(type);
    const event = bring(type, at('body'), [list()]);
    await settled();
    expect(event.defaultPrevented).toBe(true);
    expect(seen).not.toHaveBeenCalled();
    expect(judged()).toMatchObject([{ trigger: type, files: [{ name: 'clients.csv' }] }]);
  });

  it('of text goes through', () => {
    const { at } = startOnPage();
    expect(bring(type, at('body'), [], 'Hello').defaultPrevented).toBe(false);
  });
});

describe('files dropped while a folder that was dropped before is still read', () => {
  it('come after it', async () => {
    const reading = Promise.withResolvers<void>();
    const { at } = startOnPage();
    const seen: Element[] = [];
    at('compose').addEventListener('drop', ({ target }) => seen.push(target as Element));
    bringFolder(at('body'), reading.promise);
    bring('drop', at('to'), [list()]);
    await settled();
    expect(seen).toEqual([]);
    reading.resolve();
    await vi.waitFor(() => expect(seen).toEqual([at('body'), at('to')]));
  });

  it('come alone when the person would not wait for the folder, which may never be read', async () => {
    const first = new AbortController();
    const signals = [first.signal];
    const { at, ports } = startOnPage({
      ports: { waiting: () => ({ signal: signals.pop() ?? new AbortController().signal, end: () => undefined }) },
    });
    const seen = watchPage('drop');
    bringFolder(at('body'), new Promise(() => undefined));
    bring('drop', at('to'), [list()]);
    await settled();
    expect(seen).not.toHaveBeenCalled();
    first.abort();
    await vi.waitFor(() => expect(seen).toHaveBeenCalledOnce());
    expect(ports.notice, 'they know').not.toHaveBeenCalled();
  });
});

it('takes a table copied with its picture for text', () => {
  const { at } = startOnPage();
  expect(
    bring('paste', at('body'), [new File(['png'], 'image.png', { type: 'image/png' })], 'a\tb').defaultPrevented,
  ).toBe(false);
});

it.each([
  ['a cell', '<table><td>Kim</td></table>', 'Kim', false],
  ['a sheet with its own styles', '<style>td{}</style><!--StartFragment--><table><td>Kim</td></table>', 'Kim', false],
  ['a picture of a page', '<meta charset="utf-8"><img src="https://a.example/1.png" alt="a > b">', '', true],
  ['a picture of a page, with its address', '<a href="/"><img src="1.png"></a>', 'https://a.example/1.png', true],
  ['a picture of a document', '<p><!--[if gte vml 1]>x<![endif]--><img src="1.png">&nbsp;</p>', '', true],
  ['a file', '', '/home/kim/image.png', true],
])('holds %s that comes as a picture as well, or not: %s', (_, html, text, isHeld) => {
  const { at } = startOnPage({ ports: { assess: () => new Promise(() => undefined) } });
  const picture = new File(['png'], 'image.png', { type: 'image/png' });
  expect(bring('paste', at('body'), [picture], text, html).defaultPrevented).toBe(isHeld);
});

it('holds a file copied with its name as text, as file managers do', () => {
  const { at } = startOnPage({ ports: { assess: () => new Promise(() => undefined) } });
  expect(bring('paste', at('body'), [list()], '/home/kim/list.csv').defaultPrevented).toBe(true);
});

it('asks about one thing at a time', async () => {
  const answers = [Promise.withResolvers<typeof withReason>(), Promise.withResolvers<typeof withReason>()];
  let questions = 0;
  const { at, ports } = startOnPage({ ports: { assess: async () => block, ask: () => answers[questions++]!.promise } });
  choose(at<HTMLInputElement>('file'), [list()]);
  at('send').click();
  await settled();
  expect(ports.ask).toHaveBeenCalledTimes(1);
  answers[0]!.resolve(withReason);
  await settled();
  expect(ports.ask).toHaveBeenCalledTimes(2);
  answers[1]!.resolve(withReason);
  await settled();
});
