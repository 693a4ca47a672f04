// Numbers of services are found and speak for nobody; numbers of people do.
import { describe, expect, it } from 'vitest';
import { findAll } from '../detectors/harness.ts';
import { estimate } from './counting.ts';

const services = [
  '0800 001 4066',
  '0808 157 0192',
  '+44 345 300 0168',
  '0330 303 0646',
  '0300 123 1066',
  '0845 600 1000',
  '0871 200 2233',
  '+49 800 3301000',
  '+1 888 555 0123',
  '+1 800 555 0199',
  '+33 805 123 456',
  '+353 1800 123 456',
];
const people = [
  '07700 900123',
  '020 7946 0018',
  '030 12345678',
  '+49 30 2345678',
  '+1 212 555 0123',
  '+33 6 12 34 56 78',
  '+353 86 123 4567',
];

describe('numbers of services', () => {
  it.each(services)('%s is a telephone number of nobody', (number) => {
    const text = `Ask the helpline on ${number} at any time.`;
    expect(findAll(text).map(({ kind }) => kind)).toEqual(['phone']);
    expect(estimate(text)).toBe(0);
  });

  it.each(people)('%s is somebody’s', (number) => {
    expect(estimate(`Ask on ${number} at any time.`)).toBe(1);
  });

  it('does not hide the people in whose rows it stands', () => {
    const rows = ['Ada Attenbury', 'Bram Dewhurst', 'Cora Shaw'].map((name) => `${name}\t0800 001 4066`);
    expect(estimate(`Customer name\tPhone\n${rows.join('\n')}`)).toBe(3);
  });
});
