// Words count only beside people: in their row, their block, their paragraph. Text about nobody is never flagged, and words make nobody.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToHash } from '../../scan/find/word-index.ts';
import type { Part } from '../../scan/part.ts';
import { countKinds } from '../../scan/people/count-people.ts';
import { scanPart } from '../../scan/scan-part.ts';
import { estimate, peopleIn, sheetPart, textPart } from './counting.ts';

const table = (...lines: string[]) => lines.join('\n').replace(/ ?\| ?/g, '\t');

/** Kinds known by words, with how often each is found. */
function wordKinds(part: Part | string): Record<string, number> {
  const scan = scanPart(typeof part === 'string' ? textPart(part) : part, { session: 1 });
  return Object.fromEntries(
    countKinds([scan])
      .filter(({ kind }) => /^special-|^criminal$|^case-record$|^purchase$/.test(kind))
      .map(({ kind, matches }) => [kind, matches]),
  );
}

describe('a column whose header names the kind', () => {
  it.each<[header: string, kind: string, cells: [string, string, string]]>([
    ['Diagnosis', 'special-health', ['Type 2 diabetes', 'N/A', 'Rare thing nobody listed']],
    ['Disability', 'special-health', ['Yes', 'No', 'wheelchair']],
    ['Medication', 'special-health', ['Zyxomab', '-', 'ramipril 5 mg']],
    ['Asthma', 'special-health', ['Y', 'N', 'yes']],
    ['Religion', 'special-religion', ['Sikh', 'Prefer not to say', 'Jedi']],
    ['Ethnicity', 'special-ethnic', ['White British', '', 'B3']],
    ['Sexual orientation', 'special-orientation', ['Straight', 'Rather not say', 'Gay']],
    ['Trade union', 'special-union', ['Unite', 'none', 'RMT']],
    ['Union member', 'special-union', ['Y', 'N', '1']],
    ['Political party', 'special-politics', ['Labour', 'None', 'Other']],
    ['Convictions', 'criminal', ['Theft 2014', 'None', 'Yes']],
    ['DBS result', 'criminal', ['Clear', 'n/a', 'Disclosed']],
    ['Fingerprint', 'special-biometric', ['A1F3', '', '99B0']],
    ['Genotype', 'special-genetic', ['APOE e4/e4', 'not tested', 'APOE e3/e4']],
    ['Case notes', 'case-record', ['Visited Monday', '-', 'Moved out']],
    ['Risk level', 'case-record', ['High', 'n/a', 'Medium']],
    ['Religionszugehörigkeit', 'special-religion', ['rk', 'keine', 'ev']],
    ['Handicap', 'special-health', ['Oui', 'Non', 'RQTH']],
  ])('%s: %s in each row that states something', (header, kind, [first, second, third]) => {
    const rows = [
      ['Name', 'E-mail', header],
      ['Jane Doe', 'jane@x.test', first],
      ['Bob Roe', 'bob@x.test', second],
      ['Ann Poe', 'ann@x.test', third],
    ];
    for (const part of [sheetPart(rows), textPart(rows.map((row) => row.join('\t')).join('\n'))]) {
      expect(wordKinds(part)).toEqual({ [kind]: 2 });
      expect(estimate(part)).toBe(3);
    }
  });
});

describe('words about people', () => {
  it.each<[why: string, text: string, kinds: Record<string, number>]>([
    [
      'notes in a column without a kind',
      table(
        'Name | E-mail | Notes',
        'Jane Doe | jane@x.test | has asthma, on bail',
        'Bob Roe | bob@x.test | likes tea',
      ),
      { 'special-health': 1, criminal: 1 },
    ],
    [
      'a label block',
      'Name: Jane Doe\nE-mail: jane@x.test\nDiagnosis: lupus\nReligion: Hindu\nCase notes: visited',
      { 'special-health': 1, 'special-religion': 1, 'case-record': 1 },
    ],
    [
      'a label that is a term',
      'Name: Jane Doe\nE-mail: jane@x.test\nEpilepsy: yes\nAsthma: no',
      { 'special-health': 1 },
    ],
    [
      'lines in a block',
      'Name: Jane Doe\nNHS number: 943 476 5919\nShe was diagnosed with leukaemia.',
      { 'special-health': 2 },
    ],
    ['a sentence', 'Jane Doe (NHS 943 476 5919) is pregnant.', { 'special-health': 1 }],
    ['a note in a list', '- Jane Doe, 07700 900123, diabetic\n- Bob Roe, 07700 900124, fine', { 'special-health': 1 }],
    [
      'a person to ring about herself',
      'Please call Mrs Jane Doe on 07700 900123 about her chemotherapy.',
      { 'special-health': 1 },
    ],
    [
      'records of JSON',
      '[{"name":"Jane Doe","email":"jane@x.test","diagnosis":"asthma"},{"name":"Bob Roe","email":"bob@x.test","diagnosis":"none"}]',
      { 'special-health': 1 },
    ],
    ['an order in a sentence', 'Jane Doe, jane@x.test, ordered 3 oak desks on 4 May.', { purchase: 1 }],
    [
      'a statement before a request to ring',
      'Jane Doe (jane@x.test, 07700 900123) has epilepsy. Please ring before noon.',
      { 'special-health': 1 },
    ],
    [
      'a request to ring in the same sentence',
      'Jane Doe (jane@x.test) is on the sex offenders register, please call first.',
      { criminal: 1 },
    ],
    [
      'what goes on from the statement',
      'Jane Doe (jane@x.test) has moved. Lives with HIV. Please ring.',
      { 'special-health': 1 },
    ],
    [
      'a paragraph that goes on about the person of the one before',
      'Jane Doe (jane@x.test) joined in May.\n\nShe has epilepsy.\n',
      { 'special-health': 1 },
    ],
    [
      'a paragraph that goes on behind a block',
      'Patient: Jane Doe\nNHS number: 943 476 5919\n\nThe patient has epilepsy.\n',
      { 'special-health': 1 },
    ],
    ['a party', 'Jane Doe (jane@x.test) stood for the Conservatives.', { 'special-politics': 1 }],
    ['a former union', 'Jane Doe (jane@x.test) joined the NUT.', { 'special-union': 1 }],
    ['denied', 'Jane Doe, born 3 March 1971, NI AB123456C: no history of asthma, not a union member.', {}],
  ])('%s', (_, text, kinds) => {
    expect(wordKinds(text)).toEqual(kinds);
  });

  it('says where they stand', () => {
    const text = 'Ärztin: ﬁne.\nJane Doe, born 3 March 1971, AB123456C, has multiple sclerosis.';
    const { findings = [] } = scanPart(textPart(text), { session: 1, findings: true });
    const spans = findings
      .filter(({ kind }) => kind === 'special-health')
      .map(({ start, end }) => text.slice(start, end));
    expect(spans).toEqual(['multiple sclerosis']);
  });

  it('tells two people in one paragraph apart', () => {
    const text = 'Jane Doe (jane@x.test) has epilepsy; Bob Roe (bob@y.test) moved house.';
    expect(peopleIn(text).flags.special).toBe(1);
    expect(peopleIn(text).estimate).toBe(2);
  });

  it('counts the people, not the words', () => {
    const text = table(
      'Name | E-mail | Notes | Conviction',
      'Jane Doe | jane@x.test | asthma, epilepsy, HIV | theft',
      'Bob Roe | bob@x.test | Muslim | none',
      'Ann Poe | ann@x.test | moved | none',
    );
    expect(peopleIn(text).flags).toMatchObject({ special: 2, criminal: 1 });
  });

  it('counts nothing of a recipient', () => {
    const recipients = [{ address: 'jane@x.test' }];
    expect(
      peopleIn('Dear Jane,\nyour results (jane@x.test): you are HIV positive.', { recipients }).flags.special,
    ).toBe(0);
  });
});

describe('ordinary business', () => {
  it.each<[why: string, text: string]>([
    ['no person at all', 'Asthma, diabetes and HIV were discussed. Convicted of theft, he is Muslim and votes Labour.'],
    ['a webinar', 'Register for the mental health awareness webinar with ann@x.test or on 01632 960123.'],
    ['a sponsor list', 'Sponsors: Cancer Research, Lesbian & Gay Film Festival. Contact Ann Poe, ann@x.test.'],
    [
      'a place of work',
      table(
        'Name | E-mail | Job title',
        'Jane Doe | jane@x.test | Mental health nurse',
        'Bob Roe | bob@x.test | Asthma specialist',
      ),
    ],
    [
      'a firm',
      table(
        'Name | E-mail | Company',
        'Jane Doe | jane@x.test | HIV Clinic Leeds',
        'Bob Roe | bob@x.test | Union Bank',
      ),
    ],
    ['a clinic to ring', 'For asthma inhalers please call 01632 960123 or write to desk.asthma@clinic.test.'],
    ['what to ring for', 'Ann Poe (ann@x.test) has moved. Please ring for asthma inhalers and diabetes kits.'],
    ['a desk and its subjects', 'Ann Poe, 07700 900124. Diabetes, asthma, epilepsy. Contact us for the programme.'],
    [
      'a paragraph about somebody else',
      'Ann Poe (ann@x.test) sent the book.\n\nThe hero has epilepsy and is Muslim.\n',
    ],
    ['the code of a job', 'job J12 failed for ann@x.test, J12 starts again'],
    ['an absence of the writer', 'I was off with the flu and had a migraine; Ann Poe (ann@x.test) stood in.'],
    ['a price list', table('Item | Price', 'Diabetes test strips | 9.99', 'Walking aid for the disabled | 49.00')],
    [
      'a catalogue of books',
      table(
        'Title | Author | ISBN',
        'The Muslim World | J. Roe | 9780306406157',
        'Prison and Parole | A. Poe | 9780306406157',
      ),
    ],
    ['a healthy margin', 'Jane Doe (jane@x.test) reports a healthy margin and her conviction that labour costs fall.'],
    ['colours', 'Bob Roe, 07700 900124, wants the black jacket and a white van on Church Street.'],
    [
      'statistics',
      table(
        'Ethnic group | People | Share',
        'White British | 1200 | 60%',
        'Black African | 300 | 15%',
        'Asian | 500 | 25%',
      ),
    ],
  ])('%s', (_, text) => {
    expect(wordKinds(text)).toEqual({});
  });
});

const fragments = [
  'has asthma',
  'a union member',
  'Muslim',
  'convicted of theft',
  'no epilepsy',
  'BRCA1',
  'gay',
  'votes Labour',
  'fingerprints',
  'case notes',
  'ordered a desk',
];

it('short words and codes are told apart', () => {
  const units = [...'abcdefghijklmnopqrstuvwxyz0123456789'].map((letter) => letter.charCodeAt(0));
  const hashes = new Set<number>();
  for (const one of units)
    for (const two of units)
      for (const three of units) hashes.add([one, two, three].reduce((hash, unit) => addToHash(hash, unit), 0));
  expect(hashes.size).toBe(units.length ** 3);
});

it('words never change the number of people', () => {
  const people = fc.array(
    fc.constantFrom(
      'Jane Doe, jane@x.test',
      'Bob Roe 07700 900124',
      'Ann Poe, born 03/04/1951, LS1 4QT',
      'AB123456C',
      'Nobody here',
    ),
    { minLength: 1, maxLength: 6 },
  );
  const words = fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(people, words, (mentions, said) => {
      const told = mentions.map((mention) => `${mention} ${said.join(' and ')}.`);
      expect(estimate(told.join('\n\n'))).toBe(estimate(mentions.map((mention) => `${mention} .`).join('\n\n')));
    }),
    { numRuns: 200 },
  );
});

describe('children', () => {
  const year = new Date().getFullYear();
  const day = (years: number, days: number) => {
    const date = new Date();
    date.setUTCFullYear(year - years);
    date.setUTCDate(date.getUTCDate() + days);
    return date.toISOString().slice(0, 10);
  };
  it.each<[why: string, children: number, text: string]>([
    [
      'a birth date a day short of 18 years',
      1,
      table('Name | Date of birth', `Jane Doe | ${day(18, 2)}`, `Bob Roe | ${day(18, -2)}`),
    ],
    ['an age', 1, table('Name | E-mail | Age', 'Jane Doe | jane@x.test | 9', 'Bob Roe | bob@x.test | 41')],
    ['a year group', 2, table('Name | E-mail | Year group', 'Jane Doe | jane@x.test | 7', 'Bob Roe | bob@x.test | R')],
    ['a parent', 1, table('Child name | Parent/guardian | E-mail', 'Jane Doe | Ann Doe | ann@x.test')],
    ['a label', 1, 'Name: Jane Doe\nE-mail: jane@x.test\nAge: 12'],
    ['a sentence', 1, 'Jane Doe (07700 900123), aged 11, came with her aunt.'],
    ['years of service', 0, 'Jane Doe (07700 900123) has been here 11 years.'],
    ['the age of a wine', 0, table('Item | Age', 'Port | 10', 'Malt | 12')],
  ])('%s: %i', (_, children, text) => {
    expect(peopleIn(text).flags.child).toBe(children);
  });
});
