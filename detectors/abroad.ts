// Identity numbers of other countries than the United Kingdom. The sharper a check the earlier: a date and two check digits,
// a date and one, one, none.
// Which countries have which: https://en.wikipedia.org/wiki/National_identification_number
import { vnr } from './at/vnr.ts';
import { medicare } from './au/medicare.ts';
import { tfn } from './au/tfn.ts';
import { nn } from './be/nn.ts';
import { egn } from './bg/egn.ts';
import { cpf } from './br/cpf.ts';
import { sin } from './ca/sin.ts';
import { ahv } from './ch/ahv.ts';
import { rodneCislo } from './cz/rc.ts';
import { idCard } from './de/id-card.ts';
import { kvnr } from './de/kvnr.ts';
import { rvnr } from './de/rvnr.ts';
import { taxId } from './de/tax-id.ts';
import type { Detector } from './detector.ts';
import { cpr } from './dk/cpr.ts';
import { isikukood } from './ee/isikukood.ts';
import { dni } from './es/dni.ts';
import { hetu } from './fi/hetu.ts';
import { numeroFiscal } from './fr/nif.ts';
import { nir } from './fr/nir.ts';
import { amka } from './gr/amka.ts';
import { oib } from './hr/oib.ts';
import { pps } from './ie/pps.ts';
import { aadhaar } from './in/aadhaar.ts';
import { pan } from './in/pan.ts';
import { codiceFiscale } from './it/codice-fiscale.ts';
import { asmensKodas } from './lt/asmens-kodas.ts';
import { personasKods } from './lv/personas-kods.ts';
import { bsn } from './nl/bsn.ts';
import { fodselsnummer } from './no/fodselsnummer.ts';
import { pesel } from './pl/pesel.ts';
import { contribuinte } from './pt/nif.ts';
import { cnp } from './ro/cnp.ts';
import { personnummer } from './se/personnummer.ts';
import { emso } from './si/emso.ts';
import { aba } from './us/aba.ts';
import { drivingLicence } from './us/driving-licence.ts';
import { itin } from './us/itin.ts';
import { mbi } from './us/mbi.ts';
import { npi } from './us/npi.ts';
import { passport } from './us/passport.ts';
import { ssn } from './us/ssn.ts';

export const abroad: readonly Detector[] = [
  nir,
  numeroFiscal,
  nn,
  cnp,
  emso,
  fodselsnummer,
  codiceFiscale,
  dni,
  hetu,
  rvnr,
  pps,
  cpf,
  pesel,
  isikukood,
  asmensKodas,
  amka,
  personnummer,
  vnr,
  rodneCislo,
  egn,
  ahv,
  taxId,
  oib,
  aadhaar,
  bsn,
  contribuinte,
  sin,
  tfn,
  medicare,
  kvnr,
  mbi,
  itin,
  npi,
  aba,
  pan,
  cpr,
  personasKods,
  ssn,
  idCard,
  passport,
  drivingLicence,
];
