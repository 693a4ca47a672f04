import { describe, expect, it } from 'vitest';
import { generateClients } from '../../benchmarks/corpus/clients.ts';
import { affectedOf, askedFor, firmPeopleKey, incidentsAbout, peopleKeyOf } from '../../incidents/affected.ts';
import type { Incident } from '../../incidents/incident.ts';
import { keysOfText } from '../../scan/people/person-keys.ts';
import { incidentEntry } from './entries.ts';

const secret = 'm7M2Zp5tC3x0Qd1b8eW4kq9yRr6vTt2uLh0nJs5gA1I';
const firm = await firmPeopleKey(secret);
const clients = generateClients(300, 11);
const sheet = [
  'Name\tE-mail\tPhone\tPostcode',
  ...clients.map(({ name, email, phone, postcode }) => [name, email, phone, postcode].join('\t')),
].join('\n');
const strangers = generateClients(400, 12).filter(({ email }) => !clients.some((one) => one.email === email));

const incidentWith = (number: number, change: Partial<Incident>): Incident => {
  const { incident } = incidentEntry(number) as { incident: Incident };
  return { ...incident, files: [], ...change };
};
const people = keysOfText(sheet, firm.seed);
const affected = await affectedOf(people, firm);
const incident = incidentWith(1, { affected, people: { ...incidentWith(1, {}).people, estimate: people.length } });

const asks = async (text: string, about: readonly Incident[] = [incident], by = firm) =>
  incidentsAbout(await askedFor(keysOfText(text, by.seed)[0] ?? [], by), about);

describe('whether somebody was in an incident', () => {
  it('is told by any one of what tells them apart', async () => {
    expect(people).toHaveLength(300);
    for (const { name, email, phone, postcode } of clients.slice(0, 40))
      for (const text of [email, email.toUpperCase(), phone, `${name} ${email}`, `${name}, ${phone}, ${postcode}`])
        expect(await asks(text), text).toMatchObject([{ incident: incident.id, told: {} }]);
  });

  it('is not told of anybody else', async () => {
    for (const { email } of strangers) expect(await asks(email)).toEqual([]);
  });

  it('is told nobody who has not the key, and nothing of anybody stands in it', async () => {
    const other = await peopleKeyOf(
      await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
      firm.seed,
    );
    expect(await asks(clients[0]!.email, [incident], other)).toEqual([{ incident: incident.id, unknown: 'other-key' }]);
    const text = JSON.stringify(affected).toLowerCase();
    for (const { name, email, phone } of clients)
      for (const value of [name, email, phone]) expect(text).not.toContain(value.toLowerCase());
    expect((await affectedOf(people, other)).prints).not.toBe(affected.prints);
  });

  it.each([
    ['is not kept of all its people', { people: { ...incident.people, estimate: 301 } }, 'not-kept'],
    ['was recorded before there were fingerprints', { affected: undefined }, 'not-kept'],
    [
      'has a file that could not be read',
      {
        files: [{ extension: 'pdf', type: 'pdf', size: 1, readable: false, unreadable: 'encrypted', fingerprint: '' }],
      },
      'unreadable',
    ],
  ] as const)('cannot be said where it %s', async (_, change, unknown) => {
    expect(await asks(strangers[0]!.email, [{ ...incident, ...change } as Incident])).toEqual([
      { incident: incident.id, unknown },
    ]);
  });

  it.each(['', 'Kerr', 'good morning'])('%j names nobody', (text) => {
    expect(keysOfText(text, firm.seed)).toEqual([]);
  });

  it('gives the same fingerprints for the same secret, whichever base64 it is written in', async () => {
    const written = `${secret.replaceAll('-', '+').replaceAll('_', '/')}=`;
    expect(await firmPeopleKey(written)).toMatchObject({ name: firm.name, seed: firm.seed });
  });
});
