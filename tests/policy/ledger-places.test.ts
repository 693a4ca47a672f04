import { expect, it } from 'vitest';
import { strictDefault } from '../../policy/default.ts';
import { evaluate } from '../../policy/evaluate.ts';
import type { Facts } from '../../policy/facts.ts';
import { leaves, ledgerPlaces, longestPlace, mostPlaces } from '../../policy/ledger-places.ts';
import { draft } from './draft-facts.ts';

const places = (facts: Facts) => ledgerPlaces(facts, evaluate(facts, strictDefault, 0), strictDefault);
const to = (...addresses: string[]) => draft(1, addresses, { sender: 'kerr.marsh@firm.example' });

it.each<[string, Facts, { destination: string; name: string }[]]>([
  ['colleagues and firms are no private place', to('ann@firm.example', 'sales@other.example'), []],
  ['a private address', to('jo@gmail.com'), [{ destination: 'personal', name: 'jo@gmail.com' }]],
  [
    'its aliases are the same place',
    to('jo@gmail.com', 'j.o+list@gmail.com'),
    [{ destination: 'personal', name: 'jo@gmail.com' }],
  ],
  [
    "the sender's own addresses are one place",
    to('kmarsh84@gmail.com', 'kerr.marsh@yahoo.co.uk'),
    [{ destination: 'own', name: 'own' }],
  ],
  [
    'a private drive',
    draft(1, [], { site: 'drive.google.com', trigger: 'upload' }),
    [{ destination: 'personal', name: 'site drive.google.com' }],
  ],
  ["another firm's site is none", draft(1, [], { site: 'portal.other.example', trigger: 'upload' }), []],
  [
    'what is pasted in a private account',
    draft(1, [], { sender: 'k@gmail.com', trigger: 'paste' }),
    [{ destination: 'personal', name: 'account k@gmail.com' }],
  ],
  [
    'what is pasted in a private account that the page does not show',
    draft(1, [], { sender: '', host: 'www.icloud.com', trigger: 'paste' }),
    [{ destination: 'personal', name: 'account www.icloud.com' }],
  ],
])('%s', (_, facts, expected) => {
  expect(places(facts)).toEqual(expected);
});

it.each([
  ['sending', 'send', 'kerr.marsh@firm.example', true],
  ['attaching on a work account leaves nothing yet', 'attach', 'kerr.marsh@firm.example', false],
  ['attaching in a private account leaves at once', 'attach', 'k@gmail.com', true],
  ['attaching where the account is not shown, and private, too', 'attach', '', true],
] as const)('%s', (_, trigger, sender, expected) => {
  expect(leaves({ trigger, sender, host: 'www.icloud.com' }, strictDefault)).toBe(expected);
});

it("looks after so many places at once, the sender's own before all others, and no name is too long for the message that tells of it", () => {
  const many = Array.from({ length: 1_500 }, (_, index) => `person${index}@gmail.com`);
  const found = places(to(`${'j'.repeat(600)}@gmail.com`, ...many, 'kmarsh84@gmail.com'));
  expect(found).toHaveLength(mostPlaces);
  expect(found[0]).toEqual({ destination: 'own', name: 'own' });
  expect(Math.max(...found.map(({ name }) => name.length))).toBe(longestPlace);
});
