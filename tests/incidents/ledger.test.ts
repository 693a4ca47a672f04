import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterSending, alreadySent, type SentPerson } from '../../incidents/ledger.ts';

const day = 24 * 3_600_000;
const since = 0;
const send = (ledger: SentPerson[], people: string[][], now = 1) => afterSending(ledger, people, now, since);

describe('who went where', () => {
  it('counts a list that leaves in pieces as the list it is: 11 mails about 17 people', () => {
    let ledger: SentPerson[] = [];
    for (let mail = 0; mail < 10; mail++)
      ledger = send(
        ledger,
        Array.from({ length: 17 }, (_, one) => [`email ${mail}.${one}`, `name ${mail}.${one}`]),
      );
    const last = Array.from({ length: 13 }, (_, one) => [`email 10.${one}`]);
    expect(alreadySent(ledger, last, since) + last.length).toBe(183);
  });

  it.each<[string, string[], string[], number]>([
    ['the same person again', ['email', 'name'], ['email', 'name'], 0],
    ['the same person, less about them', ['email', 'phone', 'name'], ['email'], 0],
    ['the same person, one thing more about them', ['email', 'name'], ['email', 'phone', 'name'], 0],
    ['somebody else', ['email', 'name'], ['other email', 'other name'], 1],
    ['somebody else with the same telephone, put there to look like the first', ['phone', 'a'], ['phone', 'b'], 1],
    ['somebody of whom nothing is known', ['email'], [], 1],
  ])('%s', (_, before, now, expected) => {
    expect(alreadySent(send([], [before]), [now], since)).toBe(expected);
  });

  it('forgets whoever went before the period', () => {
    const ledger = afterSending([], [['a']], day, 0);
    expect(alreadySent(ledger, [], 2 * day)).toBe(0);
    expect(afterSending(ledger, [['b']], 40 * day, 10 * day)).toEqual([{ at: 40 * day, keys: ['b'] }]);
  });

  it('sending again adds nobody, whatever was sent, and no list grows without end', () => {
    const people = fc.array(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(people, people, (first, second) => {
        const ledger = send(send([], first), second);
        expect(alreadySent(send(ledger, second), [], since)).toBeLessThanOrEqual(ledger.length);
        expect(alreadySent(ledger, second, since)).toBeLessThanOrEqual(first.length);
      }),
    );
    const many = Array.from({ length: 6_000 }, (_, one) => [`${one}`]);
    expect(send([], many)).toHaveLength(5_000);
  });
});
