// When two records are one person: slips, diminutives, married names; and when they are not.
import { describe, expect, it } from 'vitest';
import { type NameAgreement, nameAgreement } from '../../scan/names/name-agreement.ts';
import { addNameWords } from '../../scan/names/person-name.ts';
import { birthAgreement, birthHash } from '../../scan/people/birth-hash.ts';
import { addressSum, isSlipOfAddress, isSlipOfNumber, numberSum } from '../../scan/people/slips.ts';
import { estimate, peopleIn, sheetPart, textPart } from './counting.ts';
import { type Field, register } from './registers.ts';

const session = 20_251_103;
const units = (text: string) => Uint16Array.from(text, (letter) => letter.charCodeAt(0));
const rows = (...all: string[]) => all.map((line) => line.split(' | ').map((cell) => cell.trim()));

describe('names', () => {
  it.each<[one: string, other: string, agreement: NameAgreement]>([
    ['Jane Whitcombe', 'WHITCOMBE, Mrs Jane', 'same'],
    ['J Whitcombe', 'Jane Whitcombe', 'part'],
    ['Jane Whitcombe', 'Jane Mary Whitcombe', 'part'],
    ['Jane Whitcombe', 'Jane Whitcomeb', 'similar'],
    ['Jane Whitcombe', 'Jane Witcombe', 'similar'],
    ['Katherine Doe', 'Catherine Doe', 'similar'],
    ['Robert Ellison', 'Bob Ellison', 'similar'],
    ['William Ellison', 'Liam Ellison', 'similar'],
    ['Daniel Ellison', 'Daniela Ellison', 'variant'],
    ['Jane Ellison', 'Jane Whitcombe', 'surname'],
    ['Jane Ellison', 'Robert Ellison', 'different'],
    ['Jane Ellison', 'Tom Whitcombe', 'different'],
    ['Jane Ellison', '', 'unknown'],
  ])('%s and %s: %s', (one, other, agreement) => {
    const hashes = (name: string) => {
      const words: number[] = [];
      addNameWords(words, 0, name, 0, name.length, session);
      return words;
    };
    expect(nameAgreement(hashes(one), hashes(other), session)).toBe(agreement);
    expect(nameAgreement(hashes(other), hashes(one), session)).toBe(agreement);
  });
});

describe('birth dates', () => {
  it.each([
    ['1951-04-03', '1951-04-03', 'same'],
    ['1951-04-03', '1951-03-04', 'near'],
    ['1951-04-03', '1957-04-03', 'near'],
    ['1951-04-03', '1951-04-13', 'near'],
    ['1951-04-03', '1984-06-05', 'different'],
    ['1951-04-03', '1984-04-05', 'different'],
  ])('%s and %s: %s', (one, other, agreement) => {
    expect(birthAgreement(birthHash(units(one), session), birthHash(units(other), session))).toBe(agreement);
  });
});

describe('slips', () => {
  it.each([
    ['jane.doe@x.test', 'jnae.doe@x.test', true],
    ['jane.doe@x.test', 'jane.do@x.test', true],
    ['jane.doe@x.test', 'jane.dole@x.test', true],
    ['jane.doe@x.test', 'jane.doa@x.test', true],
    ['jane.doe@x.test', 'bob.roe@x.test', false],
    ['client12@x.test', 'client13@x.test', false],
    ['client12@x.test', 'client21@x.test', false],
  ])('%s and %s: %s', (one, other, is) => {
    expect(
      isSlipOfAddress(
        addressSum(units(one), one.length, session),
        addressSum(units(other), other.length, session),
        session,
      ),
    ).toBe(is);
  });

  it.each([
    ['+447700900123', '+447700901023', true],
    ['+447700900123', '+447700900124', false],
  ])('%s and %s: %s', (one, other, is) => {
    expect(
      isSlipOfNumber(numberSum(units(one), one.length, session), numberSum(units(other), other.length, session)),
    ).toBe(is);
  });
});

describe('two rows', () => {
  const pair = (header: string, one: string, other: string) => sheetPart(rows(header, one, other));

  it.each<[what: string, people: number, header: string, one: string, other: string]>([
    [
      'a typo in the surname, one mailbox',
      1,
      'Name | E-mail',
      'Jane Whitcombe | jane@x.test',
      'Jane Whitcomeb | jane@x.test',
    ],
    ['a typo in the mailbox', 1, 'Name | E-mail', 'Jane Whitcombe | jane@x.test', 'Jane Whitcombe | jnae@x.test'],
    [
      'a typo in the first name, one telephone',
      1,
      'Name | Phone',
      'Katherine Doe | 07700 900123',
      'Catherine Doe | 07700 900123',
    ],
    [
      'a diminutive',
      1,
      'Name | Phone | Postcode',
      'Robert Ellison | 07700 900123 | LS1 4QT',
      'Bob Ellison | 07700 900123 | LS1 4QT',
    ],
    [
      'a married name, same birth date and house',
      1,
      'Name | DOB | Address | Postcode',
      'Jane Doe | 03/04/1951 | 4 Weir Court | LS1 4QT',
      'Jane Whitcombe | 03/04/1951 | 4 Weir Court | LS1 4QT',
    ],
    [
      'a new surname and nothing but the house in common',
      2,
      'Name | Address | Postcode',
      'Jane Doe | 4 Weir Court | LS1 4QT',
      'Jane Whitcombe | 4 Weir Court | LS1 4QT',
    ],
    [
      'day and month swapped',
      1,
      'Name | DOB | Phone',
      'Jane Whitcombe | 03/04/1951 | 07700 900123',
      'Jane Whitcombe | 04/03/1951 | 07700 900123',
    ],
    [
      'a digit wrong in the birth date',
      1,
      'Name | DOB | Postcode',
      'Jane Whitcombe | 03/04/1951 | LS1 4QT',
      'Jane Whitcombe | 03/04/1957 | LS1 4QT',
    ],
    [
      'digits swapped in the telephone',
      1,
      'Name | Phone',
      'Jane Whitcombe | 07700 900123',
      'Jane Whitcombe | 07700 901023',
    ],
    [
      'digits swapped in the NI number, all else agrees',
      1,
      'Name | DOB | E-mail | NI number',
      'Jane Whitcombe | 03/04/1951 | jane@x.test | AB123456C',
      'Jane Whitcombe | 03/04/1951 | jane@x.test | AB123465C',
    ],
    [
      'a typo in the name, same birth date and house',
      1,
      'Name | DOB | Address | Postcode',
      'Jane Whitcombe | 03/04/1951 | 4 Weir Court | LS1 4QT',
      'Jane Whitcmbe | 03/04/1951 | 4 Weir Court | LS1 4QT',
    ],
    [
      'twins',
      2,
      'Name | DOB | Address | Postcode',
      'Emily Doe | 03/04/2011 | 4 Weir Court | LS1 4QT',
      'Oliver Doe | 03/04/2011 | 4 Weir Court | LS1 4QT',
    ],
    [
      'mother and daughter with one mailbox and telephone',
      2,
      'Name | E-mail | Phone',
      'Margaret Doe | does@x.test | 07700 900123',
      'Susan Doe | does@x.test | 07700 900123',
    ],
    [
      'an initial, the telephone and a missing postcode',
      1,
      'Name | Phone | Postcode',
      'J Whitcombe | 07700 900123 | ',
      'Jane Whitcombe | 07700 900123 | LS1 4QT',
    ],
    [
      'namesakes with other telephones',
      2,
      'Name | Phone',
      'Jane Whitcombe | 07700 900123',
      'Jane Whitcombe | 07700 900876',
    ],
    [
      'namesakes in other houses',
      2,
      'Name | Address | Postcode',
      'Jane Doe | 4 Weir Court | LS1 4QT',
      'Jane Doe | 4 Mill Lane | YO2 6RB',
    ],
  ])('%s: %i', (_, people, header, one, other) => {
    expect(estimate(pair(header, one, other))).toBe(people);
    expect(estimate(pair(header, other, one))).toBe(people);
  });
});

describe('registers with households and a fifth of the people entered twice', () => {
  it.each<[fields: Field[]]>([
    [['firstName', 'lastName', 'email', 'phone', 'birthDate', 'nino', 'street', 'postcode']],
    [['firstName', 'lastName', 'email', 'phone']],
    [['firstName', 'lastName', 'phone', 'postcode']],
    [['firstName', 'lastName', 'birthDate', 'street', 'postcode']],
    [['firstName', 'lastName', 'birthDate', 'nino']],
    [['firstName', 'lastName', 'street', 'postcode']],
    [['firstName', 'lastName', 'email']],
    [['firstName', 'lastName', 'phone']],
  ])('%j are counted within 5 %', (fields) => {
    for (const seed of [11, 12]) {
      const { rows, people } = register(500, fields, { twice: 0.2, related: 0.15, seed });
      const counted = peopleIn(sheetPart(rows));
      expect(counted.max).toBe(rows.length - 1);
      expect(Math.abs(counted.estimate / people - 1)).toBeLessThanOrEqual(0.05);
    }
  });
});

describe('a name and nothing else', () => {
  const list = rows('Customer name | Phone', 'Jane Doe | 07700 900123', 'Robert Roe | 07700 900124');

  it('adds nobody to those of its name', () => {
    const orders = rows('Customer name | Item | Amount', 'Jane Doe | Oak desk | £10.00', 'Robert Roe | Lamp | £5.00');
    expect(estimate([sheetPart(list), sheetPart(orders, 'orders.xlsx')])).toBe(2);
  });

  it('is one person where a list of orders repeats it', () => {
    const orders = Array.from({ length: 12 }, (_, order) => [['Jane Doe', 'Robert Roe'][order % 2]!, `£${order}.00`]);
    expect(estimate(sheetPart([['Customer name', 'Amount'], ...orders]))).toBe(2);
  });

  it('is a person of its own in a list that hardly repeats any', () => {
    const names = ['Ann Alder', 'Bob Birch', 'Sue Cedar', 'Max Dale', 'Tom Elm', 'Ann Alder'];
    expect(estimate(sheetPart([['Customer name'], ...names.map((name) => [name])]))).toBe(6);
  });

  it('of the body is that of the attachment', () => {
    expect(estimate([textPart('Name: Jane Doe\nPurchase: oak desk\n'), sheetPart(list)])).toBe(2);
  });
});
