// The mail that must never get out, in every form it leaves a firm in: 957 is 957.
import { describe, expect, it } from 'vitest';
import { asCsv, asTableText, rows } from '../../benchmarks/corpus/forms.ts';
import {
  employee,
  employeeAtHome,
  forwarded,
  headlineMail,
  ordinaryMails,
  smallMail,
  visitorBook,
} from '../../benchmarks/corpus/mails.ts';
import { countKinds } from '../../scan/people/count-people.ts';
import { scanPart } from '../../scan/scan-part.ts';
import { estimate, peopleIn, sheetPart, textPart } from './counting.ts';

const mail = headlineMail();
const context = {
  sender: employee,
  recipients: [{ address: employeeAtHome }],
  firmDomains: ['brightwater.example'],
};

describe('the mail about 957 clients', () => {
  it.each([
    ['in the body', textPart(mail.body)],
    ['as CSV', textPart(asCsv(mail.clients), 'clients.csv')],
    ['as a pasted table', textPart(asTableText(mail.clients))],
    ['as a sheet', sheetPart(rows(mail.clients))],
    ['forwarded and quoted', textPart(forwarded(mail).body)],
    ['with Windows line breaks', textPart(mail.body.replaceAll('\n', '\r\n'))],
    ['with a semicolon between cells', textPart(asTableText(mail.clients).replaceAll('\t', ';'))],
    ['as a Markdown table', textPart(asTableText(mail.clients).replaceAll('\t', ' | ').replace(/^.*$/gm, '| $& |'))],
    ['quoted twice', textPart(mail.body.replace(/^/gm, '> > '))],
  ])('is about 957 people %s', (_, part) => {
    expect(peopleIn(part, context)).toMatchObject({ min: 957, estimate: 957, max: 957 });
  });

  it('is about 957 people where they stand in the body and in two attachments', () => {
    const parts = [textPart(mail.body), textPart(asCsv(mail.clients), 'clients.csv'), sheetPart(rows(mail.clients))];
    expect(peopleIn(parts, context)).toMatchObject({ min: 957, estimate: 957, max: 3 * 957 });
  });

  it('names the kinds the dialog names', () => {
    const kinds = new Map(countKinds([scanPart(textPart(mail.body), { session: 1 })]).map((kind) => [kind.kind, kind]));
    expect(kinds.get('email')).toMatchObject({ matches: 957, distinct: 957 });
    expect(kinds.get('phone')).toMatchObject({ matches: 957, distinct: 957 });
    expect(kinds.get('birth-date')).toMatchObject({ matches: 954 });
    expect(peopleIn(mail.body).flags).toMatchObject({ financial: 957, identityDocument: 957, purchase: 857 });
    expect(peopleIn(mail.body).how).toEqual(['table-rows', 'label-blocks', 'mentions']);
  });

  it('finds every one of its 7,359 values where it stands, and nothing else', () => {
    const { findings = [] } = scanPart(textPart(mail.body), { session: 1, findings: true });
    const spans = (values: readonly { kind: string; start: number; end: number }[]) =>
      new Set(values.filter(({ kind }) => told.has(kind)).map(({ kind, start, end }) => `${kind} ${start} ${end}`));
    const truths = spans(mail.truths);
    const found = spans(findings);
    expect(truths.size).toBe(7359);
    expect([...truths].filter((truth) => !found.has(truth))).toEqual([]);
    expect([...found].filter((finding) => !truths.has(finding)).length).toBe(0);
  });
});

const told = new Set([
  'email',
  'phone',
  'birth-date',
  'uk-nino',
  'uk-nhs-number',
  'uk-postcode',
  'payment-card',
  'iban',
]);

describe('its siblings', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])('one of eleven mails of 17 people is about 17 (seed %i)', (seed) => {
    expect(estimate(smallMail({ seed }).body)).toBe(17);
  });

  it('eleven of them together are about 187', () => {
    const bodies = Array.from({ length: 11 }, (_, seed) =>
      textPart(smallMail({ seed: 100 + seed }).body, `mail-${seed}`),
    );
    expect(estimate(bodies)).toBe(187);
  });

  it('a visitor book is about its visitors', () => {
    expect(estimate(visitorBook().body)).toBe(24);
  });

  it.each([551, 30, 8])('a mail of %i people is about as many, whatever the seed', (people) => {
    for (const seed of [1, 2, 3]) expect(estimate(headlineMail({ people, seed }).body)).toBe(people);
  });
});

describe('ordinary mail', () => {
  it.each(Object.entries(ordinaryMails))('%s is about one person at most', (_, { from, to, body }) => {
    const recipients = to.map((address) => ({ address }));
    expect(estimate(body, { sender: from, recipients, firmDomains: ['brightwater.example'] })).toBeLessThanOrEqual(1);
  });
});
