// Numbers of public bodies that exist by label or column only.
import { councilTax } from '../../../detectors/uk/council-tax.ts';
import { electoralNumber } from '../../../detectors/uk/electoral-number.ts';
import { testDetector } from '../harness.ts';

testDetector(electoralNumber, {
  finds: [
    'Electoral number: ⟦ABC-1234⟧',
    'electoral roll number ⟦AB 123/1⟧',
    'Elector no. ⟦AB1-0123⟧',
    'electoral roll no ⟦AB1234⟧, poll number ⟦ABC 12⟧',
  ],
  ignores: {
    'ABC-1234': 'no label',
    'electoral register of 2024': 'a year',
    'electoral number ABCDE-12': 'five letters',
    'voter turnout 1234': 'a count',
  },
  reads: { 'ABC-1234': 'ABC-1234', 'ab 123/1': 'AB-123-1', '1234': undefined, '': undefined },
});

testDetector(councilTax, {
  finds: [
    'Council tax reference: ⟦12345678⟧',
    'council tax account number ⟦123 456 7890⟧',
    'Council Tax account ⟦71234567X⟧',
    'ctax ref ⟦C1234567⟧.',
  ],
  ignores: {
    '12345678': 'no label',
    'council tax 2024/25': 'a year',
    'council tax of £1800': 'an amount',
    'council tax reference 1234': 'too short',
    'council tax bill 123456789012345': 'too long',
  },
  reads: { '12345678': '12345678', '123-456-789': '123456789', 'band D': undefined, '': undefined },
});
