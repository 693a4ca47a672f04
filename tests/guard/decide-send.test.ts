import { describe, expect, it, vi } from 'vitest';
import type { Ports, Ruling } from '@/guard/ports.ts';
import type { Compose, Outcome } from '@/webmails/webmail.ts';
import { allow, block, edited, withReason } from './fake-ports.ts';
import { settled, startOnPage } from './page.ts';

const asks: Partial<Ports> = { assess: async () => ({ ...block, action: 'justify' }), ask: async () => withReason };

describe('what is allowed', () => {
  it('goes at once, with no question and no record', async () => {
    const { at, left, ports } = startOnPage();
    at('send').click();
    await settled();
    expect(left).toHaveBeenCalledOnce();
    expect(ports.ask).not.toHaveBeenCalled();
    expect(ports.record).not.toHaveBeenCalled();
  });

  it('goes in a task of its own: a control that is still being clicked cannot be clicked again', async () => {
    const { at, left } = startOnPage();
    at('send').click();
    for (let turns = 0; turns < 100; turns++) await Promise.resolve();
    expect(left).not.toHaveBeenCalled();
    await settled();
    expect(left).toHaveBeenCalledOnce();
  });

  it('is read when Send is pressed, as it stands then', async () => {
    const { at, judged } = startOnPage();
    at<HTMLTextAreaElement>('body').value = 'the last word';
    at('send').click();
    await settled();
    expect(judged()[0]).toMatchObject({
      body: 'the last word',
      subject: 'List',
      to: ['kim@client.test', 'me@home.test'],
    });
  });
});

it('is read once recipients that fold when their field is left are unfolded again', async () => {
  let isFolded = false;
  const read = () => ({
    ...{ account: 'alice@corp.test', cc: [], bcc: [], subject: '', body: 'Hello', isHtml: false, attachments: [] },
    to: isFolded ? ['kim@client.test', '+1'] : ['kim@client.test', 'lee@client.test'],
  });
  const unfold = () => {
    isFolded = false;
  };
  const { at, left, judged } = startOnPage({ compose: { read, unfold } });
  at('to').addEventListener('blur', () => {
    isFolded = true;
  });
  at('to').focus();
  at('send').click();
  await settled();
  expect(judged().map(({ to }) => to)).toEqual([['kim@client.test', 'lee@client.test']]);
  expect(left).toHaveBeenCalledOnce();
});

describe('a control in a menu', () => {
  const opened = (more: Partial<Compose> = {}) => {
    const page = startOnPage({ compose: more });
    page.at('compose').insertAdjacentHTML('beforeend', '<div id="menu" role="menu" tabindex="-1"></div>');
    page.at('menu').append(page.at('made'));
    page.at('menu').addEventListener('focusout', () => page.at('menu').remove());
    page.at('menu').focus();
    return page;
  };

  it('still has its menu, which closes when it has the focus no more, when the message may go', async () => {
    const { at, left, ports } = opened();
    at('made').click();
    await settled();
    expect(left).toHaveBeenCalledOnce();
    expect(ports.notice).not.toHaveBeenCalled();
  });

  it('that closed while it was judged sends nothing, and that is said', async () => {
    const { at, left, ports } = opened({ resume: async () => 'not-sent' });
    const item = at('made');
    item.click();
    at('menu').remove();
    await settled();
    expect(left).not.toHaveBeenCalled();
    expect(ports.notice).toHaveBeenCalledExactlyOnceWith('notice_press_again');
    expect(item.isConnected).toBe(false);
  });

  it('that is there, on a page that does not send, is for the page to explain', async () => {
    const { at, ports } = opened({ resume: async () => 'not-sent' });
    at('made').click();
    await settled();
    expect(ports.notice).not.toHaveBeenCalled();
  });
});

describe('what is asked about', () => {
  it('stays, and is recorded, when the person goes back to editing', async () => {
    const { at, left, ports } = startOnPage({ ports: { assess: async () => block } });
    at('send').click();
    await settled();
    expect(left).not.toHaveBeenCalled();
    expect(ports.record).toHaveBeenCalledWith(block, edited);
  });

  it('is decided anew when Send is pressed again before the way back to editing is recorded', async () => {
    const record = Promise.withResolvers<{ stored: true; record: string }>();
    const ask = vi.fn(async () => edited);
    const { at, left, ports } = startOnPage({
      ports: { assess: async () => block, ask, record: () => record.promise },
    });
    at('send').click();
    await settled();
    at('send').click();
    await settled();
    expect(ask, 'not before the acknowledgement').toHaveBeenCalledOnce();
    record.resolve({ stored: true, record: 'incident-1' });
    await settled();
    expect(ask).toHaveBeenCalledTimes(2);
    expect(ports.record).toHaveBeenCalledTimes(2);
    expect(left).not.toHaveBeenCalled();
  });

  it('goes once the record is safe, and the record learns that it went', async () => {
    const record = Promise.withResolvers<{ stored: true; record: string }>();
    const { at, left, ports } = startOnPage({ ports: { ...asks, record: () => record.promise } });
    at('send').click();
    await settled();
    expect(left, 'not before the acknowledgement').not.toHaveBeenCalled();
    record.resolve({ stored: true, record: 'incident-1' });
    await settled();
    expect(left).toHaveBeenCalledOnce();
    expect(ports.conclude).toHaveBeenCalledExactlyOnceWith('incident-1', 'sent');
  });

  it('loses the recipients it is told to lose, and stays', async () => {
    const answer = { choice: 'removed-recipients' as const, release: false, removeRecipients: ['me@home.test'] };
    const { at, left } = startOnPage({ ports: { assess: async () => block, ask: async () => answer } });
    at('send').click();
    await settled();
    expect(at<HTMLInputElement>('to').value).toBe('kim@client.test');
    expect(left).not.toHaveBeenCalled();
  });

  it('goes unasked, but recorded, where policy only watches', async () => {
    const watched: Ruling = { ...block, enforced: false };
    const { at, left, ports } = startOnPage({ ports: { assess: async () => watched } });
    at('send').click();
    await settled();
    expect(ports.ask).not.toHaveBeenCalled();
    expect(ports.record).toHaveBeenCalledWith(watched, expect.objectContaining({ choice: 'not-asked', release: true }));
    expect(left).toHaveBeenCalledOnce();
  });
});

describe('an approval', () => {
  it.each<[string, string, string]>([
    ['body', 'body', 'Hello, and 957 clients'],
    ['subject', 'subject', 'Another subject'],
    ['recipients', 'to', 'someone@else.test'],
  ])('does not hold for another %s, changed while it was asked', async (_, id, value) => {
    const answered = Promise.withResolvers<typeof withReason>();
    let questions = 0;
    const ask = () => (questions++ === 0 ? answered.promise : Promise.resolve(edited));
    const { at, left, ports } = startOnPage({ ports: { ...asks, ask } });
    at('send').click();
    await settled();
    at<HTMLInputElement>(id).value = value;
    answered.resolve(withReason);
    await settled();
    expect(ports.ask).toHaveBeenCalledTimes(2);
    expect(ports.conclude).toHaveBeenCalledWith('incident', 'not-sent');
    expect(left).not.toHaveBeenCalled();
  });

  it('holds for the same draft when the page did not take it the first time', async () => {
    const { at, left, ports } = startOnPage({ ports: asks, outcome: 'not-sent' });
    at('send').click();
    await settled();
    at('send').click();
    await settled();
    expect(left).toHaveBeenCalledTimes(2);
    expect(ports.ask).toHaveBeenCalledOnce();
    expect(ports.record).toHaveBeenCalledOnce();
  });

  it('of what may have gone is not taken back by a press that sends nothing', async () => {
    const outcomes: Outcome[] = ['unknown', 'not-sent', 'sent'];
    const resume = async () => outcomes.shift()!;
    const { at, ports } = startOnPage({ ports: asks, compose: { resume } });
    for (let presses = 0; presses < 3; presses++) {
      at('send').click();
      await settled();
    }
    expect(ports.conclude.mock.calls).toEqual([
      ['incident', 'unknown'],
      ['incident', 'sent'],
    ]);
  });

  it('is asked for anew when the draft was edited in between', async () => {
    const { at, ports } = startOnPage({ ports: asks, outcome: 'not-sent' });
    at('send').click();
    await settled();
    at<HTMLTextAreaElement>('body').value = 'edited';
    at('send').click();
    await settled();
    expect(ports.ask).toHaveBeenCalledTimes(2);
  });
});

describe('what goes wrong', () => {
  const fails = () => Promise.reject(new Error('gone'));

  it.each<[string, Partial<Ports>, string]>([
    ['the desk cannot judge', { assess: fails }, 'notice_not_checked'],
    [
      'the extension is gone from under the page',
      { assess: () => Promise.reject(new Error('orphaned')) },
      'notice_orphaned',
    ],
    ['the question cannot be shown', { ...asks, ask: fails }, 'notice_not_asked'],
    ['the record fails', { ...asks, record: fails }, 'notice_not_recorded'],
    ['the store is full', { ...asks, record: async () => ({ stored: false, why: 'store' }) }, 'notice_not_recorded'],
    [
      'the background is silent',
      { ...asks, record: async () => ({ stored: false, why: 'silent' }) },
      'notice_not_recorded',
    ],
    [
      'the script was orphaned',
      { ...asks, record: async () => ({ stored: false, why: 'orphaned' }) },
      'notice_orphaned',
    ],
  ])('holds the draft and says so when %s', async (_, ports, notice) => {
    const page = startOnPage({ ports });
    page.at('send').click();
    await settled();
    expect(page.left).not.toHaveBeenCalled();
    expect(page.ports.notice).toHaveBeenCalledExactlyOnceWith(notice);
  });

  it.each<['silent' | 'store' | 'orphaned', readonly ('silent' | 'store' | 'orphaned')[], boolean]>([
    ['store', ['store'], true],
    ['store', ['silent', 'orphaned'], false],
    ['silent', ['silent'], true],
    ['orphaned', ['orphaned'], true],
  ])('unrecorded because of %s, with %j released by policy: goes %s', async (why, mayGoUnrecorded, goes) => {
    const lenient = { ...block, mayGoUnrecorded };
    const ports = { ...asks, assess: async () => lenient, record: async () => ({ stored: false as const, why }) };
    const page = startOnPage({ ports });
    page.at('send').click();
    await settled();
    expect(page.left).toHaveBeenCalledTimes(goes ? 1 : 0);
    const said = why === 'orphaned' ? 'notice_orphaned' : 'notice_not_recorded';
    expect(page.ports.notice).toHaveBeenCalledExactlyOnceWith(goes ? 'notice_released_unrecorded' : said);
  });

  it('says nothing when the person cancelled the check', async () => {
    const { at, left, ports } = startOnPage({
      ports: { assess: () => Promise.reject(new DOMException('cancelled', 'AbortError')) },
    });
    at('send').click();
    await settled();
    expect(left).not.toHaveBeenCalled();
    expect(ports.notice).not.toHaveBeenCalled();
  });

  it('gives up on a draft that keeps changing', async () => {
    let round = 0;
    const read = () => ({
      to: [],
      cc: [],
      bcc: [],
      subject: String(round++),
      body: '',
      isHtml: false,
      attachments: [],
    });
    const { at, left, ports } = startOnPage({ compose: { read } });
    at('send').click();
    await settled();
    expect(left).not.toHaveBeenCalled();
    expect(ports.notice).toHaveBeenCalledExactlyOnceWith('notice_draft_changing');
  });

  it('lets nothing go when the compose window is gone by then', async () => {
    const judged = Promise.withResolvers<Ruling>();
    const { at, left, ports } = startOnPage({ ports: { assess: () => judged.promise } });
    const send = at('send');
    send.click();
    await settled();
    at('compose').remove();
    judged.resolve(allow);
    await settled();
    expect(left).not.toHaveBeenCalled();
    expect(ports.notice).toHaveBeenCalledExactlyOnceWith('notice_press_again');
  });

  it('holds again after a failure: a second press is a new try', async () => {
    let tries = 0;
    const { at, left } = startOnPage({ ports: { assess: async () => (tries++ === 0 ? fails() : allow) } });
    at('send').click();
    await settled();
    at('send').click();
    await settled();
    expect(left).toHaveBeenCalledOnce();
  });
});

describe('what goes changed', () => {
  const file = new File(['clients'], 'clients.csv');
  const copy = { choice: 'safe-copy' as const, release: true, removeRecipients: [] };
  const files = [{ id: '1', name: 'clients-safe.csv', content: new Blob(['nobody']) }];

  it('goes after its safe copy has taken its place and was judged', async () => {
    const attachments = [{ id: '1', name: file.name, load: async (): Promise<Blob> => file }];
    const judge = async (draft: { files: { name: string }[] }) => (draft.files[0]?.name === file.name ? block : allow);
    const { left, judged, ports, at } = startOnPage({
      attachments,
      ports: { assess: judge, ask: async () => ({ ...copy, files }) },
      compose: {
        replaceFiles: async ({ changes }) => {
          const put = changes.get('1')!;
          attachments[0] = { id: '2', name: put.name, load: async () => put };
          return true;
        },
      },
    });
    at('send').click();
    await settled();
    expect(judged().map(({ files }) => files[0]?.name)).toEqual(['clients.csv', 'clients-safe.csv']);
    expect(judged()[0]).toMatchObject({ changeable: { text: false, files: true } });
    expect(ports.record).toHaveBeenCalledOnce();
    expect(left).toHaveBeenCalledOnce();
  });

  it('stays when the webmail does not let it be replaced', async () => {
    const { left, ports, at } = startOnPage({
      ports: { assess: async () => block, ask: async () => ({ ...copy, files }) },
      compose: { replaceFiles: async () => false },
    });
    at('send').click();
    await vi.waitFor(() => expect(ports.notice).toHaveBeenCalledExactlyOnceWith('notice_not_changed'));
    expect(left).not.toHaveBeenCalled();
  });

  it('has its text replaced and stays, for the person to read', async () => {
    const answer = { choice: 'removed-people' as const, release: false, removeRecipients: [] };
    const text = { subject: 'List', body: 'Hello [name]' };
    const { left, ports, at } = startOnPage({
      ports: { assess: async () => block, ask: async () => ({ ...answer, text }) },
      compose: {
        replaceText({ body }) {
          at<HTMLTextAreaElement>('body').value = body;
          return true;
        },
      },
    });
    at('send').click();
    await settled();
    expect(at<HTMLTextAreaElement>('body').value).toBe('Hello [name]');
    expect(ports.notice).not.toHaveBeenCalled();
    expect(left).not.toHaveBeenCalled();
  });
});
