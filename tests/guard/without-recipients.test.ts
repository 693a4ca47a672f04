import { expect, it } from 'vitest';
import { withoutRecipients } from '@/guard/without-recipients.ts';

it.each<[string, string[]]>([
  ['me@home.test', []],
  ['Me At Home <ME@home.test>', []],
  ['"a <me@home.test> b" <kim@client.test>', ['"a <me@home.test> b" <kim@client.test>']],
  ['not-me@home.test', ['not-me@home.test']],
  ['me@home.test.example', ['me@home.test.example']],
])('takes out exactly the address meant: %s', (entry, kept) => {
  expect(withoutRecipients({ to: [entry], cc: [entry], bcc: [entry] }, ['me@home.test'])).toEqual({
    to: kept,
    cc: kept,
    bcc: kept,
  });
});
