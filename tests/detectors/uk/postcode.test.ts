import { postcode } from '../../../detectors/uk/postcode.ts';
import { testDetector } from '../harness.ts';

testDetector(postcode, {
  finds: [
    'London ⟦SW1A 1AA⟧, Manchester ⟦M1 1AE⟧, ⟦B33 8TH⟧, ⟦CR2 6XH⟧, ⟦DN55 1PT⟧, ⟦W1A 1HQ⟧, ⟦EC1A 1BB⟧',
    '⟦sw1a 1aa⟧ and ⟦SW1A1AA⟧ and ⟦sw1a1aa⟧',
    '⟦SW1A\u00a01AA⟧',
    '⟦SW1A  1AA⟧',
    'Postcode:⟦LS1 4DY⟧.',
    '⟦GIR 0AA⟧, ⟦GIR0AA⟧',
    '(⟦LS1 4DY⟧)',
    'postcode ⟦e12ab⟧',
    'Leeds ⟦ls1 4dy⟧\n⟦BT1 5GS⟧',
    '⟦JE2 3AB⟧ ⟦GY1 1AA⟧ ⟦IM1 1AA⟧',
    '1 High Street,⟦E1 6AN⟧,UK',
    'postcode ⟦SW1A-1AA⟧',
    'Delivery: ⟦S10 2TN⟧, order ⟦S10 2TN⟧',
  ],
  ignores: {
    'AA1 1AA': 'no such area',
    'SW1A 1CA': 'C is in no inward code',
    'SW1A 11A': 'wrong form',
    'XSW1A 1AA': 'part of a longer word',
    'SW1A 1AAB': 'part of a longer word',
    'take the M1 2nd exit': 'an ordinal',
    'commit e12ab': 'a hexadecimal word',
    'S3 5GB': 'storage',
    'Qz1 1AA': 'no such area',
    'SW123 1AA': 'three digits',
    'part no. E12 3AB': 'a part',
    'model CR2 6XH': 'a model',
    '#E12AB3 and #M11AA': 'colours and channels',
    'G11AB-12': 'part of a code',
    'XY-LS14DY': 'part of a code',
    'ISO 9001, EN 1090, W1A': 'standards and a district',
  },
  reads: { sw1a1aa: 'SW1A 1AA', ' LS1 4DY ': 'LS1 4DY', W11AA: 'W1 1AA', '90210': undefined, '': undefined },
});
