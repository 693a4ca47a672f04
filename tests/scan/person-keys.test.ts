import { expect, it } from 'vitest';
import { generateClients } from '../../benchmarks/corpus/clients.ts';
import { asTableText } from '../../benchmarks/corpus/forms.ts';
import { afterSending, alreadySent } from '../../incidents/ledger.ts';
import { countJoined, joinPeople } from '../../scan/people/count-people.ts';
import { mostKeys, mostPeople, personKeys } from '../../scan/people/person-keys.ts';
import { scanPart } from '../../scan/scan-part.ts';

const session = 11;
const nobody = { recipients: [], firmDomains: [] };
const joined = (text: string) =>
  joinPeople([scanPart({ name: 'a', type: 'text', text }, { session })], nobody, session);
const keysOf = (text: string) => personKeys(joined(text), session).map((keys) => keys.map(String));

it('gives every counted person keys, none of them shared', () => {
  const text = asTableText(generateClients(60, 3));
  const keys = keysOf(text);
  expect(keys).toHaveLength(countJoined(joined(text)).estimate);
  expect(keys.every((one) => one.length > 0 && one.length <= mostKeys)).toBe(true);
});

it('knows the same people again in another form, and others as others', () => {
  const before = afterSending([], keysOf(asTableText(generateClients(40, 3))), 1, 0);
  const sentence = 'Please call Mr Kerr Marsh, kerr.marsh@example.net, on 07700 900123 about it.';
  const again = 'Kerr Marsh\nEmail: kerr.marsh@example.net';
  expect(alreadySent(before, keysOf(asTableText(generateClients(40, 3))), 0)).toBe(0);
  expect(alreadySent(before, keysOf(asTableText(generateClients(40, 4))), 0)).toBe(before.length);
  expect(alreadySent(afterSending([], keysOf(sentence), 1, 0), keysOf(again), 0)).toBe(0);
});

it('tells so many apart and no more', () => {
  const text = Array.from({ length: mostPeople + 500 }, (_, one) => `person${one}@example.net`).join('\n');
  expect(keysOf(text)).toHaveLength(mostPeople);
});
