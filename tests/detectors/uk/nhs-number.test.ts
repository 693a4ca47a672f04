import { nhsNumber } from '../../../detectors/uk/nhs-number.ts';
import { testDetector } from '../harness.ts';

testDetector(nhsNumber, {
  finds: [
    'NHS No ⟦943 476 5919⟧ (mother)',
    'NHS number: ⟦9434765919⟧',
    'nhs_number=⟦9434765919⟧',
    'NHS #⟦943-476-5919⟧',
    'NHS number for Jane Doe is ⟦943 476 5919⟧',
    '⟦943 476 5919⟧',
    'NHS numbers: ⟦9434765919⟧, ⟦9434765870⟧ and ⟦4010232137⟧',
    'CHI: ⟦0101700008⟧',
    'NHS\u00a0No.\u00a0⟦943\u00a0476\u00a05919⟧',
    'Jane, DOB 03/03/1971, ⟦9434765919⟧',
    'NHSNumber ⟦9434765919⟧',
    'H&C number: ⟦3200000015⟧, Health and Care Number ⟦320 000 0015⟧',
    'Community Health Index ⟦010170 0008⟧',
  ],
  ignores: {
    'ref 943 476 5918': 'wrong check digit',
    'NHS No 943 476 5918': 'wrong check digit',
    '19434765919': 'part of a longer number',
    '9434765919': 'bare digits say nothing',
    'order 9434765919': 'an order',
    'order 943 476 5919': 'an order',
    'tracking no 943 476 5919': 'a parcel',
    '943-476-5919': 'a North American telephone number is written so, too',
    'NHS 0000000000': 'filling',
    '1700000000': 'an epoch',
    'phone 943 476 5919': 'a phone label stands before it',
  },
  reads: {
    '943 476 5919': '9434765919',
    '9434765919': '9434765919',
    '943-476-5919': '9434765919',
    '9434765918': undefined,
    '101700008': '0101700008',
    '101700007': undefined,
    '': undefined,
  },
});
