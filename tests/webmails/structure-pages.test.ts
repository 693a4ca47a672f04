// The contract of all webmails that cannot be run here, on pages that behave as they are documented to: read, changed, held, released.
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { guardDrafts } from '@/guard/guard-drafts.ts';
import { startGuard } from '@/guard/start-guard.ts';
import { forget } from '@/webmails/attachment-chips.ts';
import { webmails } from '@/webmails/index.ts';
import type { Compose } from '@/webmails/webmail.ts';
import { allow, block, portsFor } from '../guard/fake-ports.ts';
import { requestIn } from './all-requests.ts';
import { loadPractice, type Practice } from './practice.ts';
import { structurePages } from './structure-pages.ts';

const people = {
  to: ['Kim Brown <kim@client.test>', 'bob@corp.test'],
  cc: ['copy@other.test'],
  bcc: ['hidden@personal.test'],
};
const slow = { timeout: 10_000 };
const draft = { ...people, subject: 'Our list', body: '<p>Dear <b>Kim</b></p><blockquote>quoted</blockquote>' };

/** Where the same window stands in a product's other views: `dock` holds it. */
const views: Record<string, (dock: Element) => void> = {
  'in a window of its own': (dock) => document.body.replaceChildren(dock),
  'over the whole page': (dock) => around(dock, '<div class="aSs"><div class="aSt" role="dialog" aria-modal="true">'),
  'in the conversation it answers': (dock) =>
    around(
      dock,
      '<div role="main"><p>On Monday kim@client.test wrote to bob@corp.test:</p><table><tr><td class="Iy"><div role="listitem">',
    ),
};

function around(inner: Element, html: string): void {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  document.body.append(holder);
  [...holder.querySelectorAll('*')].at(-1)!.append(inner);
}

describe.each(structurePages)('$id', (expected) => {
  const webmail = webmails.find(({ id }) => id === expected.id)!;
  let practice: Practice;
  beforeEach(() => {
    practice = loadPractice(expected.page, expected.address);
  });

  const at = (root: Element, selector: string): HTMLElement => {
    const frame = expected.frame && root.querySelector<HTMLIFrameElement>(expected.frame);
    const found = root.querySelector(selector) ?? (frame && frame.contentDocument!.querySelector(selector));
    return found as HTMLElement;
  };
  const type = (root: Element, selector: string, text: string) => {
    const field = at(root, selector);
    if (field.isContentEditable || field.hasAttribute('contenteditable')) field.append(text);
    else (field as HTMLInputElement).value = [(field as HTMLInputElement).value, text].filter(Boolean).join(', ');
    return field;
  };
  /** In the window, or beside it. */
  const sendOf = (root: Element) => (root.querySelector(expected.send) ?? shown(expected.send)) as HTMLElement;
  const read = () => {
    const [compose] = webmail.composes(document);
    return compose!.read();
  };
  const press = (control: Element) => {
    for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      control.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true, composed: true }));
  };
  const strike = (target: Element, keys: string) => {
    const parts = keys.split('+');
    const [key, ctrlKey, altKey] = [parts.at(-1)!, parts.includes('Control'), parts.includes('Alt')];
    for (const kind of ['keydown', 'keyup'])
      target.dispatchEvent(
        new KeyboardEvent(kind, { key, ctrlKey, altKey, bubbles: true, cancelable: true, composed: true }),
      );
  };
  const sends = () => practice.requests.filter(({ url, body }) => expected.isSend(url, String(body)));
  const guarded = (answers: Parameters<typeof portsFor>[0]) => {
    const ports = portsFor(answers);
    const ended = new AbortController();
    onTestFinished(() => ended.abort());
    startGuard(window, ports, ended.signal).join(guardDrafts(webmails, requestIn));
    return { ports, ended };
  };
  /** Ways to commit, each on an open window. */
  const commits: Record<string, (root: HTMLElement) => void> = {
    'its Send control': (root) => press(sendOf(root)),
    ...(expected.menuItem
      ? {
          'the menu beside Send': (root: HTMLElement) => {
            press(root.querySelector(expected.opener!) ?? shown(expected.opener!));
            press(shown(expected.menuItem!));
          },
        }
      : {}),
    // Events inside the frame reach no listener in this document: seen in the real browser.
    ...Object.fromEntries(
      expected.keys.map((keys) => [
        keys,
        (root: HTMLElement) =>
          strike(expected.frame ? at(root, expected.subject) : root.querySelector(expected.body)!, keys),
      ]),
    ),
  };

  it('is told by its address, or by its page, and by nothing else', () => {
    practice.open(draft);
    expect(webmails.find((one) => one.recognises(document))!.id).toBe(expected.id);
    loadPractice(expected.page, 'https://example.test/').open(draft);
    expect(webmail.recognises(document)).toBe(expected.isSelfHosted === true);
    for (const other of structurePages) {
      if (other.id === expected.id) continue;
      loadPractice(other.page, 'https://example.test/').open(draft);
      expect(webmail.recognises(document), other.id).toBe(false);
    }
  });

  it('is read: account, recipients with their names, subject, body with what it quotes', async () => {
    practice.open(draft);
    const composes = webmail.composes(document);
    expect(composes).toHaveLength(1);
    await unfolded(composes[0]!);
    const read = composes[0]!.read();
    expect(read.account ?? '').toBe(expected.account);
    const plain = (entries: string[]) => entries.map((entry) => entry.replaceAll('"', ''));
    const found = { to: plain(read.to), cc: plain(read.cc), bcc: plain(read.bcc) };
    const addresses = [...people.to, ...people.cc, ...people.bcc].map((entry) => entry.match(/[^<\s]+@[^>]+/)![0]);
    if (expected.hasOneField)
      expect(found.to.map((entry) => entry.match(/[^<\s]+@[^>]+/)![0]).sort()).toEqual(addresses.sort());
    else expect(found).toEqual(people);
    expect(read).toMatchObject({ subject: expect.stringContaining('Our list'), body: draft.body, isHtml: true });
  });

  if (expected.plainBody)
    it('is read in plain text', () => {
      practice.open({ ...draft, body: 'Dear Kim\n> quoted', plain: true });
      expect(read()).toMatchObject({ body: 'Dear Kim\n> quoted', isHtml: false });
      expect(webmail.composes(document)[0]!.missing).toEqual([]);
    });

  it('says what of it is read by its shape alone', () => {
    practice.open(draft);
    expect([...webmail.composes(document)[0]!.missing!].sort()).toEqual(expected.missing);
  });

  it('has no compose window until one is opened', () => {
    expect(webmail.composes(document)).toEqual([]);
  });

  it.each(Object.keys(views))('is read and held %s', async (view) => {
    views[view]!(document.querySelector('#practice-dock, #composeContainer, #rl-popups, #z_shell')!);
    const { ports } = guarded({ assess: async () => block });
    const root = practice.open(draft);
    const composes = webmail.composes(document);
    expect(composes).toHaveLength(1);
    await unfolded(composes[0]!);
    expect(composes[0]!.read()).toMatchObject({ body: draft.body, subject: expect.stringContaining('Our list') });
    press(sendOf(root));
    await vi.waitFor(() => expect(ports.assess).toHaveBeenCalled(), slow);
    await settled();
    expect(sends()).toEqual([]);
  });

  if (expected.several !== 'one')
    it('has several, and none is lost', () => {
      practice.open({ to: ['one@client.test'], subject: 'First' });
      practice.open({ to: ['two@client.test'], subject: 'Second' });
      const all = webmail.composes(document).map((compose) => compose.read());
      const to = all.map((one) => one.to);
      if (expected.several === 'merged') return expect(to).toEqual([['one@client.test', 'two@client.test']]);
      expect(to).toEqual([['one@client.test'], ['two@client.test']]);
      expect(all.map(({ subject }) => subject.includes('Second'))).toEqual([false, true]);
    });

  it('reads an address that is still being typed', () => {
    const root = practice.open(draft);
    type(root, expected.to, 'late@person');
    expect(read().to).toContain('late@person');
  });

  it('reads an address that is being typed beside words that name a recipient', () => {
    const root = practice.open(draft);
    const [known] = read()
      .to.join()
      .match(/[^<\s,"]+@[^>\s,"]+/)!;
    type(root, expected.to, `"${known}" <late@person.test>`);
    expect(read().to.join()).toContain('late@person.test');
  });

  it('takes no attachment of a message that is read for its own', () => {
    const root = practice.open(draft);
    root.parentElement!.insertAdjacentHTML(
      'afterbegin',
      '<article><a href="#x" title="clients.csv">clients.csv</a></article>',
    );
    expect(read().attachments).toEqual([]);
  });

  it('reads nobody twice', async () => {
    practice.open(draft);
    const [compose] = webmail.composes(document);
    await unfolded(compose!);
    const { to, cc, bcc } = compose!.read();
    expect([...to, ...cc, ...bcc]).toHaveLength(4);
  });

  it('reads a group without an address as it is called', () => {
    practice.open({ to: ['Sales team'] });
    const { to } = read();
    // Where chips are read by their shape, a name alone does not show that it is one.
    if (!expected.missing.includes('recipients')) expect(to).toEqual(['Sales team']);
    else expect(to.filter((entry) => entry.includes('@'))).toEqual([]);
  });

  it('reads fields that do not show', () => {
    const root = practice.open(draft);
    for (const field of [expected.cc, expected.bcc]) at(root, field).parentElement!.style.display = 'none';
    const { to, cc, bcc } = read();
    expect([...to, ...cc, ...bcc].join()).toContain('hidden@personal.test');
  });

  it('takes recipients out so that the page knows', async () => {
    const root = practice.open(draft);
    const compose = webmail.composes(document)[0]!;
    await unfolded(compose);
    compose.setRecipients({ to: ['bob@corp.test'], cc: [], bcc: [] });
    const left = [compose.read()].flatMap(({ to, cc, bcc }) => [...to, ...cc, ...bcc]);
    if (expected.missing.includes('recipients')) return expect(left.length, 'left to the person').toBe(4);
    expect(left).toEqual(['bob@corp.test']);
    const { to, cc, bcc } = globalThis.practice.messageOf(root);
    expect([...to, ...cc, ...bcc].map(({ address }) => address)).toEqual(['bob@corp.test']);
  });

  it.each(Object.keys(commits))('is held by %s: nothing goes', async (way) => {
    const root = practice.open(draft);
    const { ports } = guarded({ assess: async () => block });
    commits[way]!(root);
    await vi.waitFor(() => expect(ports.ask).toHaveBeenCalledOnce());
    await settled();
    expect(sends()).toEqual([]);
    expect(root.isConnected).toBe(true);
    const judged = ports.assess.mock.calls.filter(([, , foreground]) => foreground).map(([one]) => one);
    expect(judged).toHaveLength(1);
    expect(judged[0]!.body).toBe(draft.body);
  });

  it.each(Object.keys(commits))('is let go by %s, once', async (way) => {
    const root = practice.open(draft);
    const verdict = Promise.withResolvers<typeof allow>();
    const { ports } = guarded({ assess: () => verdict.promise });
    commits[way]!(root);
    await settled();
    expect(sends(), 'before the verdict').toEqual([]);
    verdict.resolve(allow);
    await vi.waitFor(() => expect(sends()).toHaveLength(1));
    await settled();
    expect(sends()).toHaveLength(1);
    expect(ports.notice).not.toHaveBeenCalled();
  });

  it('sends by a control that was drawn anew while it was judged', async () => {
    const root = practice.open(draft);
    const verdict = Promise.withResolvers<typeof allow>();
    guarded({ assess: () => verdict.promise });
    const send = sendOf(root);
    press(send);
    await settled();
    send.replaceWith(send.cloneNode(true));
    verdict.resolve(allow);
    await vi.waitFor(() => expect(sends()).toHaveLength(1));
  });

  if (['gmail', 'outlook', 'yahoo', 'proton'].includes(expected.id))
    it('judges a message anew that was sent and taken back', async () => {
      const root = practice.open(draft);
      const { ports } = guarded({ assess: async ({ body }) => (body.includes('957') ? block : allow) });
      press(sendOf(root));
      await vi.waitFor(() => expect(sends()).toHaveLength(1));
      press(document.querySelector('[data-practice-undo] button, [data-practice-undo] [role="button"]')!);
      const again = await vi.waitFor(() => shown(expected.send), slow);
      at(again.closest('body')!, expected.body).innerHTML = '<p>957 clients</p>';
      press(again);
      await vi.waitFor(() => expect(ports.ask).toHaveBeenCalledOnce());
      expect(ports.assess.mock.calls.at(-1)![0]).toMatchObject({ body: '<p>957 clients</p>' });
      expect(sends()).toHaveLength(1);
    });

  if (!expected.several)
    it('judges the one of two windows whose menu was used', async () => {
      practice.open({ to: ['one@client.test'], subject: 'First' });
      const second = practice.open({ to: ['two@client.test'], subject: 'Second' });
      const { ports } = guarded({ assess: async () => block });
      commits['the menu beside Send']!(second);
      await vi.waitFor(() => expect(ports.ask).toHaveBeenCalledOnce());
      const [judged] = ports.assess.mock.calls.find(([, , foreground]) => foreground)!;
      expect(judged.to).toEqual(['two@client.test']);
    });

  it('lists attachments that are in the draft', () => {
    practice.open({ ...draft, files: ['clients.csv', 'plan.pdf'] });
    expect(read().attachments.map(({ name }) => name)).toEqual(['clients.csv', 'plan.pdf']);
  });

  it('has a picture in its text among what is attached', () => {
    practice.open({ ...draft, body: '<p>See <img src="data:image/png;base64,iVBORw0="></p>' });
    expect(read().attachments.map(({ name }) => name)).toEqual(['image']);
  });

  it('lists attachments that were let in, with their bytes', async () => {
    const root = practice.open({ ...draft, files: ['clients.csv'] });
    const [compose] = webmail.composes(document);
    const file = new File(['a,b'], 'clients.csv', { type: 'text/csv' });
    const unseen = new File(['x'], 'never-shown.txt');
    onTestFinished(() => forget([file, unseen]));
    compose!.remember!([file, unseen]);
    const { attachments } = compose!.read();
    expect(attachments).toMatchObject([{ name: 'clients.csv', size: 3 }, { name: 'never-shown.txt' }]);
    expect(await attachments[0]!.load!(new AbortController().signal)).toBe(file);
    expect(root.textContent).toContain('clients.csv');
  });

  if (expected.archive)
    it('holds Send and archive of a reply', async () => {
      practice.open({ ...draft, archives: true });
      const { ports } = guarded({ assess: async () => block });
      press(shown(expected.archive!));
      await vi.waitFor(() => expect(ports.ask).toHaveBeenCalledOnce());
      expect(sends()).toEqual([]);
    });

  it('takes nothing beside Send for a commit', () => {
    const root = practice.open(draft);
    const send = sendOf(root);
    const controls = [...document.querySelectorAll('button, [role="button"], a, input, textarea, td, [tabindex]')];
    const beside = (control: Element) =>
      !send.contains(control) && !(expected.menuItem && control.closest(expected.menuItem));
    const taken = controls.filter((control) => beside(control) && webmail.commitOf(control));
    expect(taken.map(({ outerHTML }) => outerHTML)).toEqual([]);
    expect(webmail.commitOf(send)).toBe(send);
    if (expected.opener) expect(webmail.commitOf(shown(expected.opener))).toBeUndefined();
  });

  it('lets everything be when it has ended', async () => {
    const root = practice.open(draft);
    const { ended } = guarded({ assess: async () => block });
    ended.abort();
    press(sendOf(root));
    await vi.waitFor(() => expect(sends()).toHaveLength(1));
  });
});

function shown(selector: string): Element {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** What a page keeps folded away comes when it is asked for. */
async function unfolded(compose: Compose): Promise<void> {
  compose.unfold?.();
  await settled();
}

function settled(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, 20));
}
