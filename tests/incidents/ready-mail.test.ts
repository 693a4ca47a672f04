import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailtoOf, readReadyMail, readyMail, recordsIn } from '../../incidents/ready-mail.ts';
import { amendmentEntry, anyEntries, envelopesOf, incidentEntry, reportEntry, t } from './entries.ts';

const two = await envelopesOf([incidentEntry(1), reportEntry(2)]);

/** What mail programs do to a text on its way. */
const journeys: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  'with Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  quoted: (text) => text.replaceAll(/^/gm, '> '),
  'quoted twice': (text) => text.replaceAll(/^/gm, '>> '),
  'quoted as in old programs': (text) => text.replaceAll(/^/gm, '| '),
  indented: (text) => text.replaceAll(/^/gm, '      '),
  'wrapped at 76': (text) => text.replaceAll(/(.{76})(?=.)/g, '$1\n'),
  'quoted, then wrapped at 76': (text) => text.replaceAll(/^/gm, '>>>>>>>>>>>>>> ').replaceAll(/(.{76})(?=.)/g, '$1\n'),
  'quoted-printable': (text) => text.replaceAll(/(.{60})(?=.)/g, '$1=\r\n'),
  'format=flowed': (text) => text.replaceAll('\n', ' \n'),
  'with a blank line after each': (text) => text.replaceAll('\n', '\n\n'),
  'with hard blanks': (text) =>
    text
      .replaceAll(' ', '\u00a0')
      .replaceAll('GATEHOUSE\u00a0', 'GATEHOUSE ')
      .replaceAll('BEGIN\u00a0', 'BEGIN ')
      .replaceAll('END\u00a0', 'END '),
  'in one line': (text) => text.replaceAll('\n', ' '),
  'between other mails': (text) => `Hello,\nsee below -- and thanks.\n\n${text}\n-- \nJo`,
};

describe('a ready mail', () => {
  it('says what happened in lines a person reads, without a value', () => {
    const { subject, body } = readyMail(two, t);
    expect(subject).toBe('delivery_mail_subject | 2');
    const [hello, , when, what, kept] = body.split('\n');
    expect(hello).toBe('delivery_mail_hello');
    expect(when).toBe('delivery_mail_when | 2026-11-21 14:04 UTC | john.smith@harbourcare.example');
    expect(what).toBe('delivery_mail_what | 957 | destination_own | gmail.com');
    expect(kept).toBe('delivery_mail_kept | action_block');
    expect(body).toContain('delivery_mail_report | 2026-11-21 15:00 UTC | jo\nSent the wrong attachment to …');
  });

  it.each(Object.entries(journeys))('is read back %s', (_, travel) => {
    expect(recordsIn(travel(readyMail(two, t).body))).toEqual({ entries: two, problems: [], blocks: 1 });
  });

  it('is read back from any entries, quoted and wrapped', async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries(1, 4), fc.constantFrom(...Object.values(journeys)), async (entries, travel) => {
        const envelopes = await envelopesOf(entries);
        expect(readReadyMail(travel(readyMail(envelopes, t).body))).toEqual(envelopes);
      }),
    );
  });

  it('keeps every line short enough not to be wrapped', () => {
    const [, block] = readyMail(two, t).body.split('delivery_mail_block');
    expect(Math.max(...block!.split('\n').map((line) => line.length))).toBeLessThanOrEqual(64);
  });

  it('reads several mails in one text and says which is damaged', () => {
    const [first, second] = two.map((envelope) => readyMail([envelope], t).body) as [string, string];
    const cut = second.slice(0, -60);
    const flipped = first.replace(/(RECORDS-----\n)\w{4}/, '$1!!!!');
    expect(recordsIn(`${first}\n${second}`)).toEqual({ entries: two, problems: [], blocks: 2 });
    expect(recordsIn(`${first}\n${cut}`)).toEqual({
      entries: [two[0]],
      problems: ['Mail 2: its records are damaged or cut short.'],
      blocks: 2,
    });
    expect(recordsIn(`${flipped}\n${second}`)).toEqual({
      entries: [two[1]],
      problems: ['Mail 1: its records are damaged or cut short.'],
      blocks: 2,
    });
  });

  it('finds nothing in other text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readReadyMail(text)).toEqual([]);
      }),
    );
  });

  it('describes twenty and counts the rest, but carries all', async () => {
    const many = await envelopesOf([
      ...Array.from({ length: 25 }, (_, index) => incidentEntry(index + 1)),
      amendmentEntry(26, 1, 'sent'),
    ]);
    const { body } = readyMail(many, t);
    expect(body.match(/delivery_mail_when/g)).toHaveLength(20);
    expect(body).toContain('delivery_mail_more | 5');
    expect(readReadyMail(body)).toEqual(many);
  });
});

describe('its link', () => {
  const decoded = (href: string) => new URLSearchParams(href.slice(href.indexOf('?'))).get('body');

  it('is never longer than a mail program is handed, and says when it had to be cut', async () => {
    for (const size of [1, 2, 5, 40]) {
      const many = await envelopesOf(Array.from({ length: size }, (_, index) => incidentEntry(index + 1)));
      const { href, isWhole } = mailtoOf('privacy@harbourcare.example', many, t);
      expect(href.length).toBeLessThanOrEqual(2000);
      expect(isWhole).toBe(false);
      expect(decoded(href)).toContain('delivery_mail_paste');
      expect(decoded(href)).toContain('delivery_mail_when');
    }
  });

  it('is whole where it fits', async () => {
    const { href, isWhole } = mailtoOf(
      'privacy@harbourcare.example',
      await envelopesOf([amendmentEntry(1, 1, 'sent')]),
      (key) => key,
    );
    expect(isWhole).toBe(true);
    expect(href).toMatch(/^mailto:privacy@harbourcare\.example\?subject=/);
    expect(readReadyMail(decoded(href)!)).toHaveLength(1);
  });

  it('cannot be given more recipients or fields by an address', () => {
    const { href } = mailtoOf('a@b.example?bcc=k@evil.example&body=x', two, t);
    expect([...new URLSearchParams(href.slice(href.indexOf('?'))).keys()]).toEqual(['subject', 'body']);
  });
});
