// A large firm's register: incidents of many browsers over two years, each browser's in a chain of its own. Generated; no person in it exists.
import { appendTo } from '../incidents/chain.ts';
import { type Envelope, envelopeOf } from '../incidents/envelope.ts';
import type { ChainedEntry, Incident } from '../incidents/incident.ts';
import { destinations } from '../policy/facts.ts';
import { incidentEntry, uuid } from '../tests/incidents/entries.ts';

const atOnce = 2_000;
const twoYears = 730 * 86_400_000;
const firstAt = Date.parse('2024-11-29T08:00:00Z');
const people = ['sam', 'alex', 'robin', 'kim', 'jo', 'charlie', 'ashley', 'taylor'];
const kinds = ['email', 'phone', 'birth-date', 'name', 'address'];

export async function* largeRegister(count: number, seats: number): AsyncGenerator<Envelope[]> {
  const heads = new Map<number, ChainedEntry>();
  let some: Envelope[] = [];
  for (let number = 0; number < count; number += 1) {
    const seat = number % seats;
    const chained = await appendTo(
      heads.get(seat) ?? null,
      incidentEntry(number, incidentBy(number, seat, firstAt + Math.floor((number / count) * twoYears))),
    );
    heads.set(seat, chained);
    some.push(envelopeOf(chained, '0.1.0', uuid(0xd00000 + seat)));
    if (some.length === atOnce) {
      yield some;
      some = [];
    }
  }
  if (some.length > 0) yield some;
}

function incidentBy(number: number, seat: number, at: number): Partial<Incident> {
  const hasLeft = number % 3 === 1;
  const destination = destinations[number % 3]!;
  const estimate = 2 + ((number * 7919) % 1000);
  return {
    at,
    actor: { value: `${people[seat % people.length]}.${seat}@firm.example`, from: 'account' },
    people: {
      ...{ min: estimate - 1, estimate, max: estimate + 3, how: ['table-rows'] },
      flags: { special: number % 5, criminal: 0, financial: 0, identityDocument: 0, child: 0, purchase: 1 },
    },
    kinds: kinds.map((kind) => ({ kind, category: 'contact', matches: estimate, distinct: estimate })),
    destination,
    recipients: {
      ...{ count: 1, domains: [`firm${number % 997}.example`] },
      fingerprints: [number.toString(16).padStart(32, '0')],
    },
    verdict: { action: hasLeft ? 'warn' : 'block', rules: [`people-to-${destination}`], enforced: true },
    choice: hasLeft ? 'sent-after-warning' : 'edited',
    reason: { code: 'agreed-work', text: 'the monthly run, as agreed with the client' },
    outcome: hasLeft ? 'left' : 'near-miss',
  };
}
