// Facts of drafts for the policy tests: a plain draft, and a spread of drafts that reaches every rule.
import type { Facts, FileFact, Recipient } from '../../policy/facts.ts';
import { type Action, actions } from '../../policy/verdict.ts';
import type { PeopleFlags } from '../../scan/people/people.ts';

const sender = 'john.smith@harbourcare.example';
export const now = Date.parse('2026-11-21T12:00:00Z');

export const addressOf = {
  own: 'jsmith84@gmail.com',
  personal: 'kate.brown@gmail.com',
  external: 'ann@client.example',
  partner: 'ann@payroll.example',
  internal: 'ann@harbourcare.example',
} as const;

const noFlags: PeopleFlags = { special: 0, criminal: 0, financial: 0, identityDocument: 0, child: 0, purchase: 0 };

export const unread: FileFact = { extension: 'pdf', type: 'pdf', size: 1000, readable: false, unreadable: 'encrypted' };
export const recording: FileFact = { extension: 'mp3', type: 'mp3', size: 1000, readable: false, unreadable: 'media' };

export function recipients(addresses: readonly string[], field: Recipient['field'] = 'to'): Recipient[] {
  return addresses.map((address) => ({ address, field }));
}

/** A draft about `count` people with nothing else remarkable. */
export function draft(
  count: number,
  to: readonly string[],
  more: Partial<Facts> & { flags?: Partial<PeopleFlags> } = {},
): Facts {
  const { flags, ...rest } = more;
  return {
    sender,
    recipients: recipients(to),
    people: { min: count, estimate: count, max: count, how: ['table-rows'], flags: { ...noFlags, ...flags } },
    kinds: count > 0 ? [{ kind: 'email', category: 'contact', matches: count, distinct: count }] : [],
    files: [],
    trigger: 'send',
    history: {},
    ...rest,
  };
}

export function strictness(action: Action): number {
  return actions.indexOf(action);
}

/** Drafts that together come near every threshold of the strict default, to every destination, by every trigger. */
export function everyDraft(): Facts[] {
  const counts = [0, 1, 2, 4, 5, 10, 25, 50, 250];
  const to = [[], ...Object.values(addressOf).map((address) => [address]), [addressOf.internal, addressOf.own]];
  const sends = to.flatMap((addresses) => [
    ...counts.flatMap((count) => [
      draft(count, addresses),
      draft(count, addresses, { flags: { special: count } }),
      draft(count, addresses, { history: { own: 3, personal: 3 } }),
      draft(count, addresses, { trigger: 'attach' }),
    ]),
    draft(0, addresses, { files: [unread] }),
    draft(0, addresses, { files: [recording] }),
    draft(0, addresses, { bodyUnreadable: 'time-out' }),
  ]);
  const crowds = [2, 9, 10, 49, 50].map((size) =>
    draft(
      0,
      Array.from({ length: size }, (_, index) => `ann@firm${index}.example`),
    ),
  );
  const uploads = ['drive.google.com', 'forms.client.example', 'gmail.com'].flatMap((site) =>
    counts.map((count) => draft(count, [], { site, trigger: 'upload' })),
  );
  return [...sends, ...crowds, ...uploads];
}
