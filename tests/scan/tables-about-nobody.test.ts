// Tables as statistical offices and collectors publish them: names stand in them, and yet they list no clients.
import { describe, expect, it } from 'vitest';
import { estimate } from './counting.ts';

const names = ['Anna Berg', 'Paul Reed', 'Maria Lund', 'John Moss', 'Laura Finch', 'David Marsh'];
const table = (header: string, row: (name: string, index: number) => string) => [header, ...names.map(row)].join('\n');

describe('nobody', () => {
  it.each<[why: string, text: string]>([
    [
      'songs that name a candidate',
      table(
        'id,candidate,song,artist,theme,album_release_date',
        (name, i) => `${i},${name},Blue Moon,The Larks,love,2011`,
      ),
    ],
    [
      'heroes and their appearances',
      table('URL,Name/Alias,Appearances,Gender,Alias since', (name, i) => `,${name},${i * 7},FEMALE,196${i}`),
    ],
    [
      'a cast',
      table('MOVIE,ACTOR,CHARACTER_NAME,TYPE,BILLING,GENDER', (name, i) => `Harbour,${name},${name},Leading,${i},Male`),
    ],
    [
      'results for combinations of names',
      table('FirstName,Surname,Adjustment,cleanName,Estimate', (name, i) => {
        const [first, last] = name.split(' ');
        return `${first},${last},2.${i},${name.toLowerCase()},${i}837.931830209`;
      }),
    ],
    [
      'answers in a study, among figures',
      [
        'rownames,case,sex,race,completed by,score',
        ...Array.from(
          { length: 20 },
          (_, i) => `${i + 1},${i + 1},F,Asian,${i % 3 ? 'Family Member' : 'Student'},${i % 7}`,
        ),
      ].join('\n'),
    ],
    [
      'subjects by code',
      [
        'code,major,category',
        '1102,ECONOMICS,Business',
        '5500,GENERAL SOCIAL SCIENCES,Social Science',
        '5501,CRIMINOLOGY,Social Science',
        '5502,GEOGRAPHY,Social Science',
      ].join('\n'),
    ],
  ])('%s', (_why, text) => expect(estimate(text)).toBe(0));
});

describe('people all the same', () => {
  it.each<[why: string, text: string]>([
    [
      'who ordered records',
      table('Order,Customer name,Artist,Album', (name, i) => `A${i},${name},The Larks,Blue Moon`),
    ],
    [
      'whose songs stand beside an address',
      table('Full name,Song,Artist,E-mail', (name, i) => `${name},Blue Moon,The Larks,p${i}@example.org`),
    ],
    ['with marks', table('First name,Last name,Score', (name, i) => `${name.replace(' ', ',')},7${i}.25`)],
    [
      'with the years of a statement over the columns',
      table('Full name,Client number,2022,2023,2024', (name, i) => `${name},10023${i},1${i},2${i},3${i}`),
    ],
    [
      'with the days of a register over the columns',
      table('Pupil name,Birth date,1,2,3,4,5', (name, i) => `${name},0${i + 1}/03/2014,x,x,,x,x`),
    ],
  ])('%s', (_why, text) => expect(estimate(text)).toBe(names.length));
});
