// Identity numbers: numbers from the published specifications and examples, none a living person's by intent.
import { dni } from '../../../detectors/es/dni.ts';
import { amka } from '../../../detectors/gr/amka.ts';
import { oib } from '../../../detectors/hr/oib.ts';
import { codiceFiscale } from '../../../detectors/it/codice-fiscale.ts';
import { contribuinte } from '../../../detectors/pt/nif.ts';
import { emso } from '../../../detectors/si/emso.ts';
import { testDetector } from '../harness.ts';

testDetector(dni, {
  finds: [
    'DNI: ⟦54362315K⟧',
    '⟦12345678Z⟧',
    '⟦12345678-Z⟧ and ⟦X-5253868-R⟧',
    'NIE ⟦X2482300W⟧',
    '⟦X2482300W⟧',
    'NIF ⟦54.362.315-K⟧',
    'Spanish ID ⟦54362315 K⟧',
    'dni ⟦54362315k⟧',
    'numéro fiscal ⟦54362315K⟧',
    'Steuernummer ⟦54362315K⟧',
    'NIF ⟦M1234567L⟧',
  ],
  ignores: {
    'DNI 54362315A': 'wrong check digit',
    '12345678A': 'wrong check digit',
    '54362315': 'no letter',
    '154362315K': 'part of a longer number',
    '54362315KX': 'part of a longer number',
    'pedido 12345678Z': 'an order',
    X2482300A: 'wrong check digit',
    'NIF A13585625': 'a firm',
    '54362315k': 'small letters and no label',
  },
  reads: {
    '54362315-K': '54362315K',
    'X-2482300-W': 'X2482300W',
    '1234567L': '01234567L',
    '54362315A': undefined,
    '': undefined,
  },
});

testDetector(codiceFiscale, {
  finds: [
    'CF: ⟦RCCMNL83S18D969H⟧',
    '⟦RSSMRA85T10A562S⟧',
    'codice fiscale ⟦rccmnl83s18d969h⟧',
    'Italian tax code ⟦RCCMNL83S18D969H⟧',
    'Steuernummer ⟦RCCMNL83S18D969H⟧',
    'code fiscal ⟦RCCMNL83S18D969H⟧',
  ],
  ignores: {
    RCCMNL83S18D969: 'no control letter',
    RCCMNL83S18D969I: 'wrong check digit',
    RCCMNL83S18D969HX: 'part of a longer number',
    XRCCMNL83S18D969H: 'part of a longer number',
    RCCMNL83S78D969H: 'no day 78',
  },
  reads: { 'RCC MNL 83S18 D969H': 'RCCMNL83S18D969H', RCCMNL83S18D969I: undefined, '': undefined },
});

testDetector(contribuinte, {
  finds: [
    'NIF ⟦123456789⟧',
    'contribuinte: ⟦123 456 789⟧',
    'Portuguese tax number ⟦123456789⟧',
    'Steuernummer ⟦123456789⟧',
    'numéro fiscal ⟦123456789⟧',
  ],
  ignores: {
    'NIF 123456788': 'wrong check digit',
    'NIF 501964843': 'a firm',
    '123456789': 'digits alone say nothing',
    'NIF 1234567891': 'part of a longer number',
    'fatura 123456789': 'digits alone say nothing',
  },
  reads: { '123 456 789': '123456789', '123456788': undefined, '501964843': undefined, '': undefined },
});

testDetector(amka, {
  finds: [
    'AMKA ⟦01013099997⟧',
    'AMKA: ⟦010130 99997⟧',
    'Α.Μ.Κ.Α. ⟦01013099997⟧',
    'Greek social security number ⟦01013099997⟧',
    'Sozialversicherungsnummer ⟦01013099997⟧',
    'numéro de sécurité sociale ⟦01013099997⟧',
  ],
  ignores: {
    'AMKA 01013099998': 'wrong check digit',
    'AMKA 01133099997': 'no month 13',
    '01013099997': 'digits alone say nothing',
    'AMKA 010130999971': 'part of a longer number',
  },
  reads: { '01013099997': '01013099997', '01013099998': undefined, '': undefined },
});

testDetector(oib, {
  finds: [
    'OIB ⟦33392005961⟧',
    'OIB: ⟦33392005961⟧, tel. 01 234 567',
    'tax number ⟦33392005961⟧',
    'Steuernummer ⟦33392005961⟧',
    'numéro fiscal ⟦33392005961⟧',
  ],
  ignores: {
    'OIB 33392005962': 'wrong check digit',
    '33392005961': 'digits alone say nothing',
    'OIB 333920059611': 'part of a longer number',
  },
  reads: { '33392005961': '33392005961', '33392005962': undefined, '': undefined },
});

testDetector(emso, {
  finds: [
    'EMŠO ⟦0101006500006⟧',
    'JMBG: ⟦0101006500006⟧',
    'national ID ⟦0101006500006⟧',
    'Personennummer ⟦0101006500006⟧',
    'numéro personnel ⟦0101006500006⟧',
  ],
  ignores: {
    'EMŠO 0101006500007': 'wrong check digit',
    '0101006500006': 'digits alone say nothing',
    'EMŠO 01010065000061': 'part of a longer number',
  },
  reads: { '0101006500006': '0101006500006', '0101006500007': undefined, '': undefined },
});
