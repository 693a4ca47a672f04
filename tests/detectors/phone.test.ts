import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { expect, it } from 'vitest';
import { phone } from '../../detectors/phone.ts';
import { findAll, testDetector } from './harness.ts';

testDetector(phone, {
  finds: [
    'Call ⟦07700 900123⟧ or ⟦+44 7700 900123⟧',
    '⟦07700900123⟧',
    '⟦07700-900-123⟧, ⟦07700.900.123⟧, ⟦0770 090 0123⟧, ⟦07700 900 123⟧, ⟦077 0090 0123⟧',
    '⟦+44 (0)20 7946 0123⟧',
    '⟦+44(0)2079460123⟧',
    '⟦+44 (0) 20 7946 0123⟧',
    '⟦(+44) 20 7946 0123⟧',
    '⟦+44 20-7946-0123⟧',
    '⟦0044 20 7946 0123⟧ and ⟦00442079460123⟧',
    '⟦(020) 7946 0123⟧',
    '(⟦020 7946 0123⟧)',
    '⟦020 7946 0123⟧.',
    '⟦020–7946–0123⟧ with long dashes',
    '⟦020\u00a07946\u00a00123⟧ with fixed spaces',
    '⟦０７７００ ９００１２３⟧ in full width',
    '⟦(01632) 960123⟧ ⟦01632 960 123⟧ ⟦01632960123⟧',
    '⟦0113 496 0123⟧, ⟦028 9649 6123⟧, ⟦029 2018 0123⟧, ⟦0808 157 0123⟧, ⟦03069 990123⟧',
    '⟦0207 946 0123⟧ and ⟦0207946 0123⟧',
    '⟦01204 96012⟧ is one digit short, as some are',
    '⟦016977 3123⟧',
    '⟦0800 111111⟧',
    '⟦020 7946 0123 ext 45⟧, ⟦020 7946 0123 x45⟧, ⟦020 7946 0123 ext. 4512⟧',
    '⟦020 7946 0123⟧/⟦07700 900123⟧',
    '⟦020 7946 0123⟧ ⟦07700 900123⟧',
    'Tel:⟦02079460123⟧ Mob:⟦07700900123⟧',
    'Tel. ⟦020 7946 0123⟧',
    'T: ⟦020 7946 0123⟧ | M: ⟦07700 900123⟧',
    'phone ⟦7700 900123⟧, its nought lost',
    'Mobile: ⟦7700900123⟧',
    'whatsapp ⟦447700900123⟧',
    'Tel ⟦030 12345678⟧ in Berlin',
    'Phone: ⟦555-0123⟧',
    '⟦+49 30 12345678⟧, ⟦+33 1 23 45 67 89⟧, ⟦+353 1 234 5678⟧, ⟦+1 (212) 555-0123⟧, ⟦+1-212-555-0123⟧, ⟦+12125550123⟧',
    '⟦0049 30 12345678⟧',
    '⟦(212) 555-0123⟧ and ⟦212-555-0123⟧',
    'Order 12345 ⟦07700 900123⟧ 2 boxes',
    'Jane;⟦07700900123⟧;Leeds',
    'tel:⟦+442079460123⟧',
    'My number is ⟦07700 900123⟧, ring after 6',
    '12/05/2024 ⟦07700 900123⟧',
    'Order placed by phone ⟦07700 900123⟧',
  ],
  ignores: {
    '7700900123': 'without 0 and label it is any number of ten digits',
    '09098 790123': 'premium rate',
    '118118 and 999 and 0800': 'short codes',
    '2024-01-02 03:04:05': 'a time',
    '081110 011100 5230 INFO': 'a log line',
    '1700000000123': 'an epoch',
    '0.7700900123': 'a decimal number',
    '51.5007, -0.1246': 'coordinates',
    '01.02.03.04.05.06': 'a version',
    'v0.12.345.6789': 'a version',
    'job-07700900123': 'part of a name',
    a07700900123: 'part of a name',
    '07700900123456': 'part of a longer number',
    '0131103628': 'ISBN of a book',
    'ISBN 0131103628': 'ISBN of a book',
    'Order no 01234567890': 'an order',
    'tracking number 01234567890': 'a parcel',
    '00000 000000': 'filling',
    '4111 1111 1111 1111': 'a card',
    '192.168.100.200': 'an IP address',
    '+1': 'too short',
    '£07700900123': 'an amount',
    'GB29 NWBK 6016 1331 9268 19': 'an IBAN',
  },
  reads: {
    '07700 900123': '+447700900123',
    '7700900123': '+447700900123',
    '7700900123.0': '+447700900123',
    '447700900123': '+447700900123',
    '+44 (0)20 7946 0123': '+442079460123',
    '07700 900123 / 07700 900124': '+447700900123',
    '02079460123 (home)': '+442079460123',
    '040 1234567': '0401234567',
    '+49 30 12345678': '+493012345678',
    '123456789': undefined,
    '12/03/1971': undefined,
    Leeds: undefined,
    '': undefined,
  },
});

const national = fc.tuple(
  fc.constantFrom(
    '20',
    '23',
    '24',
    '28',
    '29',
    '113',
    '121',
    '1204',
    '1632',
    '1904',
    '73',
    '75',
    '77',
    '78',
    '79',
    '800',
    '845',
  ),
  fc.stringMatching(/^\d{10}$/),
);

it('finds every number that the full metadata of libphonenumber calls British', () => {
  fc.assert(
    fc.property(national, ([head, tail]) => {
      const written = `0${(head + tail).slice(0, 10)}`;
      fc.pre(parsePhoneNumberFromString(written, 'GB')?.isValid() ?? false);
      expect(findAll(`x ${written} y`).map(({ normal }) => normal)).toEqual([`+44${written.slice(1)}`]);
    }),
  );
});
