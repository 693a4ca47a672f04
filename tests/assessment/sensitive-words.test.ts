// From words beside a person to the verdict: what special-category and criminal-offence data asks for, and what it does not.
import { describe, expect, it } from 'vitest';
import { assess } from '../../assessment/assess.ts';
import { strictDefault } from '../../policy/default.ts';
import type { Action } from '../../policy/verdict.ts';

const judge = (body: string, to: string) =>
  assess(
    {
      account: 'kerr.marsh@firm.example',
      to: [to],
      cc: [],
      bcc: [],
      subject: '',
      body,
      isHtml: false,
      files: [],
      trigger: 'send',
    },
    strictDefault,
    { session: 7, now: () => 1_800_000_000_000 },
  );

const external = 'ann@client.example';
const own = 'kmarsh84@gmail.com';
const note = 'Jane Doe, born 3 March 1971, NHS 943 476 5919, was diagnosed with leukaemia.';
const members = (count: number) =>
  [
    'Name\tE-mail\tReligion',
    ...Array.from({ length: count }, (_, k) => `Jane ${'ABCDEFGHIJKL'[k]}oe\tj${k}@x.test\tHindu`),
  ].join('\n');

describe('sensitive data about an identified person', () => {
  it.each<[why: string, body: string, to: string, action: Action, rule: string | undefined]>([
    ['one person to a client', note, external, 'justify', 'sensitive-to-external'],
    ['one person to the own address', note, own, 'block', 'sensitive-to-own'],
    ['an offence', 'Bob Roe (bob@y.test) was convicted of theft.', external, 'justify', 'sensitive-to-external'],
    ['a column for ten people', members(10), external, 'block', 'sensitive-to-external'],
    ['one person to a colleague', note, 'sue@firm.example', 'allow', undefined],
    ['the recipient', 'Dear Ann, you are HIV positive (ann@client.example).', external, 'allow', undefined],
    ['nobody', 'Leukaemia, theft and trade unions were discussed.', external, 'allow', undefined],
    [
      'a person without such data',
      'Bob Roe (bob@y.test) was happy with the healthy margin.',
      external,
      'allow',
      undefined,
    ],
  ])('%s', async (_, body, to, action, rule) => {
    const { verdict } = await judge(body, to);
    expect(verdict.action).toBe(action);
    expect(verdict.because[0]?.rule).toBe(rule);
  });
});
