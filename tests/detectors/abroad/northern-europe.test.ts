// Identity numbers: numbers from the published specifications and examples, none a living person's by intent.

import { cpr } from '../../../detectors/dk/cpr.ts';
import { isikukood } from '../../../detectors/ee/isikukood.ts';
import { hetu } from '../../../detectors/fi/hetu.ts';
import { asmensKodas } from '../../../detectors/lt/asmens-kodas.ts';
import { personasKods } from '../../../detectors/lv/personas-kods.ts';
import { fodselsnummer } from '../../../detectors/no/fodselsnummer.ts';
import { personnummer } from '../../../detectors/se/personnummer.ts';
import { testDetector } from '../harness.ts';

testDetector(personnummer, {
  finds: [
    'Personnummer: ⟦880320-0016⟧',
    'personnr ⟦19880320-0016⟧',
    'pnr ⟦198803200016⟧',
    'personal number ⟦8803200016⟧',
    'Personennummer ⟦880320-0016⟧',
    'numéro personnel ⟦880320-0016⟧',
    '⟦198803200016⟧ är mitt nummer',
    'She wrote ⟦19880320-0016⟧ on the form.',
  ],
  ignores: {
    'personnummer 880320-0018': 'wrong check digit',
    'personnummer 881320-0016': 'no month 13',
    '880320-0016': 'digits alone say nothing',
    '198803200018': 'wrong check digit',
    '198813200016': 'no month 13',
    'personnummer 880320-00161': 'part of a longer number',
    'order 880320-0016': 'an order',
  },
  reads: { '880320-0016': '8803200016', '19880320-0016': '8803200016', '880320-0018': undefined, '': undefined },
});

testDetector(cpr, {
  finds: [
    'CPR ⟦211062-5629⟧',
    'CPR-nr.: ⟦2110625629⟧',
    'personnummer ⟦211062-5629⟧',
    'Danish CPR number ⟦211062-5629⟧',
    'Personennummer ⟦211062-5629⟧',
    'numéro personnel ⟦211062-5629⟧',
  ],
  ignores: {
    'CPR 321062-5629': 'no day 32',
    'CPR 211362-5629': 'no month 13',
    '211062-5629': 'digits alone say nothing',
    'CPR 211062-56291': 'part of a longer number',
  },
  reads: { '211062-5629': '2110625629', '321062-5629': undefined, '': undefined },
});

testDetector(fodselsnummer, {
  finds: [
    'Fødselsnummer ⟦15108695088⟧',
    'fnr: ⟦151086 95088⟧',
    'Personnummeret mitt er ⟦15108695088⟧',
    'personnummer ⟦15108695088⟧',
    'Norwegian national ID ⟦15108695088⟧',
    'Personennummer ⟦15108695088⟧',
    'numéro personnel ⟦15108695088⟧',
  ],
  ignores: {
    'fnr 15108695077': 'wrong check digit',
    'fnr 15138695088': 'no month 13',
    '15108695088': 'digits alone say nothing',
    'fnr 151086950881': 'part of a longer number',
  },
  reads: { '151086 95088': '15108695088', '15108695089': undefined, '': undefined },
});

testDetector(hetu, {
  finds: [
    'Henkilötunnus ⟦131052-308T⟧',
    '⟦131052-308T⟧',
    'hetu: ⟦131052-308T⟧',
    'personal identity code ⟦010105A905X⟧',
    'Personennummer ⟦131052-308T⟧',
    'numéro personnel ⟦131052-308T⟧',
  ],
  ignores: {
    '131052-308U': 'wrong check digit',
    '331052-308T': 'no day 33',
    '131052-308TX': 'part of a longer number',
    '1131052-308T': 'part of a longer number',
    'order 131052-308T': 'an order',
  },
  reads: { '131052-308T': '131052-308T', '131052-308U': undefined, '': undefined },
});

testDetector(isikukood, {
  finds: [
    'Isikukood ⟦36805280109⟧',
    'isikukood: ⟦36805280109⟧',
    'Estonian personal code ⟦36805280109⟧',
    'Personennummer ⟦36805280109⟧',
    'numéro personnel ⟦36805280109⟧',
  ],
  ignores: {
    'isikukood 36805280108': 'wrong check digit',
    'isikukood 36813280109': 'no month 13',
    '36805280109': 'digits alone say nothing',
    'isikukood 368052801091': 'part of a longer number',
  },
  reads: { '36805280109': '36805280109', '36805280108': undefined, '': undefined },
});

testDetector(asmensKodas, {
  finds: ['Asmens kodas ⟦33309240064⟧', 'a.k. ⟦33309240064⟧', 'Lithuanian personal code ⟦33309240064⟧'],
  ignores: {
    'asmens kodas 33309240065': 'wrong check digit',
    '33309240064': 'digits alone say nothing',
    'asmens kodas 333092400641': 'part of a longer number',
  },
  reads: { '33309240064': '33309240064', '33309240065': undefined, '': undefined },
});

testDetector(personasKods, {
  finds: [
    'Personas kods ⟦161175-19997⟧',
    'personas kods: ⟦32867300679⟧',
    'p.k. ⟦161175-19997⟧',
    'Latvian personal code ⟦161175-19997⟧',
  ],
  ignores: {
    'personas kods 161175-19998': 'wrong check digit',
    '161175-19997': 'digits alone say nothing',
    'personas kods 161175-199971': 'part of a longer number',
    'personas kods 42867300679': 'no day 42',
  },
  reads: { '161175-19997': '16117519997', '161175-19998': undefined, '': undefined },
});
