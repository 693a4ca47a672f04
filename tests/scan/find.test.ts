import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectorById } from '../../detectors/index.ts';
import { findInText } from '../../scan/find/find.ts';
import { findAll, hostile } from '../detectors/harness.ts';
import { expectGrowth } from '../growth.ts';

/** Text that looks like what detectors look for. */
const pieces = fc.constantFrom(
  'jane@example.com',
  '07700 900123',
  '+44 20 7946 0123',
  'AB 12 34 56 C',
  '943 476 5919',
  '9434765919',
  'SW1A 1AA',
  '4111 1111 1111 1111',
  'GB29 NWBK 6016 1331 9268 19',
  '12-34-56',
  '12345678',
  '03/03/1971',
  '3 March 1971',
  'DOB',
  'NHS no',
  'account',
  'sort code',
  'client no',
  'order',
  'ö',
  '(',
  ')',
  '.',
  ',',
  ':',
  '-',
  '/',
  '+',
  '@',
  ' ',
  '  ',
  '\t',
  '\n',
  '0',
  '1',
  'A',
  'a',
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

describe('findInText', () => {
  it('emits by ascending start, within the text, never two over the same characters', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        findInText(text, 0, text.length, (_, start, end, normal) => {
          if (start < at || end <= start || end > text.length || normal === '')
            throw new Error(`${start}–${end} after ${at}`);
          at = end;
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('sees nothing outside the part it is given', { timeout: 30_000 }, () => {
    const spans = (text: string, from: number, to: number) => {
      const found: string[] = [];
      findInText(text, from, to, (detector, start, end, normal) =>
        found.push(`${detector.id} ${start - from} ${end - from} ${normal}`),
      );
      return found;
    };
    fc.assert(
      fc.property(texts, texts, texts, (before, text, after) => {
        const whole = before + text + after;
        expect(spans(whole, before.length, before.length + text.length)).toEqual(spans(text, 0, text.length));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['NHS 943 476 5919 is no telephone number', ['uk-nhs-number']],
    ['GB29 NWBK 6016 1331 9268 19 is one account, not two', ['iban']],
    ['4111 1111 1111 1111 is no account number', ['payment-card']],
    ['sort code 12-34-56 account 12345678 is no birth date', ['uk-bank-account']],
    ['07700900123@sms.example.com is no telephone number', ['email']],
    ['DOB 03/03/1971, NHS 9434765919, NI AB123456C', ['birth-date', 'uk-nhs-number', 'uk-nino']],
    ['phone: 9434765919', ['phone']],
    ['NHS: 9434765919', ['uk-nhs-number']],
  ])('gives each value one kind: %s', (text, kinds) => {
    expect(findAll(text).map(({ kind }) => kind)).toEqual(kinds);
  });

  it.each(hostile.map((unit) => [unit]))(
    'takes time that grows with the length only, whatever is repeated: %j',
    { timeout: 60_000 },
    (unit) => {
      const read = (length: number) => {
        const text = unit.repeat(length / unit.length);
        findInText(text, 0, text.length, () => {});
      };
      expectGrowth(read, { small: 25_000, large: 200_000 });
    },
  );

  it('finds nobody in a system log', () => {
    const log = [
      '081109 203615 148 INFO dfs.DataNode$PacketResponder: PacketResponder 1 for block blk_38865049064139660 terminating',
      '- 1117838570 2005.06.03 R02-M1-N0-C:J12-U11 2005-06-03-15.42.50.675872 R02-M1-N0-C:J12-U11 RAS KERNEL INFO',
      'Jun 14 15:16:01 combo sshd(pam_unix)[19939]: authentication failure; logname= uid=0 euid=0 rhost=218.188.2.4',
      '20171223-22:15:29:606|Step_LSC|30002312|onStandStepChanged 3579 REPORT : 7024 5015 150454 240',
      'nova-api.log.1.2017-05-16_13:53:08 2017-05-16 00:00:00.008 25746 INFO [req-38101a0b-2096-447d-96ea-a692162415ae] 10.11.10.1',
      '2015-07-29 17:41:44,747 - INFO [QuorumPeer[myid=1]/0:0:0:0:0:0:0:0:2181:FastLeaderElection@774] - 188978561024',
    ].join('\n');
    // Internet addresses are about nobody, and words count beside people only.
    const aboutSomebody = findAll(log).filter(({ kind }) => !/^(?:network|words)$/.test(detectorById(kind)!.anchor));
    expect(aboutSomebody).toEqual([]);
  });
});
