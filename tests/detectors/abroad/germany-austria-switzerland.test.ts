// Identity numbers: numbers from the published specifications and examples, none a living person's by intent.

import { vnr } from '../../../detectors/at/vnr.ts';
import { ahv } from '../../../detectors/ch/ahv.ts';
import { idCard } from '../../../detectors/de/id-card.ts';
import { kvnr } from '../../../detectors/de/kvnr.ts';
import { rvnr } from '../../../detectors/de/rvnr.ts';
import { taxId } from '../../../detectors/de/tax-id.ts';
import { testDetector } from '../harness.ts';

testDetector(taxId, {
  finds: [
    'Steuer-ID: ⟦36 574 261 809⟧',
    'Steueridentifikationsnummer ⟦36574261809⟧',
    'IdNr. ⟦36574261809⟧',
    'German tax ID ⟦36574261809⟧',
    'tax ID ⟦65 929 970 489⟧',
    'identifiant fiscal ⟦36574261809⟧',
  ],
  ignores: {
    'Steuer-ID 36574261808': 'wrong check digit',
    'Steuer-ID 06574261803': 'begins with no 0',
    '36574261809': 'digits alone say nothing',
    '36 574 261 809': 'digits alone say nothing',
    'Steuer-ID 365742618091': 'part of a longer number',
    'Steuer-ID 12345678903': 'no digit occurs twice',
    'Steuer-ID 11223456785': 'two digits occur twice',
    'Bestellnummer 36574261809': 'an order',
  },
  reads: { '36 574 261 809': '36574261809', '36/574/261/809': '36574261809', '36574261808': undefined, '': undefined },
});

testDetector(rvnr, {
  finds: [
    'Sozialversicherungsnummer ⟦15 070649 C 103⟧',
    'RVNR ⟦65170839J003⟧',
    'Her number is ⟦15070649C103⟧',
    'Rentenversicherungsnr.: ⟦15070649C103⟧',
    'social security number ⟦65 170839 J 003⟧',
    'numéro de sécurité sociale ⟦65170839J003⟧',
  ],
  ignores: {
    'RVNR 15070649C104': 'wrong check digit',
    '15071349C103': 'no month 13',
    'RVNR 15070649C1031': 'part of a longer number',
    A15070649C103: 'part of a longer code',
    'RVNR 15070649103': 'no letter',
  },
  reads: { '15 070649 C 103': '15070649C103', '15070649C104': undefined, '': undefined },
});

testDetector(kvnr, {
  finds: [
    'KVNR: ⟦A123456780⟧',
    'eGK-Nummer ⟦A123456780⟧ bitte angeben',
    'eGK ⟦A123456780⟧',
    'Krankenversichertennummer ⟦A123456780⟧',
    'Versichertennr. ⟦a123456780⟧',
    'health insurance number ⟦A123456780⟧',
    "numéro d'assurance maladie ⟦A123456780⟧",
  ],
  ignores: {
    'KVNR A123456781': 'wrong check digit',
    A123456780: 'no label',
    'KVNR A1234567801': 'part of a longer number',
    'KVNR 1123456780': 'begins with a letter',
    'Rechnung A123456780': 'an invoice',
  },
  reads: { A123456780: 'A123456780', 'A123 456 780': 'A123456780', A123456781: undefined, '': undefined },
});

testDetector(idCard, {
  finds: [
    'Personalausweis ⟦L01X00T47⟧',
    'Personalausweisnummer: ⟦L01X00T471⟧',
    'Perso-Nr. ⟦T220001293⟧',
    'ID card number ⟦L01X00T47⟧',
    "carte d'identité ⟦L01X00T47⟧",
  ],
  ignores: {
    'Personalausweis L01X00T472': 'wrong check digit',
    L01X00T471: 'no label',
    'Personalausweis L01X00T4712': 'part of a longer number',
    'Personalausweis A01X00T47': 'A is not used',
    'Ausweis liegt vor': 'no number',
  },
  reads: {
    L01X00T471: 'L01X00T471',
    L01X00T47: 'L01X00T47',
    L01X00T472: undefined,
    CHRLXKLMN: undefined,
    '': undefined,
  },
});

testDetector(vnr, {
  finds: [
    'SVNR ⟦1237 010180⟧',
    'Sozialversicherungsnummer: ⟦1237010180⟧',
    'SV-Nr. ⟦1237-010180⟧',
    'Austrian social security number ⟦1237 010180⟧',
    'numéro de sécurité sociale ⟦1237 010180⟧',
  ],
  ignores: {
    'SVNR 1238 010180': 'wrong check digit',
    'SVNR 1237 310280': 'no such day',
    '1237010180': 'digits alone say nothing',
    'SVNR 12370101801': 'part of a longer number',
  },
  reads: { '1237 010180': '1237010180', '1238010180': undefined, '': undefined },
});

testDetector(ahv, {
  finds: [
    'AHV-Nr. ⟦756.9217.0769.85⟧',
    '⟦756.9217.0769.85⟧',
    '⟦7569217076985⟧ belongs to her',
    'AHV ⟦756 9217 0769 85⟧',
    'AVS: ⟦7569217076985⟧',
    'AHV number ⟦756.9217.0769.85⟧',
  ],
  ignores: {
    'AHV 756.9217.0769.84': 'wrong check digit',
    '757.9217.0769.85': 'begins with 756',
    '75692170769851': 'part of a longer number',
    '17569217076985': 'part of a longer number',
    'EAN 7569217076985': 'a bar code',
    'order 7569217076985': 'an order',
  },
  reads: { '756.9217.0769.85': '7569217076985', '756.9217.0769.84': undefined, '': undefined },
});
