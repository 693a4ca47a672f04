// Telephone numbers of a service, not of a person: free, shared-cost, one rate for the whole country, premium. They are found like any other,
// but speak for nobody. Great Britain: Ofcom's National Telephone Numbering Plan, 03, 08 and 09; others: the national plans at
// https://www.itu.int/oth/T0202.aspx?parent=T0202, and ITU-T E.169 for +800.
import { normalForm, normalText } from '../../detectors/normal-form.ts';

/** By country code, what the significant number begins with. */
const services =
  /^\+(?:1(?:8(?:00|33|44|55|66|77|88)|900)|31(?:800|90[069])|32(?:800|78|90)|33(?:8[0129])|34(?:[89]00|90[125]|80[3679])|351(?:80[08]|707)|353(?:18(?:00|50|90)|818|15)|39(?:800|84[08]|199|89)|41(?:800|84[0248]|90[016])|43(?:8[012]0|9[03]0)|45[89]0|46(?:20|77[01])|47(?:8[012])|48(?:80[01]|70)|49(?:800|180|137|900)|61(?:13\d\d|1800)|80[08])/;

/** Whether the number written last in its normal form is a service's. */
export function isServiceNumber(): boolean {
  const { units } = normalForm;
  if (units[0] !== 43) return false;
  if (units[1] !== 52 || units[2] !== 52) return services.test(normalText());
  // +44: 3, 80, 84, 87, 9
  if (units[3] === 57) return true;
  // Of 030 Britain has 0300, 0303 and 0306; the rest is somebody's in Berlin.
  if (units[3] === 51) return units[4] !== 48 || units[5] === 48 || units[5] === 51 || units[5] === 54;
  return units[3] === 56 && (units[4] === 48 || units[4] === 52 || units[4] === 55);
}
