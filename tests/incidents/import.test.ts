import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toJson } from '../../incidents/export.ts';
import { importEntries } from '../../incidents/import.ts';
import { readyMail } from '../../incidents/ready-mail.ts';
import { anyEntries, envelopesOf, incidentEntry, reportEntry, t } from './entries.ts';

const two = await envelopesOf([incidentEntry(1), reportEntry(2)]);
const [first, second] = two;

const forms: Record<string, string> = {
  'an exported file': toJson(two, 0),
  'an exported file with a byte order mark': `\ufeff${toJson(two, 0)}`,
  'a list': JSON.stringify(two),
  'one record a line': two.map((one) => JSON.stringify(one)).join('\n'),
  'one record a line, Windows, with blanks': `${two.map((one) => JSON.stringify(one)).join('\r\n\r\n')}\r\n`,
  'a mail': readyMail(two, t).body,
  'mails of two people, one quoted': `${readyMail([first!], t).body}\nOn Monday Jo wrote:\n${readyMail([second!], t).body.replaceAll(/^/gm, '> ')}`,
  'the same twice': JSON.stringify([...two, ...two]),
  'the same mail twice': `${readyMail(two, t).body}\n${readyMail(two, t).body}`,
};

describe('importEntries', () => {
  it.each(Object.entries(forms))('reads %s', (_, text) => {
    expect(importEntries(text)).toMatchObject({ entries: two, problems: [] });
  });

  it('reads a single record', () => {
    expect(importEntries(JSON.stringify(first, null, 2))).toMatchObject({ entries: [first], problems: [] });
  });

  it.each([
    ['', 'There is nothing to read.'],
    ['  \n ', 'There is nothing to read.'],
    [
      'Dear Priya, see you tomorrow',
      'There are no Gatehouse records in this text. Copy the whole mail, the block at its end included.',
    ],
    ['{}', 'Record 1: it is no Gatehouse record.'],
    ['[1]', 'Record 1: it is no Gatehouse record.'],
    ['{"gatehouseExport":2,"entries":[]}', 'Record 1: it is no Gatehouse record.'],
    ['{"a":', 'Line 1: it is no Gatehouse record.'],
  ])('says of %j what is wrong', (text, problem) => {
    expect(importEntries(text)).toMatchObject({ entries: [], problems: [problem] });
  });

  it.each([
    ['a saved file, but for what decided nothing there', toJson(two, 0, [second!.id, 'another']), [first!.id]],
    ['no mail', readyMail(two, t).body, []],
    ['no list', JSON.stringify(two), []],
    ['no other file', JSON.stringify({ gatehouseExport: 2, entries: two }), []],
  ])("may be the reader's own: %s", (_, text, own) => {
    expect([...importEntries(text).own]).toEqual(own);
  });

  it('keeps the good beside the bad, and names the bad by its place', () => {
    const lines = [JSON.stringify(first), 'rubbish', JSON.stringify({ ...second, extra: 1 }), JSON.stringify(second)];
    const { entries, problems } = importEntries(lines.join('\n'));
    expect(entries).toEqual(two);
    expect(problems).toEqual([
      'Line 2: it is no Gatehouse record.',
      'Line 3: something is missing, too long or unknown at extra.',
    ]);
  });

  it('keeps the first of two records that share an id and differ, and says so', () => {
    const forged = { ...first, hash: 'f'.repeat(64) };
    const { entries, problems } = importEntries(JSON.stringify([first, forged]));
    expect(entries).toEqual([first]);
    expect(problems).toEqual([`Two records named ${first!.id} differ. The first was kept: ask who sent them.`]);
  });

  it('gives the same however often it is fed its own export', async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries(1, 5), async (entries) => {
        const envelopes = await envelopesOf(entries);
        const once = importEntries(toJson(envelopes, 1));
        expect(once).toMatchObject({ entries: envelopes, problems: [] });
        expect(importEntries(toJson([...once.entries, ...envelopes], 2))).toEqual(once);
      }),
    );
  });

  it('takes any text without an exception and without repeating it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const { entries, problems } = importEntries(`{canary ${text}`);
        expect(entries).toEqual([]);
        expect(problems.length).toBeGreaterThan(0);
        expect(problems.join()).not.toContain('canary');
      }),
    );
  });
});
