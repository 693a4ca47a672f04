// Identity numbers: numbers from the published specifications and examples, none a living person's by intent.

import { sin } from '../../../detectors/ca/sin.ts';
import { aba } from '../../../detectors/us/aba.ts';
import { drivingLicence } from '../../../detectors/us/driving-licence.ts';
import { itin } from '../../../detectors/us/itin.ts';
import { mbi } from '../../../detectors/us/mbi.ts';
import { npi } from '../../../detectors/us/npi.ts';
import { passport } from '../../../detectors/us/passport.ts';
import { ssn } from '../../../detectors/us/ssn.ts';
import { testDetector } from '../harness.ts';

testDetector(ssn, {
  finds: [
    'SSN: ⟦536-90-4399⟧',
    'social security number ⟦536904399⟧',
    'Her number is ⟦536-90-4399⟧.',
    'Social Security No. ⟦536 90 4399⟧',
    'ssn=⟦536904399⟧&x',
    'SSN: ⟦536-904399⟧, SSN: ⟦53690-4399⟧',
    'SSNs: ⟦536-90-4399⟧, ⟦212-45-6788⟧',
    'Sozialversicherungsnummer (USA) ⟦536-90-4399⟧',
    'numéro de sécurité sociale ⟦536-90-4399⟧',
  ],
  ignores: {
    'SSN 000-12-3456': 'area 000',
    'SSN 666-12-3456': 'area 666',
    'SSN 912-12-3456': 'area 9xx',
    'SSN 123-00-4567': 'group 00',
    'SSN 123-45-0000': 'serial 0000',
    'SSN 078-05-1120': 'printed in wallets',
    'SSN 219-09-9999': 'printed in a leaflet',
    '536904399': 'digits alone say nothing',
    'order 536-90-4399': 'an order',
    '536-90-43991': 'part of a longer number',
    '1536-90-4399': 'part of a longer number',
    '536-90-4399-2': 'part of a longer number',
    'SSN 5369043991': 'part of a longer number',
    'tracking number 536904399': 'a parcel',
  },
  reads: {
    '536-90-4399': '536904399',
    '536904399': '536904399',
    '536 90 4399': '536904399',
    '000-12-3456': undefined,
    '536-904399': '536904399',
    '5369-04399': undefined,
    '': undefined,
  },
});

testDetector(itin, {
  finds: [
    'ITIN ⟦912-90-3456⟧',
    'Individual taxpayer identification number: ⟦912903456⟧',
    '⟦912-90-3456⟧ is hers',
    'Steuernummer ⟦912-70-3456⟧',
    'numéro fiscal ⟦912-70-3456⟧',
  ],
  ignores: {
    'ITIN 912-93-3456': '93 is no group',
    'ITIN 812-90-3456': 'begins with 9',
    '912903456': 'digits alone say nothing',
    'invoice 912-90-3456': 'an invoice',
    '912-90-34561': 'part of a longer number',
  },
  reads: { '912-90-3456': '912903456', '912-89-3456': undefined, '': undefined },
});

testDetector(mbi, {
  finds: [
    'Medicare number ⟦1EG4-TE5-MK73⟧',
    'MBI: ⟦1EG4TE5MK73⟧',
    '⟦1EG4-TE5-MK73⟧',
    'Jane Doe, ⟦1EG4TE5MK73⟧, is well.',
    'Medicare ID ⟦1eg4-te5-mk73⟧',
    'Medicare-Nummer ⟦1EG4-TE5-MK73⟧',
    'numéro Medicare ⟦1EG4-TE5-MK73⟧',
  ],
  ignores: {
    '1eg4te5mk73': 'no label, and small letters',
    '1EG4TE5-MK73': 'no label, and parted at another place',
    '1EG4-TE5-MK73-A2': 'part of a longer code',
    'SKU 1EG4TE5MK73': 'an article',
    'https://x.test/1EG4TE5MK73': 'part of an address',
    'MBI 1SG4-TE5-MK73': 'S is not used',
    'MBI 0EG4-TE5-MK73': 'begins with no 0',
    'MBI 1EG4-TE5-MK731': 'part of a longer number',
    'part no 1EG4-TE5-MK73': 'a part',
  },
  reads: { '1EG4-TE5-MK73': '1EG4TE5MK73', '1EG4TE5MK7B': undefined, '': undefined },
});

testDetector(npi, {
  finds: [
    'NPI ⟦1234567893⟧',
    'National Provider Identifier: ⟦1245319599⟧',
    'NPI number is ⟦1234567893⟧',
    'NPI: ⟦1234-567-893⟧, NPI: ⟦1234 567 893⟧, NPI: ⟦123-456-7893⟧',
    'Provider identifier ⟦1234567893⟧',
    'NPI-Nummer ⟦1234567893⟧',
    'numéro NPI ⟦1234567893⟧',
  ],
  ignores: {
    'NPI 1234567890': 'wrong check digit',
    'NPI 3234567893': 'begins with 1 or 2',
    '1234567893': 'digits alone say nothing',
    'NPI 12345678931': 'part of a longer number',
  },
  reads: { '1234567893': '1234567893', '1234567890': undefined, '': undefined },
});

testDetector(aba, {
  finds: [
    'Routing number ⟦021000021⟧, account 1234567',
    'ABA ⟦111000025⟧',
    'ABA routing no. ⟦0210-0002-1⟧',
    'Bankleitzahl ABA ⟦021000021⟧',
    'code ABA ⟦021000021⟧',
  ],
  ignores: {
    'routing number 021000022': 'wrong check digit',
    'routing number 991000026': 'no such district',
    '021000021': 'digits alone say nothing',
    'routing 0210000211': 'part of a longer number',
  },
  reads: { '021000021': '021000021', '021000022': undefined, '': undefined },
});

testDetector(drivingLicence, {
  finds: [
    "Driver's license: ⟦D1234567⟧",
    'driver license number ⟦S530-4604-2891⟧',
    'DL# ⟦12345678⟧',
    'DL: ⟦F123-456-78-901-0⟧',
    'Drivers License No. ⟦123 456 789⟧',
    'DL no ⟦H12345678⟧',
    'state ID ⟦S5304604⟧',
  ],
  ignores: {
    D1234567: 'no label',
    "driver's license expires 2027": 'a year',
    "driver's license renewed 12/03/2024": 'a date',
    'DL 12': 'too short',
    "driver's license D12345678901234567": 'part of a longer number',
  },
  reads: { D1234567: 'D1234567', '12345678': '12345678', Full: undefined, '2027': undefined, '': undefined },
});

testDetector(passport, {
  finds: ['US passport no. ⟦A12345678⟧', 'American passport ⟦123456789⟧', 'US passport number is ⟦123456789⟧'],
  ignores: {
    A12345678: 'no label',
    'US passport 12345678': 'eight digits',
    'US passport 1234567890': 'part of a longer number',
    '123456789': 'digits alone say nothing',
  },
  reads: { A12345678: 'A12345678', '123456789': '123456789', AB1234567: undefined, '': undefined },
});

testDetector(sin, {
  finds: [
    'SIN ⟦130 692 544⟧',
    'Social Insurance Number: ⟦130-692-544⟧',
    "numéro d'assurance sociale ⟦130692544⟧",
    'NAS : ⟦130 692 544⟧',
    'Sozialversicherungsnummer ⟦130 692 544⟧',
  ],
  ignores: {
    'SIN 130692545': 'wrong check digit',
    'SIN 830692544': '8 begins no number of a person',
    '130692544': 'digits alone say nothing',
    '130 692 544': 'digits alone say nothing',
    'SIN 1306925441': 'part of a longer number',
    'order 130692544': 'an order',
  },
  reads: { '130 692 544': '130692544', '130692545': undefined, '': undefined },
});
