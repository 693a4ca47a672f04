import { describe, expect, it } from 'vitest';
import { everything, fixture, read, readFixture } from './read.ts';

const head = 'From: Sam <sam@firm.example>\r\nTo: Pat <pat@firm.example>\r\nMIME-Version: 1.0\r\n';

describe('saved mails', () => {
  it('reads the body of both tellings, and tables in it', async () => {
    const { text, unreadable } = await readFixture('clients-957.eml');
    expect(unreadable).toBeUndefined();
    expect(text).toContain('Subject: Übergabe der Liste');
    expect(text).toContain('in the other telling');
    expect(text!.match(/^\d{6}\t/gm)).toHaveLength(957);
  });

  it('reads attachments and attached mails', async () => {
    const part = await readFixture('nested.eml');
    expect(part.children!.map(({ name, type }) => [name, type])).toEqual([
      ['message/rfc822', 'eml'],
      ['a.bin', 'xlsx'],
      ['picture.png', 'png'],
    ]);
    expect(part.children![0]!.children![0]!.name).toBe('liste für alle.csv');
    const all = everything(part);
    for (const who of ['body', 'inner', 'comment']) expect(all).toContain(`${who}.person@example.com`);
    expect(part.unreadable).toBe('media');
  });

  it('reads the charset a body declares', async () => {
    expect((await readFixture('japanese.eml')).text).toContain('田中様');
    const koi8 = Buffer.concat([
      Buffer.from(`${head}Content-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`),
      Buffer.from([0xe9, 0xd7, 0xc1, 0xce]),
    ]);
    expect((await read(new Uint8Array(koi8))).text).toContain('Иван');
  });

  it('does not take identifiers of servers for people, and reads what people add', async () => {
    const { text } = await read(
      `${head}Message-ID: <1@mail.example>\r\nReferences: <2@mail.example>\r\nReceived: from a by b for <c@mail.example>\r\nX-Mailer: M\r\nX-Client: Jane Doe, jane@example.com\r\nComments: for joe@example.com\r\n\r\nHello`,
    );
    expect(text).not.toContain('mail.example');
    expect(text).toContain('jane@example.com');
    expect(text).toContain('joe@example.com');
  });

  it('lists the recipients of a mail to many', async () => {
    const to = Array.from({ length: 30 }, (_, index) => `Person ${index} <person.${index}@example.com>`).join(',\r\n ');
    const { tables } = await read(`From: a@firm.example\r\nTo: ${to}\r\nSubject: all\r\n\r\nHello`);
    expect(tables![0]!.rows).toHaveLength(31);
    expect(tables![0]!.rows[1]).toEqual(['Person 0', 'person.0@example.com']);
  });

  it('passes over the small pictures of a signature, not over attached ones', async () => {
    const picture = Buffer.from(fixture('picture.png')).toString('base64');
    const mail = (disposition: string) =>
      `${head}Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<img src="cid:1">\r\n--x\r\nContent-Type: image/png\r\nContent-Disposition: ${disposition}\r\nContent-Transfer-Encoding: base64\r\n\r\n${picture}\r\n--x--`;
    expect((await read(mail('inline'))).unreadable).toBeUndefined();
    expect((await read(mail('attachment'))).unreadable).toBe('media');
  });

  it.each(['Dear all:\n\nreceived: yes', 'Name: Jane\nEmail: jane@example.com', 'To: do\nFrom: now on'])(
    'leaves text alone: %j',
    async (content) => {
      expect((await read(content)).type).toBe('text');
    },
  );

  it('stops at parts nested too deep', async () => {
    let body = 'Jane';
    for (let depth = 0; depth < 100; depth++)
      body = `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n${body}\r\n--b${depth}--\r\n`;
    expect((await read(`${head}${body}`)).unreadable).toBe('too-deep');
  });
});
