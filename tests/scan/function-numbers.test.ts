// A telephone of a function is nobody's; the same number behind a name is somebody's.
import { describe, expect, it } from 'vitest';
import { countPeople } from '../../scan/people/count-people.ts';
import { scanPart } from '../../scan/scan-part.ts';

const peopleIn = (text: string) =>
  countPeople(
    [scanPart({ name: 'message', type: 'text', text }, { session: 3 })],
    { recipients: [], firmDomains: [] },
    3,
  ).estimate;

describe('counts nobody', () => {
  it.each([
    'Out of hours: 0113 496 0199.',
    'Reception: 020 7946 0123',
    'Please ring the switchboard on 020 7946 0123.',
    'Emergency number: 07700 900123',
    'Zentrale: 030 901820',
    'Customer services 020 7946 0199',
  ])('%s', (text) => expect(peopleIn(text)).toBe(0));
});

describe('counts somebody', () => {
  it.each([
    'Jane Smith: 0113 496 0199',
    'Jane Smith, reception: 0113 496 0199, jane.smith@example.org',
    'Mrs Okafor can be reached on 07700 900123',
    'Call me back on 07700 900123',
  ])('%s', (text) => expect(peopleIn(text)).toBe(1));
});
