import { describe, expect, it } from 'vitest';
import { strictDefault } from '../../policy/default.ts';
import { classify, firmDomains, isPersonalAccount, placeOf, placeOfSite } from '../../policy/destinations.ts';
import type { Destination } from '../../policy/facts.ts';
import type { Policy } from '../../policy/schema.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const sender = 'john.smith@harbourcare.example';
const policy: Policy = {
  ...strictDefault,
  internalDomains: ['harbourcare.example', 'harbour.org.uk'],
  partners: [
    {
      domain: 'payroll.example',
      agreement: 'processor',
      reference: 'A1',
      expires: '2027-03-31',
      categories: ['contact'],
    },
    {
      domain: 'payroll.example',
      agreement: 'processor',
      reference: 'A2',
      expires: '2027-03-31',
      categories: ['financial'],
    },
    {
      domain: 'oldbureau.example',
      agreement: 'processor',
      reference: 'A3',
      expires: '2026-11-20',
      categories: ['contact'],
    },
    {
      domain: 'lastday.example',
      agreement: 'processor',
      reference: 'A4',
      expires: '2026-11-21',
      categories: ['contact'],
    },
  ],
};

describe('classify', () => {
  it.each([
    ['ann@harbourcare.example', 'internal'],
    ['ann@post.harbourcare.example', 'internal'],
    ['ann@harbour.org.uk', 'internal'],
    ['ANN@HARBOURCARE.EXAMPLE', 'internal'],
    ['john.smith+list@harbourcare.example', 'internal'],
    ['ann@notharbourcare.example', 'external'],
    ['ann@harbourcare.example.evil.example', 'external'],
    ['ann@org.uk', 'external'],
    ['ann@payroll.example', 'partner'],
    ['ann@eu.payroll.example', 'partner'],
    ['ann@lastday.example', 'partner'],
    ['ann@oldbureau.example', 'external'],
    ['john.smith@payroll.example', 'partner'],
    ['ann@client.example', 'external'],
    ['ann@gmail.com', 'personal'],
    ['ann@googlemail.com', 'personal'],
    ['ann@hotmail.co.uk', 'personal'],
    ['ann@yahoo.fr', 'personal'],
    ['ann@live.com.au', 'personal'],
    ['ann@outlook.ie', 'personal'],
    ['ann@gmx.net', 'personal'],
    ['ann@btinternet.com', 'personal'],
    ['ann@virginmedia.com', 'personal'],
    ['ann@ann.plus.com', 'personal'],
    ['ann@live.client.example', 'external'],
    ['ann@outlookhotels.example', 'external'],
    ['Sales team', 'external'],
    ['ann@', 'external'],
    ['', 'external'],
  ] as const)('puts %s with %s', (address, expected) => {
    expect(classify(address, sender, policy, now)).toBe(expected);
  });

  it('knows no firm where the signed-in account is a public one', () => {
    expect(classify('ann@gmail.com', 'someone@gmail.com', strictDefault, now)).toBe('personal');
    expect(firmDomains('someone@gmail.com', strictDefault)).toEqual([]);
    expect(isPersonalAccount('someone@gmail.com', strictDefault)).toBe(true);
    expect(isPersonalAccount(sender, strictDefault)).toBe(false);
    expect(isPersonalAccount(undefined, strictDefault)).toBe(false);
  });

  it.each([
    ['www.icloud.com', true],
    ['www.icloud.com.cn', true],
    ['outlook.live.com', true],
    ['mail.yahoo.com', true],
    ['uk.mail.yahoo.com', true],
    ['mail.aol.com', true],
    ['3c-bap.gmx.net', true],
    ['navigator.web.de', true],
    ['navigator-lxa.mail.com', true],
    ['outlook.office.com', false],
    ['outlook.cloud.microsoft', false],
    ['mail.google.com', false],
    ['mail.proton.me', false],
    ['app.fastmail.com', false],
    ['icloud.com.client.example', false],
    ['noticloud.com', false],
    ['', false],
  ])('takes an account that %s does not show for a private one: %s', (host, expected) => {
    expect(isPersonalAccount(undefined, strictDefault, host)).toBe(expected);
    expect(isPersonalAccount('', strictDefault, host)).toBe(expected);
    expect(isPersonalAccount(sender, strictDefault, host), 'shown, the account decides').toBe(false);
  });

  it.each([
    ['gmx.net', '3c.gmx.net', false],
    ['gmx.de', '3c.gmx.net', false],
    ['gmx.net', '3c.web.de', true],
    ['web.de', '3c.web.de', false],
    ['outlook.com', 'outlook.live.com', false],
    ['hotmail.co.uk', 'outlook.live.com', false],
    ['live.com', 'outlook.live.com', false],
    ['me.com', 'www.icloud.com', false],
    ['icloud.com', 'www.icloud.com.cn', false],
    ['ymail.com', 'mail.yahoo.com', false],
    ['yahoo.fr', 'fr.mail.yahoo.com', false],
    ['aim.com', 'mail.aol.com', false],
    ['usa.com', 'navigator-lxa.mail.com', false],
    ['outlook.firm.example', 'outlook.live.com', true],
    ['mail.de', 'navigator-lxa.mail.com', true],
    ['me.com', 'outlook.live.com', true],
  ])(
    'where the policy says that %s is no private provider, takes an account at %s for one: %s',
    (own, host, expected) => {
      const worksThere = { ...strictDefault, personalProviders: { add: [], remove: [own] } };
      expect(isPersonalAccount(undefined, worksThere, host)).toBe(expected);
    },
  );

  it('corrects the list of personal providers as policy says', () => {
    const corrected = { ...policy, personalProviders: { add: ['villagemail.example'], remove: ['zen.co.uk'] } };
    expect(classify('ann@villagemail.example', sender, corrected, now)).toBe('personal');
    expect(classify('ann@zen.co.uk', sender, corrected, now)).toBe('external');
  });

  it('joins what several agreements with one partner cover', () => {
    expect(placeOf({ address: 'ann@payroll.example' }, sender, policy, now).covers).toEqual(['contact', 'financial']);
  });
});

describe('the sender’s own address elsewhere', () => {
  it.each([
    [sender, 'jsmith84@gmail.com'],
    [sender, 'j.smith1980@hotmail.co.uk'],
    [sender, 'john_smith@outlook.com'],
    [sender, 'smithj@btinternet.com'],
    [sender, 'smith.john@yahoo.co.uk'],
    [sender, 'johnsmith@icloud.com'],
    [sender, 'smithjohn77@aol.com'],
    [sender, '1980john.smith@gmail.com'],
    [sender, 'john84smith@gmail.com'],
    [sender, 'john.a.smith@gmail.com'],
    [sender, 'johnasmith@gmail.com'],
    [sender, 'john.smith.home@gmail.com'],
    [sender, 'the.real.john.smith@gmail.com'],
    [sender, 'johnsmith+clients@gmail.com'],
    [sender, 'john.smith.harbourcare@gmail.com'],
    [sender, 'john.smith@rival.example'],
    [sender, 'johnsmith@rival.example'],
    [sender, 'me@johnsmith.co.uk'],
    [sender, 'hello@john-smith.me'],
    ['jsmith@harbourcare.example', 'john.smith@gmail.com'],
    ['jsmith@harbourcare.example', 'jsmith84@gmail.com'],
    ['jsmith2@harbourcare.example', 'j.smith@gmail.com'],
    ['smithj@harbourcare.example', 'john.smith@gmail.com'],
    ['j.smith@harbourcare.example', 'john.smith@gmail.com'],
    ['j.smith@harbourcare.example', 'jsmith@live.co.uk'],
    ['johns@harbourcare.example', 'john.smith@gmail.com'],
    ['john.a.smith@harbourcare.example', 'john.smith@gmail.com'],
    ["seán.o'brien@harbourcare.example", 'sean.obrien@gmail.com'],
    ['ann-marie.jones@harbourcare.example', 'annmariejones@gmail.com'],
    ['ann-marie.jones@harbourcare.example', 'amjones@gmail.com'],
    ['josé.garcía@harbourcare.example', 'jose.garcia@gmail.com'],
    ['someone@gmail.com', 'someone+archive@gmail.com'],
    ['some.one@gmail.com', 'someone@gmail.com'],
    ['john.smith@gmail.com', 'john.smith@hotmail.com'],
  ])('of %s is %s', (from, address) => {
    expect(classify(address, from, policy, now)).toBe('own');
  });

  it.each([
    [sender, 'john.smithers@gmail.com'],
    [sender, 'johnathan.smithson@gmail.com'],
    [sender, 'john@gmail.com'],
    [sender, 'john84@gmail.com'],
    [sender, 'smith@gmail.com'],
    [sender, 'jane.smith@gmail.com'],
    [sender, 'john.jones@gmail.com'],
    [sender, 'js84@gmail.com'],
    [sender, 'jsmithers@gmail.com'],
    [sender, 'mjsmith@gmail.com'],
    [sender, 'blacksmithj@gmail.com'],
    [sender, 'kate.brown@gmail.com'],
    [sender, 'john@otherfirm.example'],
    [sender, 'jsmith@otherfirm.example'],
    [sender, 'smith@smith.example'],
    [sender, 'info@smithandjohnson.example'],
    ['john@harbourcare.example', 'john@gmail.com'],
    ['john@harbourcare.example', 'john@otherfirm.example'],
    ['katherine@harbourcare.example', 'katherine@gmail.com'],
    ['john.lee@harbourcare.example', 'jlee@gmail.com'],
    ['info@harbourcare.example', 'info@otherfirm.example'],
    ['reception@harbourcare.example', 'reception@gmail.com'],
    ['enquiries@harbourcare.example', 'enquiries@otherfirm.example'],
    ['customer.services@harbourcare.example', 'customer.services@otherfirm.example'],
    ['j@harbourcare.example', 'j@gmail.com'],
    ['someone@gmail.com', 'someoneelse@gmail.com'],
  ])('of %s is not %s', (from, address) => {
    expect(['personal', 'external']).toContain(classify(address, from, policy, now));
  });

  it('is told by the name written beside a private address, but not beside a firm’s', () => {
    expect(placeOf({ address: 'bluebird77@gmail.com', name: 'Smith, John' }, sender, policy, now).destination).toBe(
      'own',
    );
    expect(placeOf({ address: 'bluebird77@gmail.com', name: 'John' }, sender, policy, now).destination).toBe(
      'personal',
    );
    expect(placeOf({ address: 'sales@client.example', name: 'John Smith' }, sender, policy, now).destination).toBe(
      'external',
    );
  });

  it('is not looked for where the account is unknown', () => {
    expect(classify('jsmith84@gmail.com', undefined, policy, now)).toBe('personal');
  });
});

describe('notes on a recipient', () => {
  it.each([
    'ann@harbourcare.test',
    'ann@harborcare.example',
    'ann@harbourcaer.example',
    'ann@harbour-care.example',
    'ann@harb0urcare.example',
    'ann@hаrbourcare.example',
    'ann@hårbourcare.example',
    'ann@harbourcrae.example',
  ])('say that %s looks like the firm', (address) => {
    expect(placeOf({ address }, sender, policy, now)).toEqual({ destination: 'external', note: 'look-alike-domain' });
  });

  it.each(['ann@client.example', 'ann@harvestcafe.example', 'ann@seaviewcare.example', 'ann@xn--bcher-kva.example'])(
    'say nothing of %s',
    (address) => expect(placeOf({ address }, sender, policy, now)).toEqual({ destination: 'external' }),
  );

  it('leave short names alone: they are a letter apart from many', () => {
    expect(placeOf({ address: 'ann@abd.example' }, 'jo@abc.example', strictDefault, now)).toEqual({
      destination: 'external',
    });
  });

  it('say that an agreement has run out', () => {
    expect(placeOf({ address: 'ann@oldbureau.example' }, sender, policy, now).note).toBe('partner-agreement-expired');
  });
});

describe('placeOfSite', () => {
  it.each([
    ['portal.harbourcare.example', 'internal'],
    ['harbourcare.example:8443', 'internal'],
    ['app.payroll.example', 'partner'],
    ['drive.google.com', 'personal'],
    ['wetransfer.com', 'personal'],
    ['eu.wetransfer.com', 'personal'],
    ['chatgpt.com', 'personal'],
    ['mail.yahoo.com', 'personal'],
    ['forms.client.example', 'external'],
    ['localhost', 'external'],
  ] as const)('puts %s with %s', (host, expected) => {
    expect(placeOfSite(host, sender, policy, now).destination).toBe(expected);
  });

  it('adds the sites of the policy', () => {
    const more = { ...policy, sites: { ...policy.sites, personal: ['swap.example'], otherAtMost: 'justify' as const } };
    expect(placeOfSite('files.swap.example', sender, more, now).destination).toBe('personal');
  });
});

describe("the firm's own domains", () => {
  it.each<[string, string[], string | undefined, string, Destination]>([
    ['the account speaks for the firm while IT names none', [], 'ann@firm.example', 'bo@firm.example', 'internal'],
    ['a public provider is nobody’s firm', [], 'ann@gmail.com', 'bo@gmail.com', 'personal'],
    ['an identity added in the webmail', ['firm.example'], 'ann@rival.example', 'bo@rival.example', 'external'],
    ['the firm, from an added identity', ['firm.example'], 'ann@rival.example', 'bo@firm.example', 'internal'],
  ])('%s', (_, internalDomains, sender, to, expected) => {
    expect(classify(to, sender, { ...strictDefault, internalDomains }, 0)).toBe(expected);
  });
});
