import { describe, expect, it } from 'vitest';
import { clientRows, fewClients, header } from './client-rows.ts';
import { fixture, read, readFixture } from './read.ts';

const few = [header, ...clientRows(fewClients())];
const field = (value: string) => (/[",]/.test(value) ? `"${value}"` : value);
const fewAsCsv = few.map((row) => row.map(field).join(',')).join('\r\n');

describe('plain text', () => {
  it.each([
    ['UTF-8', 'utf-8', 'Zoë Müller'],
    ['UTF-8 with a mark', 'mark', 'Zoë Müller'],
    ['windows-1252', 'latin1', 'Zoë Müller'],
  ])('reads %s', async (_, charset, content) => {
    const bytes =
      charset === 'mark' ? Buffer.from(`\ufeff${content}`) : Buffer.from(content, charset as BufferEncoding);
    expect(await read(new Uint8Array(bytes))).toEqual({ name: 'file', type: 'text', text: content });
  });

  it.each(['utf-16.csv', 'utf-16-no-mark.csv'])('reads %s', async (name) => {
    expect(await readFixture(name)).toEqual({ name, type: 'csv', text: fewAsCsv });
  });

  it('reads UTF-16, high byte first, and UTF-32 by their marks', async () => {
    const wide = (width: number, littleEndian: boolean) =>
      new Uint8Array(
        Array.from('\ufeffJane Doe').flatMap((letter) => {
          const bytes = [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8, 0, 0].slice(0, width);
          return littleEndian ? bytes : bytes.reverse();
        }),
      );
    for (const bytes of [wide(2, false), wide(2, true), wide(4, true)])
      expect((await read(bytes)).text).toBe('Jane Doe');
  });

  it("reads a spreadsheet program's windows-1252", async () => {
    const { text, type } = await readFixture('windows-1252.csv');
    expect(type).toBe('csv');
    expect(text!.match(/Café /g)).toHaveLength(40);
    expect(text).toContain('£');
  });

  it.each([
    ['clients.csv', 'a,b\n1,2', 'csv'],
    ['clients.csv', 'a;b', 'csv'],
    ['clients.csv', 'no delimiter', 'text'],
    ['clients.tsv', 'a\tb', 'tsv'],
    ['clients.txt', 'a,b', 'text'],
    ['clients.xlsx', 'a,b', 'text'],
  ])('takes the name as a hint only: %s with %j', async (name, content, type) => {
    expect((await read(content, name)).type).toBe(type);
  });

  it('says that bytes are no text', async () => {
    const noise = Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7 + index ** 2) % 256);
    expect(await read(noise, 'notes.txt')).toEqual({
      name: 'notes.txt',
      type: 'unknown',
      unreadable: 'unknown-format',
    });
  });

  it('reads a text up to the bytes hidden behind it, and says so', async () => {
    const text = 'jane@example.com\n'.repeat(70_000);
    const part = await read(new Uint8Array(Buffer.concat([Buffer.from(text), fixture('clients-957.zip')])));
    expect(part.unreadable).toBe('unknown-format');
    expect(part.text).toContain('jane@example.com');
  });
});
