import { expect, it } from 'vitest';
import { accountOf } from '@/webmails/products/roundcube-headers.ts';

const form = '<form><select name="_from"><option selected>Kim &lt;kim@rival.test&gt;</option></select></form>';

it.each([
  [
    'the signed-in person, not an identity they added',
    '<span class="header-title username">alice@corp.test</span>',
    'alice@corp.test',
  ],
  [
    'the identity, where the page shows no address',
    '<span class="header-title username">alice</span>',
    'Kim <kim@rival.test>',
  ],
])('takes for the account %s', (_, header, account) => {
  document.body.innerHTML = header + form;
  expect(accountOf(document, document.forms[0]!)).toBe(account);
});
