import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateClients } from '../../benchmarks/corpus/clients.ts';
import { maskReason, maskText } from '../../redaction/mask.ts';
import { expectGrowth } from '../growth.ts';

describe('maskText', () => {
  it.each([
    ['call 07700 900123 now', [{ kind: 'phone', start: 5, end: 17 }], 'call [phone] now'],
    ['ab', [], 'ab'],
    [
      'abcdef',
      [
        { kind: 'x', start: 3, end: 5 },
        { kind: 'y', start: 0, end: 4 },
      ],
      '[y]f',
    ],
    [
      'abc',
      [
        { kind: 'x', start: 0, end: 3 },
        { kind: 'y', start: 0, end: 1 },
      ],
      '[x]',
    ],
  ])('puts kinds in place of values: %s', (text, spans, masked) => {
    expect(maskText(text, spans)).toBe(masked);
  });
});

describe('maskReason', () => {
  it.each([
    ['Sent to auditor Jane Doe 07700 900123', 'Sent to auditor [name] [number]'],
    ['mail for jane.doe@example.com, please', 'mail for [address] please'],
    ['born 12/03/1985, lives at SW1A 1AA', 'born [number], lives at [code]'],
    ['NI number AB 12 34 56 C on file', '[name] number [code] on file'],
    ['Jane asked us', '[name] asked us'],
    ["for Dr. J. van der Berg's claim", "for [name]'s claim"],
    ['see https://files.example/jane?id=12 and example.co.uk', 'see [link] and [link]'],
    ['\uff10\uff17\uff17\uff10\uff10 9 0 0 1 2 3', '[number]'],
    ['0\u200b7\u200b7\u200b0\u200b0', '[number]'],
    ['MARCH DOE', '[name]'],
    ['client C204001 and C204004', 'client [code] and [code]'],
  ])('takes the person out of: %s', (reason, masked) => {
    expect(maskReason(reason)).toBe(masked);
  });

  it.each([
    'The auditor asked for all 957 clients of 2024.',
    'Monthly payroll run, agreed with HMRC on Monday',
    'safeguarding referral, urgent',
    '',
  ])('leaves as it is: %s', (reason) => {
    expect(maskReason(reason)).toBe(reason);
  });

  it('keeps no value of a generated client, wherever it is mentioned', () => {
    for (const client of generateClients(300, 41)) {
      const values = [
        client.email,
        client.phone,
        client.birthDate,
        client.nino,
        client.nhsNumber,
        client.postcode,
        client.account,
        client.iban,
        client.card,
        client.name,
      ];
      const masked = maskReason(`They need ${values.join(' and ')} today`);
      for (const value of values) expect(masked).not.toContain(value);
    }
  });

  it('lets no run of five digits and no @ through, whatever is typed', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[0-9 ().+@A-Za-z-]{0,30}$/),
      fc.constantFrom('@', '＠', '12', '345', '\u200d'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const masked = maskReason(pieces.join(''));
        expect(masked).not.toMatch(/\p{Nd}{5}|@/u);
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes time in proportion to the length', () => {
    for (const hostile of ['a', '1', 'A1 ', 'a.', 'A', '@', '1-', 'A b ', 'A1', 'van ', 'http://']) {
      const mask = (times: number) => maskReason(hostile.repeat(times));
      expectGrowth(mask, { small: 4_000, large: 20_000 }, hostile);
    }
  });
});
