// Every detector, the more specific before the less: where two could claim the same digits, the first to judge them wins.
import { abroad } from './abroad.ts';
import { address } from './address.ts';
import { birthDate } from './birth-date.ts';
import { caseRecord } from './case-record.ts';
import { clientNumber } from './client-number.ts';
import { criminal } from './criminal.ts';
import type { Detector } from './detector.ts';
import { deviceId } from './device-id.ts';
import { email } from './email.ts';
import { iban } from './iban.ts';
import { ipAddress } from './ip-address.ts';
import { name } from './name.ts';
import { passport } from './passport.ts';
import { paymentCard } from './payment-card.ts';
import { phone } from './phone.ts';
import { postalCode } from './postal-code.ts';
import { purchase } from './purchase.ts';
import { socialAccount } from './social-account.ts';
import { biometric } from './special/biometric.ts';
import { ethnic } from './special/ethnic.ts';
import { genetic } from './special/genetic.ts';
import { health } from './special/health.ts';
import { orientation } from './special/orientation.ts';
import { politics } from './special/politics.ts';
import { religion } from './special/religion.ts';
import { sexLife } from './special/sex-life.ts';
import { union } from './special/union.ts';
import { bankAccount } from './uk/bank-account.ts';
import { councilTax } from './uk/council-tax.ts';
import { drivingLicence } from './uk/driving-licence.ts';
import { electoralNumber } from './uk/electoral-number.ts';
import { nhsNumber } from './uk/nhs-number.ts';
import { nino } from './uk/nino.ts';
import { ukPassport } from './uk/passport.ts';
import { postcode } from './uk/postcode.ts';
import { upn } from './uk/upn.ts';
import { utr } from './uk/utr.ts';
import { vehicle } from './uk/vehicle.ts';

export const detectors: readonly Detector[] = [
  email,
  socialAccount,
  iban,
  nino,
  drivingLicence,
  postcode,
  upn,
  utr,
  ukPassport,
  passport,
  vehicle,
  electoralNumber,
  councilTax,
  bankAccount,
  ...abroad,
  paymentCard,
  nhsNumber,
  deviceId,
  ipAddress,
  phone,
  birthDate,
  clientNumber,
  name,
  address,
  postalCode,
  health,
  sexLife,
  orientation,
  ethnic,
  politics,
  religion,
  union,
  genetic,
  biometric,
  criminal,
  purchase,
  caseRecord,
];

const byId = new Map(detectors.map((detector) => [detector.id, detector]));

/** The detector of that public name, or `undefined`. */
export function detectorById(id: string): Detector | undefined {
  return byId.get(id);
}
