import { nino } from '../../../detectors/uk/nino.ts';
import { testDetector } from '../harness.ts';

testDetector(nino, {
  finds: [
    'NI number ⟦AB123456C⟧',
    '⟦AB 12 34 56 C⟧, ⟦AB-12-34-56-C⟧, ⟦AB 123456 C⟧, ⟦AB123456 C⟧, ⟦AB.12.34.56.C⟧',
    '⟦ab 12 34 56 c⟧ and ⟦ab123456c⟧',
    'NI No: ⟦AB 12 34 56⟧ (old record)',
    'National Insurance number is ⟦AB123456⟧',
    '(⟦AB123456C⟧)',
    'nino=⟦AB123456C⟧&x',
    '⟦AB\u00a012\u00a034\u00a056\u00a0C⟧',
    '⟦AB 12 34 56 C⟧ ⟦JG 10 37 59 A⟧',
    '⟦MW123456A⟧ has an administrative prefix',
    'Jane\t⟦AB123456C⟧\tLeeds',
  ],
  ignores: {
    QQ123456C: 'Q is in no prefix',
    BG123456A: 'prefix not in use',
    DA123456A: 'D is in no prefix',
    AO123456A: 'O is no second letter',
    AB123456E: 'suffix is A to D',
    AB123456: 'no suffix and no label',
    AB12345C: 'five digits',
    AB1234567C: 'seven digits',
    XAB123456C: 'part of a longer code',
    AB123456CD: 'part of a longer code',
    AB123456C7: 'part of a longer code',
    'AB 12 34 56 a customer': 'a word follows',
    'NI number AB 12 34 56 H': 'a suffix that is none',
    'NI number AB 12 34 56 1': 'a digit too many',
    'NI number Y1234567A': 'one letter: a Spanish NIE',
    'NI number Z8234567A': 'one letter: a Spanish NIE',
  },
  reads: {
    'AB 12 34 56 C': 'AB123456C',
    ab123456c: 'AB123456C',
    AB123456: 'AB123456',
    'AB123456C x': undefined,
    '': undefined,
    QQ123456C: undefined,
  },
});
