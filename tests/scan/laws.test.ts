// Laws of counting that hold for every content: bounds, monotony, and what must not matter.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateClients } from '../../benchmarks/corpus/clients.ts';
import { expectGrowth } from '../growth.ts';
import { estimate, peopleIn, sheetPart, textPart } from './counting.ts';

/** Few values, so that rows collide in every way; empty cells too. */
const row: fc.Arbitrary<Row> = fc.record({
  name: fc.constantFrom('', 'Jane Doe', 'J. Doe', 'Bob Roe', 'Ann Poe', 'John Doe'),
  email: fc.constantFrom('', 'a@x.test', 'b@x.test', 'c@x.test'),
  phone: fc.constantFrom('', '07700 900123', '07700 900124', '07700 900125'),
  nino: fc.constantFrom('', '', 'AB123456C', 'AB123457C'),
  birthDate: fc.constantFrom('', '', '03/04/1951', '05/06/1984'),
  postcode: fc.constantFrom('', 'LS1 4QT', 'YO2 6RB'),
});
type Row = { [key in 'name' | 'email' | 'phone' | 'nino' | 'birthDate' | 'postcode']: string };

const header = ['Customer name', 'E-mail', 'Phone', 'NI number', 'Date of birth', 'Postcode'];
const cells = (one: Row) => [one.name, one.email, one.phone, one.nino, one.birthDate, one.postcode];
const sheet = (rows: Row[], order = header.map((_, index) => index)) =>
  sheetPart([header, ...rows.map(cells)].map((line) => order.map((index) => line[index]!)));

const rows = fc.array(row, { minLength: 1, maxLength: 14 });

/** Rows about different people to whom nothing is common. */
const strangers = (count: number, seed: number) =>
  generateClients(count, seed).map(({ name, email, phone, nino, birthDate, postcode }) => ({
    name,
    email,
    phone,
    nino,
    birthDate,
    postcode,
  }));

const fragment = fc.oneof(
  fc.constantFrom(
    '\n',
    '\n\n',
    '\t',
    ', ',
    '; ',
    ' | ',
    '> ',
    '- ',
    ': ',
    '"',
    'Name',
    'Tel',
    'E-mail',
    'From: ',
    'Kind regards,',
    'BEGIN:VCARD',
    'END:VCARD',
    '-- ',
  ),
  fc.constantFrom(
    'Jane Doe',
    'Bob Roe',
    'a@x.test',
    'b@y.test',
    '07700 900123',
    '01632 960124',
    'AB123456C',
    '999 986 5089',
    'LS1 4QT',
    '03/04/1951',
  ),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
);
const text = fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(''));

const runs = { numRuns: 200 };

describe('for any content', () => {
  it('min ≤ estimate ≤ max', () => {
    fc.assert(
      fc.property(text, rows, (body, list) => {
        for (const people of [peopleIn(body), peopleIn(sheet(list)), peopleIn([textPart(body), sheet(list)])]) {
          expect(people.min).toBeGreaterThanOrEqual(0);
          expect(people.min).toBeLessThanOrEqual(people.estimate);
          expect(people.estimate).toBeLessThanOrEqual(people.max);
        }
      }),
      runs,
    );
  });

  it('no flag is raised in more people than there are', () => {
    fc.assert(
      fc.property(text, (body) => {
        const people = peopleIn(body);
        for (const count of Object.values(people.flags)) expect(count).toBeLessThanOrEqual(people.estimate);
      }),
      runs,
    );
  });

  it('max of two parts together is at least max of either', () => {
    fc.assert(
      fc.property(text, rows, (body, list) => {
        const together = peopleIn([textPart(body), sheet(list)]).max;
        expect(together).toBeGreaterThanOrEqual(Math.max(peopleIn(body).max, peopleIn(sheet(list)).max));
      }),
      runs,
    );
  });
});

describe('for any table', () => {
  it('the order of rows does not matter', () => {
    fc.assert(
      fc.property(
        rows.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const { how: _, ...people } = peopleIn(sheet(list));
          expect(peopleIn(sheet(shuffled))).toMatchObject(people);
        },
      ),
      runs,
    );
  });

  it('the order of columns does not matter', () => {
    fc.assert(
      fc.property(rows, fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (list, order) => {
        expect(peopleIn(sheet(list, order))).toEqual(peopleIn(sheet(list)));
      }),
      runs,
    );
  });

  it('someone with all-new keys never lowers the estimate', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 14 }), (list, place) => {
        const [added] = strangers(1, 77);
        const more = [...list.slice(0, place), added!, ...list.slice(place)];
        expect(estimate(sheet(more))).toBeGreaterThanOrEqual(estimate(sheet(list)));
      }),
      runs,
    );
  });

  it('rows that stand there twice are counted once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer(), (count, seed) => {
        const list = strangers(count, seed);
        expect(estimate(sheet([...list, ...list]))).toBe(count);
        expect(estimate([sheet(list), sheet(list)])).toBe(count);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a phone number', '0113 496 0100', 'Office'],
    ['an e-mail address', 'sam.porter@firm.test', 'Handled by'],
    ['a word', 'active', 'Status'],
    ['a date', '03/11/2025', 'Printed'],
    ['nothing', '', 'Remarks'],
  ])('a column with %s in every row changes nothing', (_, value, head) => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.integer(), fc.boolean(), (count, seed, hasNames) => {
        const list = strangers(count, seed).map((one) => ({ ...one, name: hasNames ? one.name : '' }));
        const wider = sheetPart([[...header, head], ...list.map((one) => [...cells(one), value])]);
        expect(estimate(wider)).toBe(count);
      }),
      { numRuns: 40 },
    );
  });

  it('empty rows, empty columns and blanks around values change nothing', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const padded = [header, ...list.map(cells)].flatMap((line) => [
          ['', ...line.map((cell) => `  ${cell} `), ''],
          [],
        ]);
        expect(estimate(sheetPart(padded))).toBe(estimate(sheet(list)));
      }),
      runs,
    );
  });

  it('pasted, as CSV and as a sheet it is about as many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.integer(), (count, seed) => {
        const lines = [header, ...strangers(count, seed).map(cells)];
        expect(estimate(lines.map((line) => line.join('\t')).join('\n'))).toBe(count);
        expect(estimate(lines.map((line) => line.map((cell) => `"${cell}"`).join(',')).join('\r\n'))).toBe(count);
        expect(estimate(lines.map((line) => `> ${line.join('; ')}`).join('\n'))).toBe(count);
      }),
      { numRuns: 40 },
    );
  });
});

describe('time', () => {
  it.each([
    ['a', 'aaaaaaaaaa'],
    ['1', '1111111111'],
    ['1-', '1-1-1-1-1-'],
    ['a@', 'a@a@a@a@a@'],
    ['quotes', ',"a,"b;"c\t"d'],
    ['commas', 'a,b,c\n'],
    ['pipes', 'a|b|c\n'],
    ['tabs', 'a\tb\n'],
    ['labels', 'Name: x\n'],
    ['empty lines', '\n'],
    ['sign-offs', 'Kind regards,\n'],
    ['thread headers', 'From: a@b.test\nTo: c@d.test\n'],
    ['names', 'Jane Doe '],
    ['cards', 'BEGIN:VCARD\n'],
    ['braces', '{"a":\n'],
    ['lists', '[{"a":1},\n'],
    ['elements', '<a b="c">\n'],
    ['comments', '<a><!--\n'],
    ['statements', 'insert into t values (\n'],
    ['gaps', 'a  b\na   b\n'],
    ['messages', '12/03/2024, 10:15 - Jane Doe: x\n'],
    ['messages of nobody known', '2026-11-29 10:15:02 Payment Worker: job 17 done\n'],
    ['cards on one line', 'BEGIN:VCARD '],
    ['cards without an end', 'BEGIN:VCARD FN:Jane Doe\nx\n\n'],
    ['copyrights', 'Copyright 2019 x\n'],
  ])('grows with the length of the text, no faster: %s', (_, unit) => {
    const read = (length: number) => peopleIn(textPart(unit.repeat(Math.ceil(length / unit.length))));
    expectGrowth(read, { small: 50_000, large: 400_000 });
  });
});
