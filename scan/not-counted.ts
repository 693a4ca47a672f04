// Records that are about nobody's client: the sender, the recipients, the firm's own people.
import { hashText, seedOf } from './hash.ts';
import { isCompatibleName } from './join.ts';
import { flag, type PersonRecord } from './part-scan.ts';
import type { PeopleContext } from './people.ts';
import { nameHashes } from './record-draft.ts';

export interface Bystanders {
  /** The record is the sender or a recipient. */
  isCorrespondent(record: PersonRecord): boolean;
  /** The record is a colleague: an address of the firm and nothing beyond a business card. */
  isColleague(record: PersonRecord): boolean;
}

export function bystandersOf({ sender, recipients, firmDomains }: PeopleContext, session: number): Bystanders {
  const emailSeed = seedOf('email', session);
  const addresses = [...(sender ? [sender] : []), ...recipients.map(({ address }) => address)].map((address) =>
    address.toLowerCase(),
  );
  const keys = new Set(addresses.map((address) => hashText(address, emailSeed)));
  const names = [...recipients.map(({ name }) => name ?? ''), ...addresses.map(nameInAddress)]
    .map((name) => nameHashes([name], session))
    .filter((name) => name.length >= 4);
  const domains = new Set(firmDomains.map((domain) => hashText(domain.toLowerCase(), session)));
  return {
    isCorrespondent: (record) =>
      record.keys.some((key) => keys.has(key)) ||
      (record.name.length >= 4 &&
        names.some((name) => isCompatibleName(name, record.name) && name.length <= record.name.length)),
    isColleague: (record) =>
      (record.flags & flag.beyondContact) === 0 && record.domains.some((domain) => domains.has(domain)),
  };
}

/** `jane.doe42@…` → `jane doe`: only where the parts are told apart. */
function nameInAddress(address: string): string {
  const local = address.slice(0, address.lastIndexOf('@')).replace(/\+.*$/, '').replace(/\d+/g, '');
  const parts = local.split(/[._-]+/).filter((part) => part.length > 1);
  return parts.length >= 2 ? parts.join(' ') : '';
}
