import { vehicle } from '../../../detectors/uk/vehicle.ts';
import { testDetector } from '../harness.ts';

testDetector(vehicle, {
  finds: [
    'Vehicle registration: ⟦AB51 ABC⟧',
    'My car reg is ⟦AB51 ABC⟧ and it expires',
    'reg ⟦BD62XYZ⟧, VRM ⟦LN14-HGT⟧, number plate ⟦aa02 aaa⟧',
    'registration number ⟦A123 BCD⟧ or ⟦ABC 123D⟧',
    'reg no ⟦ABC 123⟧, reg no ⟦1234 AB⟧, reg no ⟦AB 1234⟧, VRM ⟦YIZ 1234⟧',
    'Vehicles ⟦AB51 ABC⟧ and ⟦BD62XYZ⟧ were seen',
    'Licence plate ⟦AB70 DEF⟧.',
    'vehicle: ⟦AB70DEF⟧ (blue)',
    'REG NO ⟦1234 AB⟧',
  ],
  ignores: {
    'AB51 ABC': 'no label: a product code looks the same',
    'reg AB00 ABC': 'no age identifier',
    'registration: ABC 123I': 'I ends no mark, and the rest is not one',
    'reg AB51 AIB': 'I is no letter of a current mark',
    'company registration number SC123456': 'a company',
    'company registration 01234567': 'a company',
    'car BMW 320 d': 'a model',
    'vehicle Q5 2019': 'a model',
    'registration 12 May 2024': 'a date',
    'registration: 500 GBP': 'a fee',
    'the registration desk opens at 9 am': 'a time',
    'postcode AB51 3DE': 'a postcode',
  },
  reads: {
    'AB51 ABC': 'AB51ABC',
    ab51abc: 'AB51ABC',
    'A1 XYZ': 'A1XYZ',
    'ABC 1D': 'ABC1D',
    '1 ABC': '1ABC',
    'Ford Fiesta': undefined,
    '12345': undefined,
    '': undefined,
  },
});
