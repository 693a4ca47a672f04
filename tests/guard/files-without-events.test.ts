// Inputs in no document and the browser's own pickers: the page's world asks over a port, and only the guard can answer.
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { holdPicked } from '@/guard/hold-picked.ts';
import { askForFiles } from '@/guard/page-world/ask-for-files.ts';
import { showAsDropped } from '@/guard/page-world/dropped-items.ts';
import { filesMessage } from '@/guard/page-world/names.ts';
import { steadfast } from '@/guard/steadfast.ts';
import { portsFor } from './fake-ports.ts';
import { settled } from './page.ts';

const page = window as unknown as Window & typeof globalThis;
const list = new File(['name,mail\n'], 'clients.csv');

interface Pickers {
  showOpenFilePicker?: () => Promise<{ getFile(): Promise<File> }[]>;
}
const pickers = window as unknown as Pickers;

class Port extends EventTarget {
  other?: Port;
  set onmessage(listener: (event: Event) => void) {
    this.addEventListener('message', listener);
  }
  start() {}
  postMessage(data: unknown) {
    queueMicrotask(() => this.other?.dispatchEvent(Object.assign(new Event('message'), { data })));
  }
}

/** happy-dom's ports do not work, and its messages carry none; real ones are seen in tests/browser/uploads.test.ts. */
function carryPorts(): void {
  const { postMessage, MessageChannel, MessagePort } = page;
  Object.assign(page, {
    MessagePort: Port,
    MessageChannel: class {
      port1 = new Port();
      port2 = new Port();
      constructor() {
        this.port1.other = this.port2;
        this.port2.other = this.port1;
      }
    },
    postMessage: (data: unknown, _origin: string, ports: unknown[]) =>
      window.dispatchEvent(Object.assign(new Event('message'), { data, ports })),
  });
  onTestFinished(() => void Object.assign(page, { postMessage, MessageChannel, MessagePort }));
}

describe('a picked file', () => {
  const natives = [HTMLElement.prototype.click, HTMLInputElement.prototype.showPicker] as const;
  beforeEach(carryPorts);
  afterEach(() => {
    HTMLElement.prototype.click = natives[0];
    HTMLInputElement.prototype.showPicker = natives[1];
    delete pickers.showOpenFilePicker;
  });

  const unheld = vi.fn();
  const start = (admit: (files: File[]) => Promise<File[] | undefined>) => {
    const ended = new AbortController();
    onTestFinished(() => ended.abort());
    holdPicked(steadfast(window, ended.signal), { admit, onUnheld: unheld, waiting: portsFor({}).waiting });
    pickers.showOpenFilePicker = async () => [{ getFile: async () => list }];
    askForFiles(page);
  };

  it('reaches the page once it may', async () => {
    const admit = vi.fn(async (files: File[]) => files);
    start(admit);
    const [handle] = await pickers.showOpenFilePicker!();
    expect((await handle!.getFile()).name).toBe('clients.csv');
    expect(admit).toHaveBeenCalledOnce();
  });

  it('comes as another, where that goes in its place', async () => {
    start(async () => [new File(['nobody'], 'clients-safe.csv')]);
    const [handle] = await pickers.showOpenFilePicker!();
    expect((await handle!.getFile()).name).toBe('clients-safe.csv');
  });

  it('ends as cancelled when it may not, and when it cannot be judged', async () => {
    start(async () => undefined);
    await expect(pickers.showOpenFilePicker!()).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('stays out with a word when judging fails', async () => {
    start(() => Promise.reject(new Error('gone')));
    await expect(pickers.showOpenFilePicker!()).rejects.toMatchObject({ name: 'AbortError' });
    expect(unheld).toHaveBeenCalledExactlyOnceWith('unread');
  });

  it('is asked about again when it has changed since it was judged', async () => {
    let now = list;
    const admit = vi.fn(async (files: File[]) => (files[0]!.size > list.size ? undefined : files));
    start(admit);
    pickers.showOpenFilePicker = async () => [{ getFile: async () => now }];
    askForFiles(page);
    const [handle] = await pickers.showOpenFilePicker!();
    expect(await handle!.getFile()).toBe(list);
    expect(admit).toHaveBeenCalledOnce();
    now = new File(['name,mail\njane,jane@example.org\n'], 'clients.csv');
    await expect(handle!.getFile()).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it.each([
    [
      'too-many',
      async function* () {
        for (let n = 0; n < 10_001; n++) yield { kind: 'file', getFile: async () => list };
      },
    ],
    [
      'unread',
      async function* () {
        yield { kind: 'file', getFile: () => Promise.reject(new Error('no')) };
      },
    ],
  ])('in a folder stays out with a word: %s', async (why, values) => {
    unheld.mockClear();
    const admit = vi.fn(async (files: File[]) => files);
    start(admit);
    const folders = window as unknown as { showDirectoryPicker?: () => Promise<unknown> };
    folders.showDirectoryPicker = async () => ({ kind: 'directory', values });
    onTestFinished(() => void delete folders.showDirectoryPicker);
    askForFiles(page);
    await expect(folders.showDirectoryPicker()).rejects.toMatchObject({ name: 'AbortError' });
    expect(unheld).toHaveBeenCalledExactlyOnceWith(why);
    expect(admit).not.toHaveBeenCalled();
  });

  it('is asked about where the page cannot listen', async () => {
    const overheard = vi.fn();
    start(async (files) => files);
    const onMessage = (event: MessageEvent) => event.data === filesMessage && overheard();
    window.addEventListener('message', onMessage);
    onTestFinished(() => window.removeEventListener('message', onMessage));
    await pickers.showOpenFilePicker!();
    expect(overheard).not.toHaveBeenCalled();
  });

  describe('in an input of no document', () => {
    const looseInput = () => {
      const input = Object.assign(document.createElement('input'), { type: 'file' });
      const names = () => [...(input.files ?? [])].map(({ name }) => name);
      const seen = vi.fn(names);
      input.addEventListener('change', seen);
      input.click();
      const choose = (file: File) => {
        const transfer = new DataTransfer();
        transfer.items.add(file);
        input.files = transfer.files;
        for (const type of ['input', 'change']) {
          const event = new Event(type, { bubbles: true });
          Object.defineProperty(event, 'isTrusted', { value: true });
          input.dispatchEvent(event);
        }
      };
      return { choose, names, seen };
    };

    it('waits for the answer, and comes with both events', async () => {
      const answer = Promise.withResolvers<void>();
      start((files) => answer.promise.then(() => files));
      const { choose, names, seen } = looseInput();
      choose(list);
      await settled();
      expect(seen).not.toHaveBeenCalled();
      expect(names()).toEqual([]);
      answer.resolve();
      await settled();
      expect(seen).toHaveReturnedWith(['clients.csv']);
    });

    it('waits for its turn outside the field when it is chosen before the last one is through', async () => {
      const answer = Promise.withResolvers<void>();
      start((files) => answer.promise.then(() => files));
      const { choose, names, seen } = looseInput();
      choose(new File(['a'], 'first.csv'));
      await settled();
      choose(list);
      expect(names()).toEqual([]);
      answer.resolve();
      await settled();
      expect(seen.mock.results.map(({ value }) => value)).toEqual([['first.csv'], ['clients.csv']]);
    });

    it('comes after what was chosen before it, whichever is answered first', async () => {
      const answer = Promise.withResolvers<void>();
      start(async (files) => {
        if (files[0]!.name === 'first.csv') await answer.promise;
        return files;
      });
      const { choose, seen } = looseInput();
      choose(new File(['a'], 'first.csv'));
      choose(list);
      await settled();
      expect(seen).not.toHaveBeenCalled();
      answer.resolve();
      await settled();
      expect(seen.mock.results.map(({ value }) => value)).toEqual([['first.csv'], ['clients.csv']]);
    });
  });
});

describe('what is shown as dropped', () => {
  it('has the folders and files that were dropped, by entry', async () => {
    const transfer = new DataTransfer();
    const files = [new File(['1'], 'a.txt'), new File(['2'], 'b.txt'), new File(['3'], 'c.txt')];
    showAsDropped(page, transfer, files, ['/clients/a.txt', '/clients/old/b.txt', '/c.txt']);
    const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry()!);
    expect(entries.map(({ name, isDirectory }) => [name, isDirectory])).toEqual([
      ['clients', true],
      ['c.txt', false],
    ]);
    expect(await pathsIn(entries)).toEqual(['/clients/a.txt', '/clients/old/b.txt', '/c.txt']);
    expect(transfer.items[1]!.getAsFile()?.name).toBe('c.txt');
  });
});

async function pathsIn(entries: FileSystemEntry[]): Promise<string[]> {
  const paths: string[] = [];
  for (const entry of entries) {
    if (entry.isFile) {
      paths.push(entry.fullPath);
      continue;
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    const next = () => new Promise<FileSystemEntry[]>((done) => reader.readEntries(done));
    paths.push(...(await pathsIn(await next())));
    expect(await next(), 'a reader ends with none').toEqual([]);
  }
  return paths;
}
