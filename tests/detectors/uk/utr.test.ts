import { utr } from '../../../detectors/uk/utr.ts';
import { testDetector } from '../harness.ts';

testDetector(utr, {
  finds: [
    'UTR: ⟦2234567890⟧',
    'Her UTR is ⟦22345 67890⟧ and',
    'Unique Taxpayer Reference ⟦1955839661⟧.',
    'unique taxpayer reference number: ⟦19558-39661⟧',
    'UTR ⟦2234567890K⟧, UTR ⟦2234567890 K⟧, UTR ⟦K2234567890⟧',
    'Self Assessment reference: ⟦223 456 7890⟧',
    'utr=⟦2234567890⟧&year=2024',
    'UTRs ⟦2234567890⟧ and ⟦1955839661⟧',
    'UTR No. ⟦2234567890⟧ (HMRC)',
    'Tax reference\n⟦2234567890⟧',
  ],
  ignores: {
    'UTR 1234567890': 'wrong check digit',
    'UTR 223456789': 'nine digits',
    'UTR 22345678901': 'eleven digits',
    '2234567890': 'no label',
    'order 2234567890': 'an order',
    'UTR 2234567890X': 'part of a longer code',
    'The router 2234567890': 'whole words only',
  },
  reads: {
    '2234567890': '2234567890',
    '22345 67890': '2234567890',
    '2234567890K': '2234567890',
    '2234567890.0': '2234567890',
    '1234567890': undefined,
    'n/a': undefined,
    '': undefined,
  },
});
