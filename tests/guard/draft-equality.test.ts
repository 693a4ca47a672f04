import { expect, it } from 'vitest';
import { isSameDraft } from '@/guard/draft-equality.ts';
import type { Draft } from '@/webmails/webmail.ts';

const draft: Draft = {
  account: 'alice@corp.test',
  to: ['kim@client.test', 'bob@corp.test'],
  cc: ['copy@other.test'],
  bcc: [],
  subject: 'List',
  body: 'Hello',
  isHtml: false,
  attachments: [{ id: '1', name: 'list.csv', size: 4 }],
};

it('is the same draft when nothing that leaves has changed', () => {
  expect(isSameDraft(draft, structuredClone(draft))).toBe(true);
  expect(
    isSameDraft(draft, { ...draft, attachments: [{ ...draft.attachments[0]!, load: async () => new Blob() }] }),
  ).toBe(true);
});

it.each<[string, Partial<Draft>]>([
  ['account', { account: 'sales@corp.test' }],
  ['a recipient more', { to: [...draft.to, 'me@home.test'] }],
  ['a recipient fewer', { to: ['kim@client.test'] }],
  ['a recipient moved to another field', { cc: [], bcc: ['copy@other.test'] }],
  ['subject', { subject: 'list' }],
  ['body', { body: 'Hello ' }],
  ['format', { isHtml: true }],
  ['an attachment more', { attachments: [...draft.attachments, { id: '2', name: 'b' }] }],
  ['an attachment replaced by another of the same name', { attachments: [{ id: '9', name: 'list.csv', size: 4 }] }],
  ['an attachment of another size', { attachments: [{ id: '1', name: 'list.csv', size: 5 }] }],
])('is another draft with %s', (_, change) => {
  expect(isSameDraft(draft, { ...draft, ...change })).toBe(false);
});
