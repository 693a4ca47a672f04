// Identity numbers: numbers from the published specifications and examples, none a living person's by intent.

import { egn } from '../../../detectors/bg/egn.ts';
import { rodneCislo } from '../../../detectors/cz/rc.ts';
import { pesel } from '../../../detectors/pl/pesel.ts';
import { cnp } from '../../../detectors/ro/cnp.ts';
import { testDetector } from '../harness.ts';

testDetector(pesel, {
  finds: [
    'PESEL: ⟦44051401359⟧',
    'Nr PESEL ⟦44051401359⟧',
    'Polish national ID ⟦44051401359⟧',
    'Personennummer ⟦44051401359⟧',
    'numéro personnel ⟦44051401359⟧',
  ],
  ignores: {
    'PESEL 44051401358': 'wrong check digit',
    'PESEL 44131401359': 'no month 13',
    '44051401359': 'digits alone say nothing',
    'PESEL 440514013591': 'part of a longer number',
    'order 44051401359': 'an order',
  },
  reads: { '44051401359': '44051401359', '44051401358': undefined, '': undefined },
});

testDetector(cnp, {
  finds: [
    'CNP ⟦1630615123457⟧',
    'cod numeric personal: ⟦1630615123457⟧',
    'Romanian personal number ⟦1630615123457⟧',
    'Personennummer ⟦1630615123457⟧',
    'numéro personnel ⟦1630615123457⟧',
  ],
  ignores: {
    'CNP 1630615123458': 'wrong check digit',
    'CNP 1631315123457': 'no month 13',
    '1630615123457': 'digits alone say nothing',
    'CNP 16306151234571': 'part of a longer number',
  },
  reads: { '1630615123457': '1630615123457', '1630615123458': undefined, '': undefined },
});

testDetector(rodneCislo, {
  finds: [
    'Rodné číslo ⟦710319/2745⟧',
    'RČ: ⟦7103192745⟧',
    'r.č. ⟦710319/2745⟧',
    'Czech birth number ⟦710319/2745⟧',
    'Personennummer ⟦710319/2745⟧',
    'numéro personnel ⟦710319/2745⟧',
  ],
  ignores: {
    'rodné číslo 710319/2746': 'wrong check digit',
    'rodné číslo 711319/2745': 'no month 13',
    '710319/2745': 'digits alone say nothing',
    'rodné číslo 710319/27451': 'part of a longer number',
  },
  reads: { '710319/2745': '7103192745', '710319/2746': undefined, '': undefined },
});

testDetector(egn, {
  finds: [
    'EGN ⟦6101057509⟧',
    'ЕГН: ⟦6101057509⟧',
    'egn ⟦6101057509⟧',
    'Personennummer ⟦6101057509⟧',
    'numéro personnel ⟦6101057509⟧',
  ],
  ignores: {
    'EGN 6101057508': 'wrong check digit',
    'EGN 6115057509': 'no month 15',
    '6101057509': 'digits alone say nothing',
    'EGN 61010575091': 'part of a longer number',
  },
  reads: { '6101057509': '6101057509', '6101057508': undefined, '': undefined },
});
