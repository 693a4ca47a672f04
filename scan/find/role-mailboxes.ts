// Mailboxes of a function, not of a person (RFC 2142 and what firms add to it).
import { isLatin } from '../../detectors/characters.ts';
import { normalForm, setNormalForm } from '../../detectors/normal-form.ts';
import { hashUnits } from '../hash.ts';

const roles = new Set(
  (
    'info noreply no-reply donotreply do-not-reply postmaster hostmaster webmaster abuse security support help helpdesk service services ' +
    'sales marketing accounts accounting billing invoices invoice finance payroll hr jobs careers recruitment admin administrator office ' +
    'reception enquiries enquiry inquiries contact hello team mail mailer-daemon newsletter news press media legal privacy dpo gdpr orders ' +
    'order bookings booking reservations customerservice customerservices customer-service feedback complaints root git bounce bounces ' +
    'notifications notification alerts subscribe unsubscribe shop store kontakt verkauf rechnung'
  ).split(' '),
);

/** The first words of their names, hashed: a quick no for everybody else. */
const beginnings = new Set<number>();
let longestBeginning = 0;
for (const role of roles) {
  setNormalForm(role);
  const first = firstWord();
  longestBeginning = Math.max(longestBeginning, first);
  beginnings.add(hashUnits(normalForm.units, 0, first, 0));
}

/** Length of the letters the normal form written last begins with. */
function firstWord(): number {
  const { units, length } = normalForm;
  let first = 0;
  while (first < length && isLatin(units[first]!)) first++;
  return first;
}

/** A quick no, for the address that was written last. */
export function mayBeRoleMailbox(): boolean {
  const first = firstWord();
  return first <= longestBeginning && beginnings.has(hashUnits(normalForm.units, 0, first, 0));
}

/** Whether an address in lower case belongs to a function: info@, no-reply+x@, sales.uk@. */
export function isRoleMailbox(address: string): boolean {
  const local = address.slice(0, address.indexOf('@'));
  if (roles.has(local)) return true;
  if (!/[+._-]/.test(local)) return false;
  const plain = local.replace(/\+.*$/, '');
  return roles.has(plain.replace(/[._]/g, '-')) || roles.has(plain.replace(/[._-](?:uk|gb|eu|us|de|london|\d+)$/, ''));
}
