// A policy with something in every setting that is awkward to write: quotes of all kinds, other scripts, markup, line ends.
import fc from 'fast-check';

export const awkward = {
  version: '2026-11 “b” [1]',
  firm: { name: 'O’Hara & Söhne <Ltd> "Łódź" \\ 100 % $(x) `y`' },
  breachContact: { name: "Priya 'P' Nair", email: 'privacy@firm.example', phone: '01632 960001', role: 'DPO' },
  internalDomains: ['firm.example', 'firm.co.uk'],
  partners: [
    {
      domain: 'payroll.example',
      agreement: 'processor',
      reference: 'Contracts 2025/14; ’quoted’',
      expires: '2027-03-31',
      categories: ['contact', 'financial'],
    },
  ],
  thresholds: { own: { warn: 1, block: 3 } },
  sites: { personal: [], exempt: ['crm.example'], otherAtMost: 'justify' },
  wording: { rules: [], note: 'First line\nsecond ✉ line\twith a tab', links: [] },
  auditOnly: false,
  ownAddresses: true,
  actor: '',
  retentionDays: 90,
  guidanceUrl: 'https://firm.example/data?a=1&b=“2”',
} as const;

/** Text without what XML has no way to write. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .filter((one) => !/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(one));

/** Policies as IT might write them, every setting optional. */
export const anyPolicy = fc.record(
  {
    version: text,
    firm: fc.record({ name: text }),
    internalDomains: fc.array(fc.constantFrom('a.example', 'b.example', 'c.co.uk'), { maxLength: 3 }),
    wording: fc.record({ note: text, links: fc.constant([]) }),
    thresholds: fc.record({ external: fc.record({ warn: fc.nat(1000), block: fc.nat(100_000) }) }),
    reasons: fc.array(fc.record({ code: fc.constantFrom('a', 'b'), label: text, checklist: fc.array(text) }), {
      minLength: 1,
      maxLength: 2,
    }),
    auditOnly: fc.boolean(),
    retentionDays: fc.integer({ min: 1, max: 3650 }),
    actor: text,
  },
  { requiredKeys: ['version'] },
);
