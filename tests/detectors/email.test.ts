import { describe, expect, it } from 'vitest';
import { email, isRoleAddress } from '../../detectors/email.ts';
import { testDetector } from './harness.ts';

testDetector(email, {
  finds: [
    'Write to ⟦jane.doe@example.com⟧ today.',
    'Jane Doe <⟦jane.doe@example.com⟧>; ⟦o.brien@example.org⟧,⟦b@example.net⟧',
    'mailto:⟦jane+news@example.co.uk⟧?subject=hello',
    '"email":"⟦j_d@mail.example.com⟧"',
    "⟦o'neil@example.ie⟧",
    "'⟦jane@example.com⟧'",
    'E-MAIL: ⟦JANE@EXAMPLE.COM⟧',
    '⟦jane@example.com⟧.',
    '(⟦jane@example.com⟧)',
    '⟦jane@example.com⟧/⟦john@example.com⟧',
    '⟦jane80@example.com⟧ 07700 900123',
    '⟦07700900123@sms.example.com⟧',
    '⟦jane@xn--bcher-kva.example⟧',
    '⟦jürgen@exämple.de⟧ und ⟦иван@пример.рф⟧',
    '⟦jane@example.com⟧.Please reply',
    'see above..⟦jane@example.com⟧',
    'q=1&email=⟦jane@example.com⟧&x=2',
    '⟦jane＠example.com⟧ and ⟦ja\u200bne@example.com⟧',
    'https://example.com/unsubscribe?to=⟦jane@example.com⟧',
    '⟦jane@localhost.localdomain⟧',
    '⟦a@b.co⟧',
    '⟦info@example.com⟧',
    'x ⟦"jane doe"@example.com⟧ and ⟦"jane.doe"@example.com⟧',
    '⟦a@example.com⟧@example.org, ⟦jane@example.com⟧',
    '⟦用户@例子.广告⟧ ⟦user%example.com@example.org⟧',
    '[⟦jane@example.com⟧](mailto:⟦jane@example.com⟧)',
  ],
  ignores: {
    'git@github.com:firm/repo.git': 'a repository',
    'sftp://jane@files.example.com/x': 'part of a URL',
    'https://jane:secret@example.com/': 'a password in a URL',
    'Message-ID: <CAJ123.abc@mail.example.com>': 'the number of a message',
    'In-Reply-To: <20240101.1@mail.example.com>': 'the number of a message',
    'src="cid:image001.png@01D9ABCD.12345678"': 'an inline picture',
    'logo@2x.png': 'a file name',
    'react@19.3.1 and @types/node': 'packages',
    'jane@example': 'no domain',
    'meet @ example.com': 'no local part',
    '@jane.doe': 'a handle',
    'say "hello"@once': 'no domain',
    '""@example.com': 'nobody',
    'a@b.c': 'no top-level domain has one letter',
    'jane@example.123': 'no top-level domain is a number',
  },
  reads: {
    'Jane.Doe@Example.com': 'jane.doe@example.com',
    ' jane@example.com ': 'jane@example.com',
    'Jane <jane@example.com>': 'jane@example.com',
    'n/a': undefined,
    '': undefined,
    '@': undefined,
  },
});

describe('isRoleAddress', () => {
  it.each([
    'info@x.uk',
    'noreply@x.uk',
    'no-reply@x.uk',
    'do_not_reply@x.uk',
    'sales.uk@x.uk',
    'support+42@x.uk',
    'customer.service@x.uk',
    'postmaster@x.uk',
  ])('tells that %s is a mailbox of a role', (address) => expect(isRoleAddress(address)).toBe(true));
  it.each(['jane@x.uk', 'jane.doe@x.uk', 'j.sales@x.uk', 'infojane@x.uk', 'helpmann@x.uk', 'art.webb@x.uk'])(
    'tells that %s is a person',
    (address) => expect(isRoleAddress(address)).toBe(false),
  );
});
