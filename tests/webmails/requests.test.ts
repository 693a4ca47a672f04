// What a request does, by product. Shapes as in webmails/requests/requests.ts; all values are made up.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestBody } from '@/webmails/requests/body.ts';
import { contentOf, newWords, shareOf } from '@/webmails/requests/content.ts';
import type { RequestKind } from '@/webmails/requests/requests.ts';
import { expectGrowth } from '../growth.ts';
import { requestIn } from './all-requests.ts';

type Row = [
  why: string,
  webmail: string,
  kind: RequestKind,
  url: string,
  body?: RequestBody | undefined,
  method?: string,
];

const json = (value: unknown) => JSON.stringify(value);
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const gmail = 'https://mail.google.com/sync/u/0/i/s?hl=en&c=7';
const gmailBody = (labels: string[], text = 'Hello') =>
  json([[1, ['thread-a:r1', ['msg-a:r1', [[1, 'kim@client.test', 'Kim']], [], [], 'Subject', [text], labels]]]]);
const owa = (action: string) => `https://outlook.office.com/owa/0/service.svc?action=${action}&app=Mail`;
const owaBody = (MessageDisposition: string) =>
  json({
    Body: { MessageDisposition, Items: [{ ToRecipients: [{ EmailAddress: 'kim@client.test' }], Subject: 'Hi' }] },
  });
const proton = 'https://mail.proton.me/api/mail/v4/';
const protonId = 'lKGfDeksZ0iTyV9pCYYXPuTvvYZmBjtLhgLrPGBZ5yhh1h0E5ZgLpZ5n7v4a8VWtAwAuUgkY==';
const roundcube = 'http://webmail.firm.test/mail/?_task=mail&_unlock=loading1&_framed=1';
const sogo = 'https://groupware.firm.test/SOGo/so/alice/Mail/0/folderDrafts/newDraft1732-1/';
const snappy = 'https://mail.firm.test/?/Json/&q[]=/0/';
const horde = 'https://horde.firm.test/services/ajax.php/imp/';
const zimbra = 'https://zimbra.firm.test/service/soap/';
const nextcloud = 'https://cloud.firm.test/index.php/apps/mail/api/';

const rows: Row[] = [
  ['a message that goes', 'gmail', 'send', gmail, gmailBody(['^all', '^pfg', '^f_btns', '^f'])],
  ['a draft', 'gmail', 'draft', gmail, gmailBody(['^all', '^r', '^r_bt'])],
  ['what cannot be read', 'gmail', 'send', gmail],
  ['nothing', 'gmail', 'other', gmail, ''],
  ['a draft about labels', 'gmail', 'draft', gmail, gmailBody(['^all', '^r'], 'the label "^pfg" means sent')],
  ['labels of a thread', 'gmail', 'other', gmail, json([['thread-a:r1', ['^i', '^u']]])],
  ['a draft beside a message', 'gmail', 'send', gmail, `[${gmailBody(['^r'])},${gmailBody(['^pfg'])}]`],
  [
    'the basic view',
    'gmail',
    'send',
    'https://mail.google.com/mail/u/0/h/x/?&v=b&fv=b',
    form({ to: 'a@b.test', nvp_bu_send: 'Send' }),
  ],
  ['an attachment', 'gmail', 'upload', 'https://mail.google.com/mail/u/0/?ui=2&view=trup', 'bytes'],
  ['a large attachment', 'gmail', 'upload', 'https://mail.google.com/upload/drive/resumable?authuser=0', '{}'],
  ['another host', 'none', 'other', 'https://sync.example/sync/u/0/i/s', gmailBody(['^pfg'])],

  ['a new message', 'outlook', 'send', owa('CreateItem'), owaBody('SendAndSaveCopy')],
  ['a saved draft that goes', 'outlook', 'send', owa('UpdateItem'), owaBody('SendAndSaveCopy')],
  ['a draft', 'outlook', 'draft', owa('CreateItem'), owaBody('SaveOnly')],
  ['a draft saved again', 'outlook', 'draft', owa('UpdateItem'), owaBody('SaveOnly')],
  ['an item marked as read', 'outlook', 'other', owa('UpdateItem'), json({ Body: { ItemChanges: [] } })],
  [
    'a meeting with guests',
    'outlook',
    'send',
    owa('CreateItem'),
    json({ Body: { SendMeetingInvitations: 'SendToAllAndSaveCopy' } }),
  ],
  ['a file', 'outlook', 'upload', owa('CreateAttachmentFromLocalFile'), '{}'],
  [
    'GraphQL',
    'outlook',
    'send',
    'https://outlook.live.com/outlookgatewayb2/graphql',
    json({ operationName: 'SendMessage', variables: {} }),
  ],
  [
    'GraphQL that reads',
    'outlook',
    'other',
    'https://outlook.live.com/outlookgatewayb2/graphql',
    json({ operationName: 'ConversationList' }),
  ],
  [
    'behind a proxy',
    'outlook',
    'send',
    'https://outlook.office.com.mcas.ms/owa/service.svc?action=CreateItem',
    owaBody('SendOnly'),
  ],

  ['by the address', 'yahoo', 'send', 'https://mail.yahoo.com/ws/v3/batch?name=messages.saveAndSend&hash=1', '--x'],
  ['a draft', 'yahoo', 'draft', 'https://mail.aol.com/ws/v3/batch?name=messages.save&hash=1', '--x'],
  ['a mailbox', 'yahoo', 'send', 'https://apis.mail.yahoo.com/ws/v3/mailboxes/@.id==1/messages/@.id==2/send', '{}'],
  ['a search', 'yahoo', 'other', 'https://mail.yahoo.com/ws/v3/batch?name=messages.search', '--x'],

  ['a message', 'proton', 'send', `${proton}messages/${protonId}?Source=composer`, [['Packages', undefined]]],
  ['a new draft', 'proton', 'draft', `${proton}messages`, '{"Message":{}}'],
  ['a draft again', 'proton', 'draft', `${proton}messages/${protonId}`, '{"Message":{}}', 'PUT'],
  ['messages marked as read', 'proton', 'other', `${proton}messages/read`, '{"IDs":[]}', 'PUT'],
  ['undo', 'proton', 'other', `${proton}messages/${protonId}/cancel_send`, '{}'],
  ['to somebody outside', 'proton', 'send', `${proton}messages/send/direct`, '{}'],
  ['a file', 'proton', 'upload', `${proton}attachments`, [['DataPacket', undefined]]],
  ['a list', 'proton', 'other', `${proton}messages?Page=0`, undefined, 'GET'],

  ['a message', 'zoho', 'send', 'https://mail.zoho.eu/zm/send.do', form({ to: 'a@b.test', sendImm: 'true' })],
  ['a draft', 'zoho', 'draft', 'https://mail.zoho.com/zm/send.do', form({ to: 'a@b.test', sendImm: 'false' })],

  [
    'a message',
    'fastmail',
    'send',
    'https://app.fastmail.com/jmap/api/?u=1',
    json({ methodCalls: [['EmailSubmission/set', { create: { k1: {} } }, '0']] }),
  ],
  [
    'a draft',
    'fastmail',
    'draft',
    'https://app.fastmail.com/jmap/api/',
    json({ methodCalls: [['Email/set', { create: { k1: {} } }, '0']] }),
  ],
  [
    'a flag',
    'fastmail',
    'other',
    'https://app.fastmail.com/jmap/api/',
    json({ methodCalls: [['Email/set', { update: { m1: {} } }, '0']] }),
  ],
  [
    'a text about methods',
    'fastmail',
    'draft',
    'https://jmap.firm.test/jmap/api',
    json({ methodCalls: [['Email/set', { create: { k: { body: 'EmailSubmission/set' } } }, '0']] }),
  ],
  [
    'a draft, elsewhere',
    'fastmail',
    'draft',
    'https://mail.firm.test/jmap/',
    json({ methodCalls: [['Email/set', { create: { k1: {} } }, '0']] }),
  ],
  ['a file', 'fastmail', 'upload', 'https://www.fastmail.com/jmap/upload/u1/', 'bytes'],

  [
    'a message',
    'icloud',
    'send',
    'https://p42-mccgateway.icloud.com/mailws2/v1/draft/send',
    json({ messageGuid: '1' }),
  ],
  ['a draft', 'icloud', 'draft', 'https://p42-mccgateway.icloud.com/mailws2/v1/message/savedraft', '{}'],
  ['a draft of before', 'icloud', 'draft', 'https://p42-mailws.icloud.com/wm/message', json({ method: 'saveDraft' })],
  ['a list', 'icloud', 'other', 'https://p42-mailws.icloud.com/wm/message', json({ method: 'list' })],

  ['a file', 'icloud', 'upload', 'https://www.icloud.com.cn/mailws2/v1/attachment/upload', 'bytes'],

  ['a message', 'gmx', 'send', 'https://3c.gmx.net/mail/client/mail/compose?action=send', 'x=1'],
  ['a message', 'gmx', 'send', 'https://3c-lxa.mail.com/mail/client/send', '{}'],
  ['a draft', 'gmx', 'draft', 'https://3c-bap.web.de/mail/client/draft', '{}'],
  ['a file', 'gmx', 'upload', 'https://3c-bap.gmx.net/mail/client/attachment', 'bytes'],
  ['a folder', 'gmx', 'other', 'https://3c.gmx.net/mail/client/folder?action=send', 'x=1'],

  ['a message', 'roundcube', 'send', roundcube, form({ _action: 'send', _to: 'a@b.test', _message: 'Hi' })],
  [
    'a message whose first field is named as the parts of another form begin',
    'roundcube',
    'send',
    roundcube,
    form({ '--b': '', _action: 'send', _to: 'a@b.test', _message: 'Hi' }),
  ],
  [
    'a message, as multipart',
    'roundcube',
    'send',
    roundcube,
    '--b\r\nContent-Disposition: form-data; name="_action"\r\n\r\nsend\r\n--b--\r\n',
  ],
  ['a draft', 'roundcube', 'draft', roundcube, form({ _action: 'send', _draft: '1', _message: 'Hi' })],
  [
    'a draft that moves to a window of its own',
    'roundcube',
    'draft',
    roundcube,
    form({ _action: 'compose', _to: 'a@b.test' }),
  ],
  ['a message that goes again', 'roundcube', 'send', roundcube, form({ _action: 'bounce', _to: 'a@b.test' })],
  [
    'a file',
    'roundcube',
    'upload',
    'http://webmail.firm.test/?_task=mail&_action=upload&_id=1',
    [['_attachments[]', undefined]],
  ],
  ['a refresh', 'roundcube', 'other', 'http://webmail.firm.test/?_task=mail&_action=refresh', '_folderlist=1'],
  ['a contact', 'roundcube', 'other', 'http://webmail.firm.test/?_task=addressbook&_action=send', ''],

  ['a message', 'sogo', 'send', `${sogo}send`, json({ to: ['a@b.test'], text: 'Hi' })],
  ['a draft', 'sogo', 'draft', `${sogo}save`, json({ to: [], text: 'Hi' })],
  ['a file', 'sogo', 'upload', `${sogo}save`, [['attachments', undefined]]],
  ['a calendar', 'sogo', 'other', 'https://groupware.firm.test/SOGo/so/alice/Calendar/personal/save', '{}'],

  ['a message', 'snappymail', 'send', snappy, json({ Action: 'SendMessage', to: 'a@b.test' })],
  ['a draft', 'snappymail', 'draft', snappy, json({ Action: 'SaveMessage', subject: 'SendMessage' })],
  [
    'a message of RainLoop',
    'snappymail',
    'send',
    'https://mail.firm.test/?/Ajax/&q[]=/0/',
    form({ Action: 'SendMessage' }),
  ],
  ['a file', 'snappymail', 'upload', 'https://mail.firm.test/?/Upload/&q[]=/0/', [['uploader', undefined]]],
  ['a list', 'snappymail', 'other', snappy, json({ Action: 'MessageList' })],

  ['a message', 'horde', 'send', `${horde}sendMessage`, form({ to: 'a@b.test' })],
  ['a draft', 'horde', 'draft', `${horde}autoSaveDraft`, form({ to: 'a@b.test' })],
  ['a file', 'horde', 'upload', `${horde}addAttachment`, [['file_upload', undefined]]],
  [
    'the basic view',
    'horde',
    'send',
    'https://horde.firm.test/imp/basic.php?page=compose',
    form({ actionID: 'send_message' }),
  ],
  ['a view', 'horde', 'other', `${horde}viewPort`, 'view=INBOX'],

  ['a message', 'zimbra', 'send', `${zimbra}SendMsgRequest`, json({ Body: { SendMsgRequest: { m: {} } } })],
  [
    'a batch',
    'zimbra',
    'send',
    `${zimbra}BatchRequest`,
    json({ Body: { BatchRequest: { SendMsgRequest: [{ m: {} }] } } }),
  ],
  [
    'in XML',
    'zimbra',
    'send',
    zimbra,
    '<soap:Envelope><soap:Body><SendMsgRequest xmlns="urn:zimbraMail"/></soap:Body></soap:Envelope>',
  ],
  [
    'a draft',
    'zimbra',
    'draft',
    `${zimbra}SaveDraftRequest`,
    json({ Body: { SaveDraftRequest: { m: { su: 'SendMsgRequest' } } } }),
  ],
  [
    'send later',
    'zimbra',
    'send',
    `${zimbra}SaveDraftRequest`,
    json({ Body: { SaveDraftRequest: { m: { autoSendTime: 1_800_000_000 } } } }),
  ],
  ['a file', 'zimbra', 'upload', 'https://zimbra.firm.test/service/upload?fmt=extended', 'bytes'],
  ['a search', 'zimbra', 'other', `${zimbra}SearchRequest`, '{}'],

  ['what goes', 'nextcloud', 'send', `${nextcloud}outbox/12`, ''],
  ['what goes later', 'nextcloud', 'send', `${nextcloud}outbox`, json({ body: 'Hi', sendAt: 1 })],
  ['a draft', 'nextcloud', 'draft', `${nextcloud}drafts/4`, json({ body: 'Hi' }), 'PUT'],
  ['a file', 'nextcloud', 'upload', `${nextcloud}attachments`, [['attachment', undefined]]],
  ['a message moved', 'nextcloud', 'other', `${nextcloud}messages/12/move`, '{}'],

  [
    'a message',
    'cypht',
    'send',
    'https://cypht.firm.test/?page=compose',
    form({ smtp_send: '1', compose_to: 'a@b.test' }),
  ],
  ['a draft', 'cypht', 'draft', 'https://cypht.firm.test/', form({ hm_ajax_hook: 'ajax_smtp_save_draft' })],
  [
    'a message for later',
    'cypht',
    'send',
    'https://cypht.firm.test/',
    form({ hm_ajax_hook: 'ajax_smtp_save_draft', schedule: 'tomorrow' }),
  ],
  [
    'a piece of a file',
    'cypht',
    'upload',
    'https://cypht.firm.test/?page=compose&hm_ajax_hook=ajax_upload_chunk',
    [['file', undefined]],
  ],

  ['a newsletter', 'none', 'other', 'https://shop.example/api/send', json({ to: 'a@b.test' })],
  ['no address', 'none', 'other', 'about:blank', ''],
];

describe('a request', () => {
  it.each(rows)('%s, %s: %s', (_, webmail, kind, url, body, method = 'POST') => {
    const found = requestIn({ method, url, body });
    expect(found.kind).toBe(kind);
    if (kind !== 'other') expect(found.webmail).toBe(webmail);
  });

  it('of any kind takes time in proportion to its length, and none throws', () => {
    const urls = rows.map(([, , , url]) => url);
    const bodies = fc.oneof(
      fc.string(),
      fc.json(),
      fc.webQueryParameters(),
      fc.array(fc.tuple(fc.string(), fc.option(fc.string(), { nil: undefined }))),
    );
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...urls), fc.webUrl(), fc.string()), bodies, (url, body) => {
        requestIn({ method: 'POST', url, body });
        contentOf(body);
      }),
    );
    // What was read last is not read again.
    let turn = 0;
    for (const unit of ['[', '{"a":', '<a', '--x\r\n', 'a=', '@', 'a@', '&#', '"^pfg",', '%', ', ', '<', '\\"']) {
      const read = (length: number) => {
        const text = unit.repeat(length / unit.length) + turn++;
        for (const body of [text, `["${text}"]`, `a=${text}`]) {
          requestIn({ method: 'POST', url: gmail, body });
          contentOf(body);
        }
      };
      expectGrowth(read, { small: 100_000, large: 1_000_000 }, unit);
    }
  });
});

describe('the message in a request', () => {
  it('is every text and every recipient, wherever they stand', () => {
    expect(contentOf(gmailBody(['^pfg'], '<div>Dear Kim</div>'))).toMatchObject({
      to: ['kim@client.test'],
      isHtml: true,
    });
    const { to, body } = contentOf(
      form({ _to: 'Kim <kim@client.test>, lee@client.test', _from: '3', _message: 'Dear both' }),
    );
    expect(to).toEqual(['Kim <kim@client.test>', 'lee@client.test']);
    expect(body).toContain('Dear both');
  });

  it('is read where its fields are parted by semicolons, as forms once were', () => {
    const { to, body } = contentOf('Action=Email;To=kim%40client.test;Body=See%20you%3B%20Kim;;Token=1;');
    expect({ to, body }).toMatchObject({ to: ['kim@client.test'], body: expect.stringContaining('See you; Kim') });
    expect(contentOf('Body=See you; To=kim@client.test').to).toEqual([]);
  });

  it('is read in JSON within a form too', () => {
    const batch = json({ requests: [{ payload: { to: [{ email: 'kim@client.test' }], html: 'Dear Kim' } }] });
    expect(contentOf([['batchJson', batch]])).toMatchObject({ to: ['kim@client.test'] });
  });

  it('counts the sender as nobody it goes to, and a list in the text as no recipients', () => {
    expect(contentOf(json({ from: 'me@firm.test', text: 'a@b.test and c@d.test' })).to).toEqual([]);
  });

  it('is told from what was judged by its words', () => {
    const judged = ['Dear <b>Kim</b>,', 'see you on Monday'];
    const isKnown = form({ m: '<p>Dear Kim, see you</p><p>on&nbsp;Monday</p>' });
    expect([...newWords(contentOf(isKnown), judged, 0)]).toEqual([['p', 1]]);
    const hasFour = contentOf(form({ m: 'Dear Kim, Keziah Brandt 07700 900123' }));
    expect([3, 4].map((most) => newWords(hasFour, judged, most).size > most)).toEqual([true, false]);
    const long = 'see you on Monday at the usual place '.repeat(9);
    expect([...newWords(contentOf(form({ m: `<p>${long}</p><p>${long}</p>` })), [long], 0)]).toEqual([['p', 1]]);
    const more = contentOf(form({ m: `<p>${long}</p><p>Keziah ${long}</p>` }));
    expect([...newWords(more, [`<p>${long}</p>`], 9).keys()]).toEqual(['keziah']);
    expect(shareOf('see you on Monday', contentOf(json({ a: 'See you on Monday!' })))).toBe(1);
    expect(shareOf('meet Kim there on Monday', contentOf(json({ q: 'Monday' })))).toBeLessThan(0.5);
    const rows = Array.from({ length: 900 }, (_, row) => `Client${row}`);
    const part = (count: number) => shareOf(rows.join('\n'), contentOf(json({ rows: rows.slice(0, count) })));
    expect([part(900), part(850) > 0.8, part(450) < 0.8]).toEqual([1, true, true]);
  });

  const people = Array.from({ length: 100 }, (_, row) => `Person${row} Client${row} person${row}@client.test`);
  const list = people.join('\n');
  it.each([
    ['as it is', list],
    ['in tags', people.map((row) => `<b ${row}>`).join('')],
    ['in attributes', people.map((row) => `<b title="${row}">x</b>`).join('')],
    ['as references to characters', [...list].map((one) => `&#${one.codePointAt(0)};`).join('')],
    ['in hexadecimal', Buffer.from(list).toString('hex')],
    ['in base64', Buffer.from(list).toString('base64')],
  ])('is not what was judged where a list stands in it %s', (_, text) => {
    const judged = ['Dear Kim', 'see you on Monday'];
    const words = newWords(contentOf(form({ m: `<p>Dear Kim, see you on Monday</p>${text}` })), judged, 40);
    expect([...words.values()].reduce((sum, one) => sum + one, 0)).toBeGreaterThan(40);
  });

  it('is what was judged with what products put around it', () => {
    const wrapped = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><style type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style></head><body dir="ltr"><div class="elementToProof" style="font-family: Aptos, Arial, sans-serif; font-size: 12pt; color: rgb(0, 0, 0);">Dear Kim, see you on Monday</div></body></html>`;
    const words = newWords(contentOf(json({ Body: { Value: wrapped } })), ['Dear Kim', 'see you on Monday'], 40);
    expect([...words.values()].reduce((sum, one) => sum + one, 0)).toBeLessThan(40);
  });
});
