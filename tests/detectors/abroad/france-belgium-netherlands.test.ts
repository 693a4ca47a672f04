// Identity numbers: numbers from the published specifications and examples, none a living person's by intent.

import { nn } from '../../../detectors/be/nn.ts';
import { numeroFiscal } from '../../../detectors/fr/nif.ts';
import { nir } from '../../../detectors/fr/nir.ts';
import { pps } from '../../../detectors/ie/pps.ts';
import { bsn } from '../../../detectors/nl/bsn.ts';
import { testDetector } from '../harness.ts';

testDetector(nir, {
  finds: [
    'NIR : ⟦2 95 10 99 126 111 93⟧',
    'numéro de sécurité sociale ⟦295109912611193⟧',
    '⟦295109912611193⟧',
    '⟦2 95 10 99 126 111 93⟧',
    'Sécu ⟦2951099126111⟧',
    'social security number ⟦295109912611193⟧',
    'französische Sozialversicherungsnummer ⟦295109912611193⟧',
  ],
  ignores: {
    'NIR 295109912611194': 'wrong check digit',
    '295109912611194': 'wrong check digit',
    '2951099126111': 'without key and label',
    '295159912611193': 'no month 15',
    '2951099126111931': 'part of a longer number',
    'commande 295109912611193': 'an order',
    '0 95 10 99 126 111 93': 'begins with no 0',
  },
  reads: {
    '2 95 10 99 126 111 93': '295109912611193',
    '295109912611194': undefined,
    '2951099126111': '2951099126111',
    '': undefined,
  },
});

testDetector(numeroFiscal, {
  finds: [
    'numéro fiscal ⟦07 01 987 765 493⟧',
    'SPI : ⟦0701987765493⟧',
    'French tax number ⟦0701987765493⟧',
    'tax ID ⟦3023217600053⟧',
    'Steuernummer ⟦3023217600053⟧',
  ],
  ignores: {
    'SPI 0701987765494': 'wrong check digit',
    '0701987765493': 'digits alone say nothing',
    'SPI 07019877654931': 'part of a longer number',
    'SPI 5701987765493': 'begins with 0 to 3',
  },
  reads: { '07 01 987 765 493': '0701987765493', '0701987765494': undefined, '': undefined },
});

testDetector(bsn, {
  finds: [
    'BSN ⟦111222333⟧',
    'burgerservicenummer: ⟦1112.22.333⟧',
    'BSN-nummer ⟦111 222 333⟧',
    'national ID ⟦111222333⟧',
    'Identifikationsnummer ⟦111222333⟧',
    'numéro national ⟦111222333⟧',
  ],
  ignores: {
    'BSN 111222334': 'wrong check digit',
    '111222333': 'digits alone say nothing',
    'BSN 1112223331': 'part of a longer number',
    'bestelling 111222333': 'an order',
    'BSN 000000000': 'filling',
  },
  reads: { '111222333': '111222333', '1112.22.333': '111222333', '111222334': undefined, '': undefined },
});

testDetector(nn, {
  finds: [
    'Rijksregisternummer ⟦85.07.30-033.28⟧',
    'numéro national: ⟦85073003328⟧',
    '⟦85.07.30-033.28⟧',
    'RRN ⟦85 07 30 033 28⟧',
    'NISS ⟦98.47.28-997.65⟧',
    'national number ⟦85073003328⟧',
    'Identifikationsnummer ⟦85073003328⟧',
  ],
  ignores: {
    'Rijksregisternummer 85.07.30-033.29': 'wrong check digit',
    '85073003328': 'digits alone say nothing',
    '85.07.30-033.29': 'wrong check digit',
    'Rijksregisternummer 85.07.30-033.281': 'part of a longer number',
    'Rijksregisternummer 85.13.30-033.28': 'no month 13',
  },
  reads: { '85.07.30-033.28': '85073003328', '85073003329': undefined, '': undefined },
});

testDetector(pps, {
  finds: [
    'PPS number ⟦6433435F⟧',
    'PPSN: ⟦1234567FA⟧',
    'PPS No. ⟦6433435F⟧',
    '⟦1234567FA⟧ is hers',
    'Steuernummer ⟦6433435F⟧',
    'numéro fiscal ⟦6433435F⟧',
  ],
  ignores: {
    'PPS 6433435E': 'wrong check digit',
    '6433435F': 'one letter and no label',
    'PPS 16433435F': 'part of a longer number',
    'PPS 6433435F1': 'part of a longer number',
    'order 1234567FA': 'an order',
  },
  reads: { '6433435F': '6433435F', '1234567 FA': '1234567FA', '6433435E': undefined, '': undefined },
});
