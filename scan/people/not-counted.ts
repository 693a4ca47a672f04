// Records that are about nobody's client: the sender, the recipients, the firm's own people.
import { hashText, seedOf } from '../hash.ts';
import { nameAgreement } from '../names/name-agreement.ts';
import { stride } from '../names/name-sketch.ts';
import { addNameWords } from '../names/person-name.ts';
import type { PeopleContext } from './people.ts';
import { flag } from './person-record.ts';
import { hasAny, listOf, type Records } from './records.ts';

export interface Bystanders {
  /** The record is the sender or a recipient. */
  isCorrespondent(records: Records, index: number): boolean;
  /** The record is a colleague: an address of the firm and nothing beyond a business card. */
  isColleague(records: Records, index: number): boolean;
}

export function bystandersOf({ sender, recipients, firmDomains }: PeopleContext, session: number): Bystanders {
  const emailSeed = seedOf('email', session);
  const addresses = [...(sender ? [sender] : []), ...recipients.map(({ address }) => address)].map((address) =>
    address.toLowerCase(),
  );
  const keys = new Set(addresses.map((address) => hashText(address, emailSeed)));
  const names = [...recipients.map(({ name }) => name ?? ''), ...addresses.map(nameInAddress)]
    .map((name) => {
      const words: number[] = [];
      addNameWords(words, 0, name, 0, name.length, session);
      return words;
    })
    .filter((name) => name.length >= 2 * stride);
  const domains = new Set(firmDomains.map((domain) => hashText(domain.toLowerCase(), session)));
  return {
    isCorrespondent(records, index) {
      if (hasAny(records.keys, index, keys)) return true;
      if (names.length === 0) return false;
      const written = listOf(records.names, index);
      return written.length >= 2 * stride && names.some((name) => isNamed(written, name, session));
    },
    isColleague: (records, index) =>
      (records.flags[index]! & flag.beyondContact) === 0 && hasAny(records.domains, index, domains),
  };
}

/** Whether a record's name is this name, perhaps with more words or with words cut to initials. */
function isNamed(name: readonly number[], wanted: readonly number[], session: number): boolean {
  if (wanted.length > name.length) return false;
  const agreement = nameAgreement(name, wanted, session);
  return agreement === 'same' || agreement === 'part';
}

/** `jane.doe42@…` → `jane doe`: only where the parts are told apart. */
function nameInAddress(address: string): string {
  const local = address.slice(0, address.lastIndexOf('@')).replace(/\+.*$/, '').replace(/\d+/g, '');
  const parts = local.split(/[._-]+/).filter((part) => part.length > 1);
  return parts.length >= 2 ? parts.join(' ') : '';
}
