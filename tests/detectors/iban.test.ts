import { iban } from '../../detectors/iban.ts';
import { testDetector } from './harness.ts';

testDetector(iban, {
  finds: [
    '⟦GB29 NWBK 6016 1331 9268 19⟧',
    'IBAN: ⟦GB29NWBK60161331926819⟧.',
    '⟦gb29nwbk60161331926819⟧',
    '⟦DE89 3704 0044 0532 0130 00⟧ and ⟦FR14 2004 1010 0505 0001 3M02 606⟧',
    '⟦NL91ABNA0417164300⟧,⟦BE68539007547034⟧',
    '⟦GB29-NWBK-6016-1331-9268-19⟧',
    '⟦GB29\u00a0NWBK\u00a06016\u00a01331\u00a09268\u00a019⟧',
    'IBAN⟦GB29NWBK60161331926819⟧ in one with its word',
    '⟦NO93 8601 1117 947⟧ ⟦MT84MALT011000012345MTLCAST001S⟧',
    'IBAN ⟦IE29 AIBK 9311 5212 3456 78⟧ and',
  ],
  ignores: {
    'GB29 NWBK 6016 1331 9268 18': 'wrong check digits',
    'GB29 NWBK 6016 1331 9268': 'too short',
    GB29NWBK60161331926819X: 'part of a longer code',
    'XX29 NWBK 6016 1331 9268 19': 'no such country',
  },
  reads: {
    'GB29 NWBK 6016 1331 9268 19': 'GB29NWBK60161331926819',
    'IBAN DE89370400440532013000': 'DE89370400440532013000',
    GB29: undefined,
    '': undefined,
  },
});
