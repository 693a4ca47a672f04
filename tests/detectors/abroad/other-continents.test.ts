// Identity numbers: numbers from the published specifications and examples, none a living person's by intent.

import { medicare } from '../../../detectors/au/medicare.ts';
import { tfn } from '../../../detectors/au/tfn.ts';
import { cpf } from '../../../detectors/br/cpf.ts';
import { aadhaar } from '../../../detectors/in/aadhaar.ts';
import { pan } from '../../../detectors/in/pan.ts';
import { testDetector } from '../harness.ts';

testDetector(tfn, {
  finds: ['TFN ⟦123 456 782⟧', 'Tax file number: ⟦123456782⟧'],
  ignores: {
    'TFN 123 456 783': 'wrong check digit',
    '123456782': 'digits alone say nothing',
    'TFN 1234567821': 'part of a longer number',
  },
  reads: { '123 456 782': '123456782', '123456783': undefined, '': undefined },
});

testDetector(medicare, {
  finds: [
    'Medicare no. ⟦2123 45670 1⟧',
    'Medicare card number ⟦2123456701⟧',
    'Medicare: ⟦2123 45670 1/2⟧',
    'Medicare-Nummer ⟦2123 45670 1⟧',
    'numéro Medicare ⟦2123456701⟧',
  ],
  ignores: {
    'Medicare 2123 45671 1': 'wrong check digit',
    'Medicare 7123 45670 1': 'begins with 2 to 6',
    '2123456701': 'digits alone say nothing',
    'Medicare 212345670123': 'part of a longer number',
  },
  reads: { '2123 45670 1': '2123456701', '2123456711': undefined, '': undefined },
});

testDetector(aadhaar, {
  finds: [
    'Aadhaar ⟦2341 2341 2346⟧',
    'Aadhaar No. ⟦234123412346⟧',
    'UID number ⟦2341-2341-2346⟧',
    'Personennummer ⟦2341 2341 2346⟧',
    'numéro personnel ⟦2341 2341 2346⟧',
  ],
  ignores: {
    'Aadhaar 2341 2341 2347': 'wrong check digit',
    'Aadhaar 1341 2341 2346': 'begins with no 0 or 1',
    '234123412346': 'digits alone say nothing',
    '2341 2341 2346': 'digits alone say nothing',
    'Aadhaar 2341234123461': 'part of a longer number',
  },
  reads: { '2341 2341 2346': '234123412346', '234123412347': undefined, '': undefined },
});

testDetector(pan, {
  finds: [
    'PAN ⟦ACUPA7085R⟧',
    'PAN card: ⟦acupa7085r⟧',
    '⟦ACUPA7085R⟧',
    'Steuernummer ⟦ACUPA7085R⟧',
    'numéro fiscal ⟦ACUPA7085R⟧',
  ],
  ignores: {
    'PAN ACUCA7085R': 'a firm',
    ACUPA70851: 'ends with a letter',
    ACUPA7085RX: 'part of a longer number',
    XACUPA7085R: 'part of a longer number',
    'model ACUPA7085R': 'a model',
    'PAN 4111 1111 1111 1111': 'a card',
  },
  reads: { ACUPA7085R: 'ACUPA7085R', ACUPA0000R: undefined, '': undefined },
});

testDetector(cpf, {
  finds: [
    'CPF: ⟦390.533.447-05⟧',
    '⟦390.533.447-05⟧',
    'CPF ⟦39053344705⟧',
    'tax ID ⟦390.533.447-05⟧',
    'Steuernummer ⟦390.533.447-05⟧',
    'numéro fiscal ⟦390.533.447-05⟧',
  ],
  ignores: {
    'CPF 390.533.447-06': 'wrong check digit',
    '39053344705': 'digits alone say nothing',
    '390.533.447-06': 'wrong check digit',
    'CPF 111.111.111-11': 'filling',
    'CPF 390.533.447-051': 'part of a longer number',
    'pedido 390.533.447-05': 'an order',
  },
  reads: { '390.533.447-05': '39053344705', '39053344706': undefined, '': undefined },
});
