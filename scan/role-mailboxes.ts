// Mailboxes of a function, not of a person (RFC 2142 and what firms add to it).
import { isLatin } from '../detectors/characters.ts';

const roles = new Set(
  (
    'info noreply no-reply donotreply do-not-reply postmaster hostmaster webmaster abuse security support help helpdesk service services ' +
    'sales marketing accounts accounting billing invoices invoice finance payroll hr jobs careers recruitment admin administrator office ' +
    'reception enquiries enquiry inquiries contact hello team mail mailer-daemon newsletter news press media legal privacy dpo gdpr orders ' +
    'order bookings booking reservations customerservice customerservices customer-service feedback complaints root git bounce bounces ' +
    'notifications notification alerts subscribe unsubscribe shop store kontakt verkauf rechnung'
  ).split(' '),
);

/** The first words of their names: a quick no for everybody else. */
const beginnings = new Set([...roles].map((role) => role.split('-')[0]!));
const longestBeginning = Math.max(...[...beginnings].map(({ length }) => length));

/** Whether an address in lower case belongs to a function: info@, no-reply+x@, sales.uk@. */
export function isRoleMailbox(address: string): boolean {
  let first = 0;
  while (first < address.length && isLatin(address.charCodeAt(first))) first++;
  if (first > longestBeginning || !beginnings.has(address.slice(0, first))) return false;
  const local = address.slice(0, address.indexOf('@'));
  if (roles.has(local)) return true;
  if (!/[+._-]/.test(local)) return false;
  const plain = local.replace(/\+.*$/, '');
  return roles.has(plain.replace(/[._]/g, '-')) || roles.has(plain.replace(/[._-](?:uk|gb|eu|us|de|london|\d+)$/, ''));
}
