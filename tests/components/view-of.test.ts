import { describe, expect, it } from 'vitest';
import type { Assessment, DraftToAssess } from '@/assessment/assessment.ts';
import { viewOf } from '@/components/dialog/view-of.ts';
import { strictDefault } from '@/policy/default.ts';
import type { Destination, Recipient } from '@/policy/facts.ts';

const draft: DraftToAssess = {
  to: [],
  cc: [],
  bcc: [],
  subject: '',
  body: '',
  isHtml: false,
  files: [],
  trigger: 'send',
};
const to = (address: string, destination: Destination, field: Recipient['field'] = 'to') => ({
  address,
  field,
  destination,
});
const email = (distinct: number) => ({ kind: 'email', category: 'contact' as const, matches: distinct, distinct });

const assessment: Assessment = {
  facts: {
    recipients: [],
    people: {
      min: 28,
      estimate: 30,
      max: 32,
      how: [],
      flags: { special: 0, criminal: 0, financial: 0, identityDocument: 0, child: 0, purchase: 0 },
    },
    kinds: [],
    files: [],
    trigger: 'send',
    history: {},
  },
  verdict: {
    action: 'justify',
    because: [
      { rule: 'people-to-external', action: 'justify' },
      { rule: 'unreadable-to-external', action: 'warn' },
    ],
    destination: 'personal',
    recipients: [
      to('jo@rival.example', 'external'),
      to('jo@rival.example', 'external', 'cc'),
      to('sam@gmail.com', 'personal', 'bcc'),
      to('kim@firm.example', 'internal'),
      to('lee@bureau.example', 'partner'),
    ],
    enforced: true,
  },
  parts: [
    { name: 'message', type: 'text', read: true, characters: 12, kinds: [] },
    { name: 'list.csv', type: 'csv', read: true, characters: 900, kinds: [email(30)] },
    { name: 'locked.zip', type: 'zip', read: false, reason: 'encrypted', characters: 0, kinds: [] },
  ],
  files: [],
  scanMs: 3,
};

describe('what the dialog is given', () => {
  const view = viewOf('one', assessment, draft, strictDefault)!;

  it('counts each outside address once and everyone else as inside', () => {
    expect(view.outside.map(({ address }) => address)).toEqual(['jo@rival.example', 'sam@gmail.com']);
    expect(view.inside).toBe(2);
  });

  it('names only the parts in which something was found, and apart from them what could not be read', () => {
    expect(view.parts).toEqual([{ where: 'file', name: 'list.csv', kinds: [{ kind: 'email', distinct: 30 }] }]);
    expect(view.unreadable).toEqual([{ name: 'locked.zip', reason: 'encrypted' }]);
  });

  it('tells the body and the subject from files', () => {
    const parts = ['message', 'subject'].map((name) => ({
      name,
      type: 'text',
      read: true,
      characters: 9,
      kinds: [email(2)],
    }));
    expect(viewOf('one', { ...assessment, parts }, draft, strictDefault)?.parts.map(({ where }) => where)).toEqual([
      'body',
      'subject',
    ]);
  });

  it('names the rules in their order, and every reason with its checklist', () => {
    expect(view.rules).toEqual(['people-to-external', 'unreadable-to-external']);
    expect(view.reasons.map(({ code, checklist }) => [code, checklist.length])).toEqual(
      strictDefault.reasons.map(({ code, checklist }) => [code, checklist?.length ?? 0]),
    );
  });

  it('is nothing where the message may go', () => {
    const allowed = { ...assessment, verdict: { ...assessment.verdict, action: 'allow' as const } };
    expect(viewOf('one', allowed, draft, strictDefault)).toBeUndefined();
  });
});

it.each([
  ['files', [{ id: '1', name: 'clients.csv', content: new Blob(['x']) }], 'attach'],
  ['text', [], 'paste'],
] as const)('speaks of what is pasted as %s', (_, files, trigger) => {
  const view = viewOf('1', assessment, { ...draft, files: [...files], trigger: 'paste' }, strictDefault);
  expect(view).toMatchObject({ trigger });
});
