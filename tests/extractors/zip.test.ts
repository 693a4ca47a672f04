import { describe, expect, it } from 'vitest';
import { deflatedZeros, joined, writeArchive } from './archive-writer.ts';
import { everything, fixture, read, readFixture } from './read.ts';

const text = (name: string, content = 'Jane Doe') => ({ name, content });

describe('archives', () => {
  it('reads every file inside', async () => {
    const part = await readFixture('clients-957.zip');
    expect(part.children!.map(({ name, type }) => [name, type])).toEqual([
      ['clients-957.csv', 'csv'],
      ['story.docx', 'docx'],
    ]);
    expect(part.children![0]!.text).toBe(new TextDecoder().decode(fixture('clients-957.csv')));
    expect(part.unreadable).toBeUndefined();
  });

  it('reads archives in archives, and says what it could not read', async () => {
    const part = await readFixture('nested.zip');
    expect(part.unreadable).toBe('media');
    expect(everything(part)).toContain('comment.person@example.com');
  });

  it('says that files under a password are encrypted', async () => {
    expect(await readFixture('encrypted.zip')).toMatchObject({
      type: 'zip',
      unreadable: 'encrypted',
      children: [{ name: 'story.docx', unreadable: 'encrypted' }],
    });
  });

  it('says so of a ZIP that 7-Zip encrypted', async () => {
    expect(await readFixture('aes.zip')).toMatchObject({
      type: 'zip',
      unreadable: 'encrypted',
      children: [{ name: 'clients-957.csv', unreadable: 'encrypted' }],
    });
  });

  it('stops at the depth allowed', async () => {
    let content = writeArchive([text('a.txt')]);
    for (let depth = 0; depth < 6; depth++) content = writeArchive([{ name: `${depth}.zip`, content }]);
    const part = await read(content);
    expect(part.unreadable).toBe('too-deep');
    expect(everything(part)).not.toContain('Jane');
    expect(everything(await read(content, 'a.zip', { depth: 7 }))).toContain('Jane');
  });

  it('stops at the number of entries allowed, all archives together', async () => {
    const many = writeArchive(Array.from({ length: 30 }, (_, index) => text(`${index}.txt`)));
    expect((await read(many, 'a.zip', { entries: 29 })).unreadable).toBe('too-large');
    const two = writeArchive([
      { name: '1.zip', content: many },
      { name: '2.zip', content: many },
    ]);
    expect(await read(two, 'a.zip', { entries: 50 })).toMatchObject({
      unreadable: 'too-large',
      children: [{ type: 'zip' }, { unreadable: 'too-large' }],
    });
  });

  it('stops a bomb by counting what comes out, whatever the directory promises', async () => {
    const content = await deflatedZeros(128);
    expect(content.length).toBeLessThan(200_000);
    for (const inflatesTo of [128 << 20, 100]) {
      const part = await read(writeArchive([{ name: 'zeros.txt', content, inflatesTo }]), 'a.zip', { bytes: 16 << 20 });
      expect(part.children).toEqual([{ name: 'zeros.txt', type: 'unknown', unreadable: 'too-large' }]);
    }
  }, 30_000);

  it('stops at the deadline and keeps what it has', async () => {
    const part = await read(fixture('clients-957.zip'), 'a.zip', { deadline: Date.now() - 1 });
    expect(part.unreadable).toBe('time-out');
  });

  it.each([
    [
      'a size that is not kept',
      [{ name: 'a.txt', content: new Uint8Array([0x4b, 0x4c, 0x04, 0x00]), inflatesTo: 9 }],
      'broken',
    ],
    ['bytes that do not inflate', [{ name: 'a.txt', content: new Uint8Array(99).fill(255), inflatesTo: 99 }], 'broken'],
    ['a file without bytes', [text('a.txt', '')], undefined],
  ])('says so of %s', async (_, entries, unreadable) => {
    expect((await read(writeArchive(entries))).unreadable).toBe(unreadable);
  });

  it('says that an archive without files is empty, and one without a directory broken', async () => {
    expect(await read(writeArchive([]))).toMatchObject({ type: 'zip', unreadable: 'empty' });
    expect(await read('PK\x03\x04 jane@example.com')).toMatchObject({ type: 'zip', unreadable: 'broken' });
  });

  it('notices bytes that belong to no entry', async () => {
    const hidden = new TextEncoder().encode('jane@example.com\n'.repeat(500));
    const archive = writeArchive([text('a.txt')]);
    expect((await read(joined([archive, hidden]))).unreadable).toBe('unknown-format');
  });

  it('passes over the records Macintosh programs add', async () => {
    const fork = { name: '__MACOSX/._a.txt', content: new Uint8Array([0, 5, 0x16, 7, 0, 2, 0, 0]) };
    const part = await read(writeArchive([text('a.txt'), fork]));
    expect(part.children!.map((child) => child.name)).toEqual(['a.txt']);
    expect(part.unreadable).toBeUndefined();
  });
});
