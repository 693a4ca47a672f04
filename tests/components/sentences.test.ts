import { describe, expect, it } from 'vitest';
import type { VerdictView } from '@/components/dialog/dialog-view.ts';
import { destinationLine, headline } from '@/components/dialog/sentences.ts';
import { maskAddress } from '@/components/mask-address.ts';
import { translateIn } from './messages.ts';
import { headlineCase } from './views.ts';

const t = translateIn('en');
const nobody = { min: 0, estimate: 0, max: 0 };

describe('the headline', () => {
  const cases: [string, Partial<VerdictView>, string][] = [
    ['one person', { people: { min: 1, estimate: 1, max: 1 } }, 'This message is about 1 person.'],
    ['thousands', { people: { min: 1204, estimate: 1204, max: 1250 } }, 'This message is about 1,204 people.'],
    [
      'a count uncertain by more than a tenth',
      { people: { min: 900, estimate: 957, max: 1020 } },
      'This message is about roughly 957 people (900 to 1,020).',
    ],
    ['a file on its way in', { trigger: 'attach' }, 'This file is about 957 people.'],
    ['a dropped file', { trigger: 'drop' }, 'This file is about 957 people.'],
    ['pasted text', { trigger: 'paste' }, 'The pasted text is about 957 people.'],
    ['a scheduled send', { trigger: 'scheduled-send' }, 'This message is about 957 people.'],
    [
      'one file that cannot be read',
      { people: nobody, unreadable: [{ name: 'a.zip', reason: 'encrypted' }] },
      'A file in this message cannot be checked.',
    ],
    [
      'two files that cannot be read',
      {
        people: nobody,
        unreadable: [
          { name: 'a.zip', reason: 'encrypted' },
          { name: 'b.bin', reason: 'unknown-format' },
        ],
      },
      '2 files in this message cannot be checked.',
    ],
    [
      'a text that cannot be read',
      { people: nobody, unreadable: [{ name: '', reason: 'too-large' }] },
      'The text of this message cannot be checked.',
    ],
    [
      'a file that cannot be read, beside a person who is no matter',
      {
        people: { min: 1, estimate: 1, max: 1 },
        unreadable: [{ name: 'a.zip', reason: 'encrypted' }],
        rules: ['unreadable-to-own'],
      },
      'A file in this message cannot be checked.',
    ],
    [
      'people first, where the stricter rule is about people',
      { unreadable: [{ name: 'a.zip', reason: 'encrypted' }], rules: ['people-to-own', 'unreadable-to-own'] },
      'This message is about 957 people.',
    ],
    [
      'recipients who see each other',
      { people: nobody, rules: ['visible-recipients'] },
      "People outside would see each other's addresses.",
    ],
    [
      'an address that only looks like the firm’s',
      { people: nobody, rules: ['look-alike-domain'] },
      "An address in this message only looks like the firm's.",
    ],
    ['neither people nor files', { people: nobody }, 'This message needs a look before it goes.'],
  ];
  it.each(cases)('says %s', (_, change, expected) => {
    expect(headline(t, { ...headlineCase, ...change })).toBe(expected);
  });
});

describe('the destination line', () => {
  const to = (address: string, destination: VerdictView['destination']) => ({ address, destination });
  const cases: [string, Partial<VerdictView>, string][] = [
    [
      'a personal address',
      { outside: [to('jo.bloggs@gmail.com', 'personal')] },
      'It is going to j…s@gmail.com, a personal address.',
    ],
    [
      'an outside firm',
      { outside: [to('sales@rival.example', 'external')] },
      'It is going to s…s@rival.example, outside the firm.',
    ],
    [
      'several',
      { outside: [to('a@b.example', 'external'), to('c@d.example', 'personal')] },
      'It is going to 2 addresses outside the firm:',
    ],
    [
      'a site',
      { site: 'drop.example', destination: 'external' },
      'It is being sent to drop.example, outside the firm.',
    ],
    ['nobody yet', { outside: [], inside: 0 }, t('dialog_going_nowhere')],
    ['the firm itself', { outside: [], inside: 2, destination: 'internal' }, 'It stays inside the firm.'],
  ];
  it.each(cases)('names %s', (_, change, expected) => {
    expect(destinationLine(t, { ...headlineCase, ...change })).toBe(expected);
  });
});

describe('a masked address', () => {
  it.each([
    ['kerr.1984@gmail.com', 'k…4@gmail.com'],
    ['abc@x.example', 'a…c@x.example'],
    ['ab@x.example', 'a…@x.example'],
    ['a@x.example', 'a…@x.example'],
    ['"odd@name"@x.example', '"…"@x.example'],
    ['no address', 'n…s'],
    ['', '…'],
    ['ünal@x.example', 'ü…l@x.example'],
  ])('%s is shown as %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });
});
