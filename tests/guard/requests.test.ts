// The second gate in the page: requests as the page's own world shows them, judged by what is in them.
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { clearances } from '@/guard/clearances.ts';
import { isLetIn } from '@/guard/known-files.ts';
import { requestEvent, requestMessage, submitEvent } from '@/guard/page-world/names.ts';
import type { Ports } from '@/guard/ports.ts';
import { printOf } from '@/webmails/requests/body.ts';
import { contentOf } from '@/webmails/requests/content.ts';
import type { Attachment, Compose } from '@/webmails/webmail.ts';
import { allow, block, portsFor, withReason } from './fake-ports.ts';
import { settled, startOnPage } from './page.ts';

const mail = 'https://mail.firm.test/SOGo/so/alice/Mail/0/folderDrafts/newDraft1/';
const list = Array.from({ length: 50 }, (_, row) => `Client${row} Person${row} client${row}@client.test`).join('\n');
const message = (text: string) => JSON.stringify({ to: ['me@home.test'], text });

/** As the page's own world does it: true = held. */
const isHeld = (path: string, body?: string, method = 'POST', isAwaited = false) =>
  !window.dispatchEvent(
    new CustomEvent(requestEvent, {
      cancelable: true,
      detail: [method, path.startsWith('http') ? path : mail + path, body, isAwaited],
    }),
  );
/** What it is told once all that is in it was read. */
const mayGo = (path: string, body: unknown) =>
  new Promise<boolean>((postMessage) => {
    const port = { postMessage, onmessage: (_: { data: unknown[] }) => {} };
    window.dispatchEvent(new MessageEvent('message', { data: requestMessage, ports: [port as never] }));
    port.onmessage({ data: ['POST', path, body] });
  });
const on = async (ports: Partial<Ports> = {}, attachments: Attachment[] = [], compose: Partial<Compose> = {}) => {
  const page = startOnPage({ ports, attachments, compose });
  await vi.waitFor(() => expect(page.ports.state).toHaveBeenCalled());
  return page;
};

describe('a request', () => {
  it('that sends what was never let go is held', async () => {
    await on();
    expect(isHeld('send', message(list))).toBe(true);
  });

  it.each([
    ['as products write them', ''],
    ['behind one without a name', '=&'],
    ['behind one with a blank in its name', 'a b=1&'],
    ['behind one with a name longer than any', `${'x'.repeat(201)}=1&`],
  ])('that says in fields, %s, that it sends is held', async (_, before) => {
    await on();
    const fields = new URLSearchParams({ _task: 'mail', _action: 'send', _to: 'me@home.test', _message: list });
    expect(isHeld('https://mail.firm.test/', `${before}${fields}`)).toBe(true);
  });

  it('whose body cannot be had at once is held until it is', async () => {
    await on();
    expect(isHeld('send')).toBe(true);
  });

  it('that sends what Send let go passes at once', async () => {
    const { at, left } = await on();
    at('send').click();
    await settled();
    expect(left).toHaveBeenCalledOnce();
    expect(isHeld('send', message('<p>Hello</p>'))).toBe(false);
    expect(isHeld('send', message(`Hello ${list}`))).toBe(true);
  });

  it('that carries more than Send let go, just after, is held in whatever shape', async () => {
    const { at, ports } = await on();
    const [other, list2] = ['https://elsewhere.test/rpc', JSON.stringify({ a: [{ b: list }] })];
    expect(isHeld(other, list2)).toBe(false);
    at('send').click();
    await settled();
    expect(isHeld(other, JSON.stringify({ clicks: 'x'.repeat(500) }))).toBe(false);
    expect(isHeld(other, list2)).toBe(true);
    expect(isHeld('send', message('<p>Hello</p>'))).toBe(false);
    const now = Date.now();
    vi.spyOn(Date, 'now').mockReturnValue(now + 60_000);
    onTestFinished(() => void vi.restoreAllMocks());
    expect(isHeld(other, list2)).toBe(false);
    expect(ports.ask).not.toHaveBeenCalled();
  });

  const elsewhere = 'https://elsewhere.test/rpc';
  const file = new File(['people'], 'list.csv');
  const attached = [{ id: 'one', name: file.name, load: async () => file }];

  it('that follows Send with more than was let go is judged by what is in it, without what else is written', async () => {
    const asked: Partial<Ports> = {
      assess: async ({ files }) => (files.length > 0 ? block : allow),
      ask: async () => withReason,
    };
    const { at, ports, judged } = await on(asked, attached);
    at('send').click();
    await settled();
    expect(ports.record).toHaveBeenCalledOnce();
    const told = JSON.stringify({ clicks: list });
    expect(isHeld(elsewhere, told)).toBe(true);
    expect(await mayGo(elsewhere, told)).toBe(true);
    expect(judged().at(-1)).toMatchObject({ to: [], cc: [], bcc: [], files: [], account: 'alice@corp.test' });
    isHeld('wss://elsewhere.test/socket', told.replaceAll('Client', 'Visit'), 'WEBSOCKET');
    await settled();
    expect([ports.ask, ports.record].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  it('that follows Send and is no message does not prolong what Send let go, nor take its place', async () => {
    const start = Date.now();
    const at20 = vi.spyOn(Date, 'now').mockReturnValue(start);
    onTestFinished(() => void vi.restoreAllMocks());
    const { at, ports } = await on();
    at('send').click();
    await settled();
    at20.mockReturnValue(start + 15_000);
    const told = (count: number) => JSON.stringify({ a: list.replaceAll('Client', `Visit${count}`) });
    for (let count = 0; count < 25; count++) expect(await mayGo(elsewhere, told(count))).toBe(true);
    expect(isHeld(elsewhere, told(24)), 'tried again').toBe(false);
    expect(isHeld('send', message('<p>Hello</p>')), 'what Send let go').toBe(false);
    expect(isHeld('send', told(24)), 'the same as a message').toBe(true);
    at20.mockReturnValue(start + 25_000);
    expect(isHeld(elsewhere, told(30))).toBe(false);
    expect(ports.clear).toHaveBeenCalledOnce();
  });

  const few = { to: 'kim@client.test', subject: 'List', body: 'Hello', att: [7] };
  it.each<[string, object, Partial<Compose>, Attachment[], boolean]>([
    ['past a Send that is not known', few, { missing: ['send'] }, [], true],
    ['by its subject', { ...few, body: list }, { missing: ['send'] }, [], true],
    ['by its text', { ...few, subject: undefined }, { missing: ['send'] }, [], true],
    ['with files', few, {}, attached, true],
    ['to one of several', { ...few, to: ['Me <ME@home.test>', 'eve@x.test'] }, {}, attached, true],
    ['neither', few, {}, [], false],
    ['to nobody it names', { ...few, to: 7 }, { missing: ['send'] }, attached, false],
    ['to others', { ...few, to: 'eve@x.test' }, { missing: ['send'] }, attached, false],
    ['whom it goes to alone', { q: few.to }, { missing: ['send'] }, attached, false],
  ])('that carries a short draft is held: %s', async (_, request, compose, attachments, held) => {
    await on({}, attachments, compose);
    expect(isHeld(elsewhere, JSON.stringify(request))).toBe(held);
  });

  it('that carries a file without any words is held, and judged with the file', async () => {
    const { at, judged } = await on({ assess: async () => block }, attached, { missing: ['send'] });
    at<HTMLInputElement>('subject').value = '';
    at<HTMLTextAreaElement>('body').value = '';
    const request = JSON.stringify({ to: ['kim@client.test'], att: [7] });
    expect(isHeld(elsewhere, request)).toBe(true);
    expect(await mayGo(elsewhere, request)).toBe(false);
    expect(judged()).toMatchObject([{ to: ['kim@client.test'], files: [{ name: 'list.csv' }] }]);
  });

  it.each([
    ['as the text in another form', 'https://horde.firm.test/services/ajax.php/imp/text2Html', false],
    [
      'as the text in another form, by a parameter',
      `${new URL(elsewhere).origin}/?_task=utils&_action=html2text`,
      false,
    ],
    ['to see it spelled', 'https://horde.firm.test/services/ajax.php/imp/spellCheck', false],
    ['to a host that is called so', 'https://pdf2text.example/in', true],
    ['with its spelling seen', `${elsewhere}?spellcheck=1`, true],
    ['from another form', `${elsewhere}?body=md2html`, true],
  ])('that carries the open draft %s', async (_, url, held) => {
    const { at } = await on();
    at<HTMLTextAreaElement>('body').value = list;
    expect(isHeld(url, message(list))).toBe(held);
  });

  it.each([
    ['in a field', '', new URLSearchParams({ to: 'me@home.test', body: list, action: 'save_draft' }), false],
    ['in JSON', '', { method: 'mail.saveAsDraft', params: { to: 'me@home.test', body: list } }, false],
    ['in its query', '?do=autosave_draft', { to: 'me@home.test', body: list }, false],
    [
      'or asks what fits it',
      '',
      new URLSearchParams({ to: 'me@home.test', Body: list, Subaction: 'AJAXUpdate' }),
      false,
    ],
    [
      'in a field of its own',
      '',
      new URLSearchParams({ body: list, Subaction: 'SendEmail', FormDraftAction: 'Add' }),
      false,
    ],
    [
      'in such a field, but does not',
      '',
      new URLSearchParams({ body: list, Subaction: 'SendEmail', FormDraftAction: '' }),
      true,
    ],
    ['by the name of a GraphQL operation', '', { operationName: 'UpdateDraft', variables: { body: list } }, false],
    ['in its subject', '', { subject: 'save_draft', to: 'me@home.test', body: list }, true],
    ['and sends', '', new URLSearchParams({ body: list, action: 'save_draft', task: 'send' }), true],
    ['and sends by one word', '', { action: 'sendSavedDraft', body: list }, true],
    ['and sends by its address', '/send', { action: 'save_draft', body: list }, true],
    ['in an address that sends it', '/drafts/7/send', { body: list }, true],
    ['in a batch that sends it', '/drafts.save,mail.send?batch=1', { 0: { body: list } }, true],
    ['at the address of a sender', '/senders/7/drafts', { body: list }, false],
    ['where it saves something', '', new URLSearchParams({ body: list, action: 'save' }), true],
  ])('that carries the open draft and says that it saves one, %s', async (_, place, body, held) => {
    const { at } = await on();
    at<HTMLTextAreaElement>('body').value = list;
    const said = body instanceof URLSearchParams ? `${body}` : JSON.stringify(body);
    expect(isHeld(elsewhere + place, said)).toBe(held);
  });

  const fields = Array.from(
    'abcdefghij',
    (one) => `${one}Of { id ${one}Name ${one}Address ${one}Kind ...${one}Parts @include(if: $deep) }`,
  );
  const query = `mutation SendMessage($input: SendInput!) { sendMessage(input: $input) { ${fields.join(' ')} } }`;
  it.each([
    ['a query in GraphQL', query, false],
    ['what begins like one', `${query.replace('id', '"Kim')}`, true],
    ['numbers in one', query.replace('bOf', 'n943476'), true],
    ['an address in one', query.replace('bOf', 'kim@client.test'), true],
  ])('that sends what Send let go, with %s', async (_, text, held) => {
    const { at } = await on();
    at<HTMLTextAreaElement>('body').value = list;
    at('send').click();
    await settled();
    const body = JSON.stringify({ query: text, variables: { input: { to: ['me@home.test'], body: list } } });
    expect(isHeld(`${elsewhere}/graphql`, body)).toBe(held);
  });

  it('that carries the open draft to an address nobody knows is held', async () => {
    const { at } = await on();
    at<HTMLTextAreaElement>('body').value = list;
    expect(isHeld('https://elsewhere.test/collect', JSON.stringify({ stolen: list }))).toBe(true);
    expect(isHeld('https://elsewhere.test/collect', JSON.stringify({ clicks: 'x'.repeat(500) }))).toBe(false);
  });

  it.each([
    ['bytes of another type', new Blob([message(list)], { type: 'application/octet-stream' })],
    ['bytes that are no text', new Blob([new Uint8Array([0xff, 0xfe, 0x00, 0xd8])])],
  ])('that sends as %s does not go', async (_, body) => {
    const { at, ports } = await on({ assess: async () => block, ask: async () => undefined as never });
    at<HTMLTextAreaElement>('body').value = list;
    expect(await mayGo('https://mail.firm.test/service/soap/', body)).toBe(false);
    expect(ports.ask).toHaveBeenCalledOnce();
  });

  const saves = JSON.stringify({ SaveDraftRequest: {} });
  it.each([
    ['that hides it from the network is told to the gate there, by its address', new Blob([saves]), 1],
    ['that the network can see is not', saves, 0],
  ])('that saves, in a shape %s', async (_, body, times) => {
    const { ports } = await on();
    const url = 'https://mail.firm.test/service/soap/SaveDraftRequest';
    expect(await mayGo(url, body)).toBe(true);
    expect(ports.clear).toHaveBeenCalledTimes(times);
    for (const [kind, print, seed] of ports.clear.mock.calls)
      expect([kind, print]).toEqual(['hidden', printOf({ url }, seed!)]);
  });

  it('that sends, in a shape that hides it from the network, is told to the gate by what it says and by its address', async () => {
    const { ports } = await on();
    const [url, body] = [`${mail}send`, message('Hello')];
    expect(await mayGo(url, new Blob([body]))).toBe(true);
    const [, , seed] = ports.clear.mock.lastCall!;
    expect(ports.clear.mock.calls).toEqual([
      ['request', printOf({ url, body }, seed!), seed],
      ['hidden', printOf({ url }, seed!), seed],
    ]);
  });

  it('that saves a draft of a work account passes, and is written down once when it is over the line', async () => {
    const { ports } = await on({ assess: async () => block });
    expect(isHeld('save', message(list))).toBe(false);
    expect(isHeld('save', message(list))).toBe(false);
    await vi.waitFor(() => expect(ports.record).toHaveBeenCalled());
    await settled();
    expect(ports.record.mock.calls.map(([, answer]) => answer.choice)).toEqual(['not-asked']);
    expect(ports.ask).not.toHaveBeenCalled();
  });

  it('that saves a draft of a private account is held', async () => {
    await on({ isPrivateMail: () => true });
    expect(isHeld('save', message(list))).toBe(true);
  });

  const blocksClients = async ({ body }: { body: string }) => (body.includes('client49') ? block : allow);
  const sealed = [
    'Packages[text/html][Addresses][kim@client.test][Type]=4&Packages[text/html][Body]=',
    encodeURIComponent(Buffer.from(list).toString('base64').split('').reverse().join('')),
  ].join('');
  const icloud = 'https://p42-mccgateway.icloud.com/mailws2/v1/draft/send';
  const outlook = 'https://outlook.office.com/owa/service.svc?action=SendItem';
  const proton = 'https://mail.proton.me/api/mail/v4/messages/lKGfDeksZ0iTyV9pCYYXPuTvvYZmBjtL==?Source=composer';
  const naming: [string, string, string][] = [
    ['names it', icloud, JSON.stringify({ messageGuid: 'F-17-a' })],
    ['names it, and says something', icloud, JSON.stringify({ messageGuid: 'F-17-a', note: 'Hello' })],
    ['names it among others', outlook, JSON.stringify({ Body: { ItemIds: [{ Id: 'AAMkAD', ChangeKey: 'CQAA' }] } })],
    ['seals it', proton, sealed],
  ];

  it.each(naming)('that sends an open draft and %s is judged with it', async (_, url, body) => {
    const { at, ports, judged } = await on({ assess: blocksClients }, attached);
    at<HTMLTextAreaElement>('body').value = list;
    expect(isHeld(url, body)).toBe(true);
    expect(await mayGo(url, body)).toBe(false);
    expect(judged()).toMatchObject([{ to: ['kim@client.test', 'me@home.test'], files: [{ name: 'list.csv' }] }]);
    expect(ports.clear).not.toHaveBeenCalled();
  });

  it.each(naming)('that sends what Send let go and %s passes, and no other draft by it', async (_, url, body) => {
    const { at, ports } = await on({ assess: blocksClients });
    at('send').click();
    await settled();
    expect([isHeld(url, body), isHeld(url, body)], 'nothing else is open').toEqual([false, false]);
    at<HTMLTextAreaElement>('body').value = list;
    expect(isHeld(url, body), 'on its way while another is written').toBe(false);
    expect(isHeld(url, body)).toBe(true);
    expect(await mayGo(url, body)).toBe(false);
    expect(ports.ask).toHaveBeenCalledOnce();
  });

  it.each(naming)('that was approved with its files and %s passes once more', async (_, url, body) => {
    const { ports } = await on({ assess: async () => block, ask: async () => withReason }, attached);
    expect(await mayGo(url, body)).toBe(true);
    expect(isHeld(url, body), 'until the gate on the network knows of it too').toBe(true);
    expect(await mayGo(url, body)).toBe(true);
    expect(ports.ask).toHaveBeenCalledOnce();
    expect(ports.clear.mock.calls.map(([kind]) => kind)).toEqual(['request', 'request']);
  });

  it('that sends what is open is judged once', async () => {
    const { at, judged } = await on({ assess: async () => block });
    at<HTMLTextAreaElement>('body').value = list;
    expect(await mayGo(`${mail}send`, message(list))).toBe(false);
    expect(judged()[0]!.body.split('client49@')).toHaveLength(2);
  });

  it('counts everybody once, in the field where the page has them', async () => {
    const people = {
      to: ['kim@client.test'],
      cc: ['Lee <lee@client.test>'],
      bcc: ['eve@firm.test', 'Me <ME@home.test>'],
    };
    const written = {
      account: 'alice@corp.test',
      ...people,
      subject: 'List',
      body: list,
      isHtml: false,
      attachments: [],
    };
    const { ports, judged } = await on({ assess: async () => block }, [], { read: () => written });
    const said = {
      to: ['kim@client.test'],
      cc: ['lee@client.test'],
      bcc: ['eve@firm.test', 'me@home.test'],
      text: list,
    };
    expect(await mayGo(`${mail}send`, JSON.stringify(said))).toBe(false);
    expect(judged()[0]).toMatchObject(people);
    isHeld('save', JSON.stringify({ ...said, to: [...said.to, 'ann@client.test'] }));
    await vi.waitFor(() => expect(aside(ports)).toHaveLength(1));
    expect(aside(ports)[0]).toMatchObject({ ...people, to: [...people.to, 'ann@client.test'] });
  });

  it('that sends something else than what is open is judged with both', async () => {
    const { at, judged } = await on({ assess: async () => block });
    at<HTMLTextAreaElement>('body').value = 'The first <list>';
    expect(await mayGo(`${mail}send`, message(`<p>${list}</p>`))).toBe(false);
    expect(judged()[0]!.isHtml).toBe(true);
    for (const part of ['The first &lt;list>', 'client49']) expect(judged()[0]!.body).toContain(part);
  });

  const savesSealed = (text: string) =>
    isHeld(
      'https://mail.proton.me/api/mail/v4/messages',
      JSON.stringify({ Message: { Subject: 'List', Body: Buffer.from(text).toString('base64') } }),
    );
  const aside = ({ assess }: Awaited<ReturnType<typeof on>>['ports']) =>
    assess.mock.calls.filter(([draft]) => draft.trigger === 'draft').map(([draft]) => draft);

  it('that saves what nobody can read is judged by what stands open', async () => {
    const { at, ports } = await on({ assess: blocksClients });
    expect(savesSealed('Hello')).toBe(false);
    await settled();
    expect(aside(ports)).toMatchObject([{ subject: 'List', body: 'Hello', files: [] }]);
    expect(ports.record).not.toHaveBeenCalled();
    at<HTMLTextAreaElement>('body').value = list;
    expect(savesSealed(list)).toBe(false);
    await settled();
    expect(ports.record).toHaveBeenCalledOnce();
  });

  it('that saves what nobody can read in a private account is held, and goes where what stands open may', async () => {
    const { at } = await on({ assess: blocksClients, isPrivateMail: () => true });
    const url = 'https://mail.proton.me/api/mail/v4/messages';
    const body = JSON.stringify({ Message: { Body: Buffer.from(list).toString('base64') } });
    expect(savesSealed(list)).toBe(true);
    expect(await mayGo(url, body)).toBe(true);
    at<HTMLTextAreaElement>('body').value = list;
    expect(await mayGo(url, body)).toBe(false);
  });

  it.each([
    ['few other words', 'Yes, Thursday'],
    ['the same words', 'Hello'],
  ])('that saves %s, which nobody can read, a while after a message was sent is judged by them', async (_, text) => {
    const start = Date.now();
    const clock = vi.spyOn(Date, 'now').mockReturnValue(start);
    onTestFinished(() => void vi.restoreAllMocks());
    const unread: Partial<Ports> = { assess: async ({ files }) => (files.length > 0 ? block : allow) };
    const { at, ports } = await on({ ...unread, isPrivateMail: () => true });
    at('send').click();
    await settled();
    for (const later of [30_000, 90_000]) {
      clock.mockReturnValue(start + later);
      at<HTMLTextAreaElement>('body').value = text;
      expect(await mayGo('https://mail.proton.me/api/mail/v4/messages', message('sealed')), `${later}`).toBe(true);
    }
    expect(aside(ports).at(-1)).toMatchObject({ body: text, files: [] });
    expect(ports.record).not.toHaveBeenCalled();
  });

  it('that saves once more what was sent, and nobody can read, passes', async () => {
    const { at, ports } = await on({ assess: async ({ files }) => (files.length > 0 ? block : allow) });
    at('send').click();
    await settled();
    at('compose').remove();
    expect(savesSealed(list)).toBe(false);
    await settled();
    expect(aside(ports)).toEqual([]);
  });

  it('that was refused is not asked about again for another id and time, but for another list', async () => {
    const { ports } = await on({ assess: async () => block });
    const tried = (id: string, text: string) => mayGo(`${mail}send`, JSON.stringify({ id, at: id, text }));
    expect(await tried('a-1', list)).toBe(false);
    expect(await tried('b-2', list)).toBe(false);
    expect(ports.ask).toHaveBeenCalledOnce();
    expect(await tried('b-2', 'Nothing of it')).toBe(false);
    expect(ports.ask).toHaveBeenCalledTimes(2);
  });

  const people = ['Ada', 'Bo', 'Cem', 'Dora', 'Eli', 'Fay'].map((name) => `${name} Novak, ${name}@client.test`);
  const plan: Attachment[] = [{ id: 'plan', name: 'plan.csv', load: async () => new File(['people'], 'plan.csv') }];
  const shorter: Attachment = { id: 'new', name: 'plan.csv', load: async () => new File(['p'], 'plan.csv') };
  it.each<[string, string, string, number, Attachment[]]>([
    ['with three people fewer', people.join('\n'), people.slice(3).join('\n'), 0, []],
    ['with three numbers fewer', list, list.split('\n').slice(3).join('\n'), 0, []],
    ['as another short message', 'See you at nine', 'The same again please', 0, []],
    ['with another file of that name', 'See you at nine', 'See you at nine', 0, [shorter]],
    ['a minute later', list, list, 60_000, []],
  ])('that was refused is asked about again %s', async (_, first, second, later, other) => {
    const now = Date.now();
    const clock = vi.spyOn(Date, 'now').mockReturnValue(now);
    onTestFinished(() => void vi.restoreAllMocks());
    const attachments = [...plan];
    const { ports } = await on({ assess: async () => block }, attachments);
    expect(await mayGo(`${mail}send`, message(first))).toBe(false);
    if (other[0]) attachments.splice(0, 1, ...other);
    clock.mockReturnValue(now + later);
    expect(await mayGo(`${mail}send`, message(second))).toBe(false);
    expect(ports.ask).toHaveBeenCalledTimes(2);
  });

  it.each<[string, Partial<Ports>]>([
    ['it could not be judged', { assess: () => Promise.reject(new DOMException('', 'AbortError')) }],
    ['nobody could be asked', { assess: async () => block, ask: () => Promise.reject(new Error('silent')) }],
    [
      'it could not be recorded',
      { assess: async () => block, ask: async () => withReason, record: async () => ({ stored: false, why: 'store' }) },
    ],
  ])('that stayed as %s is judged again', async (_, answers) => {
    const { judged } = await on(answers);
    for (const times of [1, 2]) {
      expect(await mayGo(`${mail}send`, message(list))).toBe(false);
      expect(judged()).toHaveLength(times);
    }
  });

  it('that is tried again while the person is asked has the same answer', async () => {
    const { promise, resolve } = Promise.withResolvers<typeof withReason>();
    const { ports } = await on({ assess: async () => block, ask: () => promise });
    const both = [1, 2].map(() => mayGo(`${mail}send`, message(list)));
    await vi.waitFor(() => expect(ports.ask).toHaveBeenCalled());
    resolve(withReason);
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(ports.ask).toHaveBeenCalledOnce();
  });

  it('that was let go two minutes ago is held until the gate on the network knows it again', async () => {
    const start = Date.now();
    const clock = vi.spyOn(Date, 'now').mockReturnValue(start);
    onTestFinished(() => void vi.restoreAllMocks());
    const { at, ports } = await on();
    at('send').click();
    await settled();
    const sends = message('<p>Hello</p>');
    clock.mockReturnValue(start + 50_000);
    expect(isHeld('send', sends)).toBe(false);
    clock.mockReturnValue(start + 150_000);
    expect(isHeld('send', sends)).toBe(true);
    expect(ports.clear).toHaveBeenCalledOnce();
    expect(await mayGo(`${mail}send`, sends)).toBe(true);
    expect(ports.clear.mock.lastCall).toEqual(['request', expect.any(Number), expect.any(Number)]);
    expect(isHeld('send', sends), 'it alone').toBe(true);
    expect(ports.ask).not.toHaveBeenCalled();
  });

  it('that was judged by itself is told to the gate on the network with all it says, however long it is', async () => {
    const { ports } = await on();
    const [url, body] = [`${mail}send`, message('Hello '.repeat(50_000))];
    expect(await mayGo(url, body)).toBe(true);
    expect(ports.clear).toHaveBeenCalledOnce();
    const [kind, print, seed] = ports.clear.mock.lastCall!;
    expect([kind, print]).toEqual(['request', printOf({ url, body }, seed!)]);
    expect(isHeld(url, body), 'the gate has to be told of each').toBe(true);
    expect(await mayGo(url, body)).toBe(true);
    expect(ports.assess.mock.calls.filter(([, , isAwaited]) => isAwaited)).toHaveLength(1);
  });

  it('whose body cannot be had at once waits where nobody wrote anything only at an address that a webmail sends or saves to', async () => {
    const { at } = await on({}, [], { root: document.createElement('div') });
    expect(at('compose')).toBeTruthy();
    expect([isHeld('https://play.example/log'), isHeld('send')]).toEqual([false, true]);
  });

  it.each<[string, () => void]>([
    ['the page is left', () => void window.dispatchEvent(new Event('pagehide'))],
    ['the page is hidden', () => void vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)],
  ])(
    'whose body cannot be had at once waits only where it is known, or a private account’s, when %s',
    async (_, leave) => {
      const { ports } = await on();
      onTestFinished(() => {
        vi.restoreAllMocks();
        window.dispatchEvent(new Event('pageshow'));
      });
      const unknown = 'https://play.example/log';
      expect(isHeld(unknown)).toBe(true);
      leave();
      expect([isHeld(unknown), isHeld('send')]).toEqual([false, true]);
      ports.isPrivateMail.mockReturnValue(true);
      expect(isHeld(unknown)).toBe(true);
    },
  );

  it('comes back with the page that was left', async () => {
    await on();
    for (const type of ['pagehide', 'pageshow']) window.dispatchEvent(new Event(type));
    expect(isHeld('https://play.example/log')).toBe(true);
  });

  it('that the page stands still for is refused only where it is held, and that is said and recorded', async () => {
    const { ports } = await on({ assess: async () => block });
    expect(isHeld('https://play.example/log', undefined, 'POST', true)).toBe(false);
    expect(isHeld('https://play.example/log', 'clicks=7', 'POST', true)).toBe(false);
    expect(ports.notice).not.toHaveBeenCalled();
    expect(isHeld('send', message(list), 'POST', true)).toBe(true);
    expect(ports.notice).toHaveBeenCalledExactlyOnceWith('notice_request_stopped');
    await vi.waitFor(() => expect(ports.record).toHaveBeenCalledOnce());
  });

  it('over a socket goes, and is written down', async () => {
    const { ports, at } = await on({ assess: async () => block });
    at<HTMLTextAreaElement>('body').value = list;
    expect(isHeld('wss://elsewhere.test/socket', JSON.stringify({ list }), 'WEBSOCKET')).toBe(false);
    await vi.waitFor(() => expect(ports.record).toHaveBeenCalledOnce());
  });

  const form = (content: File) => [
    ['id', '7'],
    ['file', content],
  ];
  it.each<[string, unknown, number]>([
    ['a file of its own', form(file), 1],
    ['bytes as long as a file', new Blob([new Uint8Array(40_000).fill(200)]), 1],
    ['what cannot be read at all', undefined, 1],
    ['a list that says it is bytes', new Blob([list.repeat(40)], { type: 'application/octet-stream' }), 1],
    ['a list among the fields, without a name', form(new File([list], 'blob', { type: 'text/csv' })), 1],
    ['what a page tells of itself', new Blob([new Uint8Array(4_000).fill(200)]), 0],
    ['a text', new Blob([list.repeat(40)], { type: 'text/plain' }), 0],
    ['a small picture of a file', form(new File(['drawn'], 'a.png', { type: 'image/png' })), 0],
  ])('to an address nobody knows goes; written down once where it carries %s', async (_, body, times) => {
    const { ports } = await on({ assess: async () => block });
    for (const query of ['1', '2']) expect(await mayGo(`${elsewhere}?${query}`, body)).toBe(true);
    await settled();
    expect(ports.record).toHaveBeenCalledTimes(times);
    if (times > 0) {
      const of = { to: ['kim@client.test', 'me@home.test'], body: '', trigger: 'attach', files: [{}] };
      expect(ports.assess.mock.calls.at(-1)![0]).toMatchObject(of);
      expect(ports.record.mock.calls[0]![1]).toMatchObject({ choice: 'not-asked', release: true });
    }
    expect(ports.ask).not.toHaveBeenCalled();
  });

  it('to an address nobody knows is written down also where a harmless file went there before', async () => {
    let ruling = allow;
    const { ports } = await on({ assess: async () => ruling });
    await mayGo(elsewhere, form(new File(['of nobody'], 'a.txt')));
    await settled();
    ruling = block;
    await mayGo(elsewhere, form(file));
    await settled();
    expect(ports.record).toHaveBeenCalledOnce();
  });

  it('that carries a file that was let in to an address nobody knows is nothing to write down', async () => {
    let ruling = allow;
    const { ports } = await on({ assess: async () => ruling });
    expect(await mayGo('https://mail.firm.test/?/Upload', form(file))).toBe(true);
    ruling = block;
    expect(await mayGo(elsewhere, form(file))).toBe(true);
    await settled();
    expect(ports.record).not.toHaveBeenCalled();
  });

  it('is nobody’s business where no message is written', () => {
    portsFor({});
    expect(isHeld('send', message(list))).toBe(false);
  });
});

describe('a form that is submitted past Send', () => {
  const submitted = vi.fn();
  /** As `form.submit()` of the page, or a press on a button of the form. */
  const submit = async (
    fields: Record<string, string>,
    ports: Partial<Ports>,
    action = `${mail}send`,
    how = submitEvent,
    target = 'answer',
    attachments: Attachment[] = [],
  ) => {
    submitted.mockClear();
    const page = await on(ports, attachments);
    const form = document.body.appendChild(document.createElement('form'));
    Object.assign(form, { method: 'post', action, target });
    for (const [name, value] of Object.entries(fields)) {
      const field = form.appendChild(document.createElement('input'));
      Object.assign(field, { type: 'hidden', name, value });
    }
    for (const way of ['submit', 'requestSubmit'] as const)
      vi.spyOn(HTMLFormElement.prototype, way).mockImplementation(submitted);
    onTestFinished(() => void vi.restoreAllMocks());
    const goes = form.dispatchEvent(new Event(how, { bubbles: true, cancelable: true }));
    await settled();
    return { ...page, goes };
  };
  const sending = { to: 'me@home.test', text: list };

  it.each(['submit', submitEvent])('and sends is held, judged and kept back (%s)', async (how) => {
    const { goes, judged, ports } = await submit(sending, { assess: async () => block }, undefined, how);
    expect(goes).toBe(false);
    expect(judged()).toMatchObject([{ to: ['me@home.test', 'kim@client.test'], trigger: 'network' }]);
    expect(judged()[0]!.body).toContain('client49@client.test');
    expect(ports.ask).toHaveBeenCalledOnce();
    expect(submitted).not.toHaveBeenCalled();
  });

  it('and sends is judged with the files that lie in the draft', async () => {
    const file = new File(['people'], 'list.csv');
    const attachments = [{ id: 'one', name: file.name, load: async () => file }];
    const { judged } = await submit(sending, {}, undefined, undefined, undefined, attachments);
    expect(judged()).toMatchObject([{ trigger: 'network', files: [{ name: 'list.csv', content: file }] }]);
  });

  it.each(['submit', submitEvent])('and sends what may go goes once (%s)', async (how) => {
    const { goes, ports } = await submit(sending, {}, undefined, how);
    expect(goes).toBe(false);
    expect(ports.ask).not.toHaveBeenCalled();
    expect(submitted).toHaveBeenCalledOnce();
  });

  it('and saves a draft of a private account is not saved, and the page has its answer', async () => {
    const frame = document.createElement('iframe');
    frame.name = 'answer';
    document.documentElement.append(frame);
    const { goes } = await submit(sending, { assess: async () => block, isPrivateMail: () => true }, `${mail}save`);
    expect(goes).toBe(false);
    expect(submitted).not.toHaveBeenCalled();
    expect(frame.getAttribute('src')).toBe('about:blank');
    frame.remove();
  });

  it('and has no frame to go to leaves one without a name alone', async () => {
    const frame = document.createElement('iframe');
    frame.setAttribute('name', '');
    document.documentElement.append(frame);
    const { goes } = await submit(sending, { assess: async () => block }, undefined, undefined, '');
    expect(goes).toBe(false);
    expect(frame.getAttribute('src')).toBeNull();
    frame.remove();
  });

  it('and waits keeps the frame it goes to from looking answered, and only that one', async () => {
    const frame = document.createElement('iframe');
    frame.name = 'answer';
    const loaded = vi.fn();
    frame.addEventListener('load', loaded);
    document.documentElement.append(frame);
    loaded.mockClear();
    const { promise, resolve } = Promise.withResolvers<typeof block>();
    await submit(sending, { assess: () => promise });
    frame.dispatchEvent(new Event('load'));
    expect(loaded).not.toHaveBeenCalled();
    resolve({ ...block, action: 'allow' });
    await settled();
    expect(submitted).toHaveBeenCalledOnce();
    frame.dispatchEvent(new Event('load'));
    expect(loaded).toHaveBeenCalledOnce();
    frame.remove();
  });

  it('and saves a draft of a work account goes at once, and is written down', async () => {
    const { goes, ports } = await submit(sending, { assess: async () => block }, `${mail}save`);
    expect(goes).toBe(true);
    await vi.waitFor(() => expect(ports.record).toHaveBeenCalledOnce());
  });

  it.each([
    ['first', {}],
    ['behind a field with a name longer than any', { ['x'.repeat(201)]: '1' }],
    ['behind a field whose name a blank is in', { ' ': '1' }],
  ])('and says in its fields that it sends is held: %s', async (_, before) => {
    const sends = { ...before, _task: 'mail', _action: 'send', _to: 'me@home.test', _message: list };
    const { goes } = await submit(sends, { assess: async () => block }, 'https://mail.firm.test/');
    expect(goes).toBe(false);
  });

  it('and is about something else goes at once', async () => {
    const { goes, ports } = await submit({ q: 'blue room' }, { assess: async () => block }, '/search');
    expect(goes).toBe(true);
    expect(ports.record).not.toHaveBeenCalled();
  });
});

describe('a form that a page submits by a control', () => {
  const start = async (submitter: HTMLButtonElement) => {
    const page = await on();
    const form = document.body.appendChild(document.createElement('form'));
    Object.assign(form, { method: 'post', action: `${mail}send` });
    const field = form.appendChild(document.createElement('input'));
    Object.assign(field, { type: 'hidden', name: 'text', value: 'Hello' });
    form.append(submitter);
    return { ...page, form, field };
  };

  it('is judged anew where the control that submitted it was gone when it might go', async () => {
    const button = document.createElement('button');
    const { form, field } = await start(button);
    // As the browser does: https://html.spec.whatwg.org/multipage/forms.html#dom-form-requestsubmit
    const again = vi.spyOn(HTMLFormElement.prototype, 'requestSubmit').mockImplementation(() => {
      throw new DOMException('Not owned by this form.', 'NotFoundError');
    });
    onTestFinished(() => void again.mockRestore());
    const isHeldNow = () =>
      !form.dispatchEvent(
        Object.assign(new Event('submit', { bubbles: true, cancelable: true }), { submitter: button }),
      );
    expect(isHeldNow()).toBe(true);
    await vi.waitFor(() => expect(again).toHaveBeenCalledOnce());
    field.value = list;
    expect(isHeldNow()).toBe(true);
  });
});

describe('a form in a shadow tree', () => {
  // The browser's own event leaves no shadow tree. https://html.spec.whatwg.org/multipage/indices.html#event-submit
  it.each(['open', 'closed'] as const)('that is %s is held when a key submits it', async (mode) => {
    let root: ShadowRoot | undefined;
    await on({ shadowRootOf: (element) => (element === root?.host ? root : null) as ShadowRoot });
    root = document.body.appendChild(document.createElement('div')).attachShadow({ mode });
    root.innerHTML = `<form method="post" action="${mail}send"><input name="text"></form>`;
    const [form, field] = [root.querySelector('form')!, root.querySelector('input')!];
    field.value = list;
    field.focus();
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    expect(form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))).toBe(false);
  });
});

describe('a form with a file that is submitted past Send', () => {
  const submitted = vi.fn();
  const start = async (fields: Record<string, string>, action: string, text = 'Hello') => {
    const page = await on();
    page.at<HTMLTextAreaElement>('body').value = text;
    const form = document.body.appendChild(document.createElement('form'));
    Object.assign(form, { method: 'post', action });
    for (const [name, value] of Object.entries(fields)) {
      const field = form.appendChild(document.createElement('input'));
      Object.assign(field, { type: 'hidden', name, value });
    }
    const input = form.appendChild(document.createElement('input'));
    Object.assign(input, { type: 'file', name: 'file' });
    (input.files as unknown as File[]).push(new File(['x'], 'x.bin'));
    submitted.mockClear();
    vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(function (this: HTMLFormElement) {
      submitted(this.getAttribute('action'), this.isConnected);
    });
    onTestFinished(() => void vi.restoreAllMocks());
    return { ...page, form, submit: () => form.dispatchEvent(new Event(submitEvent, { cancelable: true })) };
  };

  it('is told by its texts where nobody can wait', async () => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const { submit } = await start({ to: 'me@home.test', text: list }, 'https://elsewhere.test/rpc', list);
    expect(submit()).toBe(false);
  });

  it('and is about something else goes at once: pages take such a form away, or give it back its address, just after', async () => {
    const { form, submit } = await start({ q: 'blue room' }, 'https://elsewhere.test/rpc');
    if (submit()) return;
    form.setAttribute('action', '/inbox');
    form.remove();
    await settled();
    expect(submitted.mock.calls).toEqual([['https://elsewhere.test/rpc', true]]);
  });
});

describe('what was let go', () => {
  const toKim = ['kim@client.test', 'alice@corp.test'];
  const letGo = () => {
    const known = clearances(() => 0);
    known.add(['kim@client.test', 'Hello Kim, the plan is attached.', 'plan.pdf'], toKim);
    return known;
  };
  const around = {
    id: 'msg-1',
    html: '<div dir="ltr">Hello&nbsp;Kim, the <b>plan</b> is attached.</div>',
    flags: ['draft', 'inbox'],
  };
  const covers = (known: ReturnType<typeof letGo>, more: object) =>
    known.covers(contentOf(JSON.stringify({ ...around, ...more }))) !== undefined;

  it('is known by its words, whatever a product puts around them, and nothing else is', () => {
    expect(covers(letGo(), {})).toBe(true);
    expect(covers(letGo(), { more: list })).toBe(false);
  });

  it.each([
    ['the same recipient', { to: ['Kim <KIM@client.test>'] }, true],
    ['another beside them', { to: ['kim@client.test'], bcc: ['me@home.test'] }, false],
    ['another in their place', { recipients: [{ address: 'me@home.test' }] }, false],
    ['the sender', { from: 'me@home.test' }, true],
    ['who is signed in', { owner: 'alice@corp.test' }, true],
    ['the message it answers', { inReplyTo: '<abc.1@mail.home.test>' }, true],
  ])('is for %s: %j', (_, more, isCovered) => {
    expect(covers(letGo(), more)).toBe(isCovered);
  });

  it.each<[string, Partial<ReturnType<typeof contentOf>>, string[], boolean]>([
    ['is what was let go', {}, [], true],
    ['has a word more', { body: 'Hello Kim, the plan is attached. Thursday' }, [], false],
    ['goes to another', { to: ['me@home.test'] }, [], false],
    ['has a file that was let go', {}, ['plan.pdf'], true],
    ['has another file', {}, ['list.csv'], false],
  ])('says of a draft that it %s, and adds nothing to what was let go', (_, more, files, isOne) => {
    const known = letGo();
    const draft = { to: ['kim@client.test'], body: 'Hello Kim, the plan', isHtml: false, files: 0 };
    expect(known.isOne({ ...draft, ...more }, files)).toBe(isOne);
    expect(known.recent()!.added.size).toBe(0);
  });

  it('does not grow, however little each request adds', () => {
    const known = letGo();
    const rows = list.split('\n');
    const added = rows.filter((row) => covers(known, { row }));
    expect(added.length).toBeLessThan(32);
    expect(covers(known, {}), 'what was let go still passes').toBe(true);
  });

  it('covers one request that cannot be read, and only soon after', () => {
    let now = 0;
    const known = clearances(() => now);
    expect(known.take()).toBeUndefined();
    known.add(['Hello'], toKim);
    expect(known.take()).toBeDefined();
    expect(known.take()).toBeUndefined();
    known.add(['Hello'], toKim);
    now = 61_000;
    expect(known.take()).toBeUndefined();
  });
});

describe('a file that was let in', () => {
  const whole = new File([new Uint8Array(10_000).map((_, index) => (index * 7) % 251)], 'a.bin');
  it.each([
    ['whole', whole.slice(), true],
    ['a piece', whole.slice(4_000, 8_000), true],
    ['its last piece', whole.slice(8_000), true],
    ['bytes that differ at the end', new Blob([whole.slice(0, 9_999), 'x']), false],
    ['something else', new Blob(['name,mail']), false],
    ['something longer', new Blob([whole, 'x']), false],
  ])('is known again: %s', async (_, bytes, isKnown) => {
    expect(await isLetIn(bytes, [new File(['another'], 'b.txt'), whole])).toBe(isKnown);
  });
});
