import { describe, expect, it } from 'vitest';
import { writeCompound } from './compound-writer.ts';
import { type MessageToWrite, writeMessage } from './outlook-writer.ts';
import { everything, fixture, read } from './read.ts';

const message: MessageToWrite = {
  properties: {
    55: 'Übergabe',
    3098: 'Sam Author',
    23809: 'sam.author@firm.example',
    3588: 'Pat Reader',
    4096: 'Body to body.person@example.com',
    4149: '<123@mail.firm.example>',
    32773: 'Named to named.person@example.com',
  },
  recipients: [{ 12289: 'Pat Reader', 14846: 'pat.reader@firm.example' }],
};
const readMessage = (one: MessageToWrite) => read(writeMessage(one), 'a.msg');

describe('Outlook messages', () => {
  it('reads headers, recipients, body and properties of other programs', async () => {
    const part = await readMessage(message);
    expect(part).toMatchObject({ name: 'a.msg', type: 'msg' });
    expect(part.unreadable).toBeUndefined();
    expect(part.text).toBe(
      'From: Sam Author <sam.author@firm.example>\nTo: Pat Reader <pat.reader@firm.example>\nSubject: Übergabe\n\nBody to body.person@example.com\n\nNamed to named.person@example.com',
    );
  });

  it('reads texts in the code page of the message', async () => {
    const { text } = await readMessage({ ...message, codePage: 1252 });
    expect(text).toContain('Subject: Übergabe');
  });

  it.each([
    [20866, 'Ïðèâåò', 'Привет'],
    [50220, '\u0093ú\u0096{', '日本'],
  ])(
    'reads texts in the page Windows keeps them in where only the one for sending is told: %i',
    async (internetPage, written, meant) => {
      const { text } = await readMessage({ properties: { 55: written }, internetPage });
      expect(text).toContain(`Subject: ${meant}`);
    },
  );

  it('reads an HTML body with its tables', async () => {
    const html = '<p>See</p><table><tr><td>Jane Doe</td><td>jane@example.com</td></tr></table>';
    const { text } = await readMessage({ properties: { 4115: new TextEncoder().encode(html) } });
    expect(text).toContain('Jane Doe\tjane@example.com');
  });

  it('reads an RTF body, packed or not, and HTML inside it', async () => {
    const wrap = (rtf: string) => {
      const bytes = new TextEncoder().encode(rtf);
      const view = new DataView(new ArrayBuffer(16 + bytes.length));
      view.setUint32(0, bytes.length + 12, true);
      view.setUint32(4, bytes.length, true);
      view.setUint32(8, 0x414c454d, true);
      new Uint8Array(view.buffer).set(bytes, 16);
      return new Uint8Array(view.buffer);
    };
    const bodyOf = async (rtf: Uint8Array) => (await readMessage({ properties: { 4105: rtf } })).text;
    expect(await bodyOf(wrap("{\\rtf1\\ansi Jane {\\b Doe}\\par M\\'fcller}"))).toContain('Jane Doe\nMüller');
    const html =
      '{\\rtf1\\ansi\\fromhtml1{\\*\\htmltag64 <table><tr><td>}Jane{\\*\\htmltag64 </td><td>}\\htmlrtf {\\htmlrtf0 jane@example.com\\htmlrtf }\\htmlrtf0{\\*\\htmltag64 </td></tr></table>}}';
    expect(await bodyOf(wrap(html))).toContain('Jane\tjane@example.com');
    // The example of the specification, MS-OXRTFCP 4.1.1.
    const packed = '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0';
    expect(await bodyOf(new Uint8Array(Buffer.from(packed, 'hex')))).toContain('hello world');
  });

  it('reads attached files and attached messages', async () => {
    const part = await readMessage({
      ...message,
      attachments: [
        { properties: { 14087: 'clients.csv', 14081: fixture('clients-957.csv') } },
        { properties: { 12289: 'Forwarded' }, message },
      ],
    });
    expect(part.children!.map(({ name, type }) => [name, type])).toEqual([
      ['clients.csv', 'csv'],
      ['Forwarded', 'msg'],
    ]);
    expect(part.children![1]!.text).toContain('body.person@example.com');
  });

  it('stops at the depth allowed', async () => {
    let nested = message;
    for (let depth = 0; depth < 6; depth++)
      nested = { properties: {}, attachments: [{ properties: { 12289: 'in' }, message: nested }] };
    const part = await readMessage(nested);
    expect(part.unreadable).toBe('too-deep');
    expect(everything(part)).not.toContain('body.person');
  });

  it('lists the recipients of a message to many', async () => {
    const recipients = Array.from({ length: 30 }, (_, index) => ({
      12289: `Person ${index}`,
      14846: `person.${index}@example.com`,
    }));
    expect((await readMessage({ ...message, recipients })).tables?.[0]?.rows).toHaveLength(31);
  });

  it('says that other compound files are unknown, and a sealed one encrypted', async () => {
    expect(await read(writeCompound({ Contents: new Uint8Array(9) }))).toMatchObject({
      type: 'ole',
      unreadable: 'unknown-format',
    });
    expect(await read(writeCompound({ EncryptedPackage: new Uint8Array(9) }))).toMatchObject({
      type: 'ooxml',
      unreadable: 'encrypted',
    });
  });
});
