import { describe, expect, it } from 'vitest';
import { upn } from '../../../detectors/uk/upn.ts';
import { countPeople } from '../../../scan/people/count-people.ts';
import { scanPart } from '../../../scan/scan-part.ts';
import { testDetector } from '../harness.ts';

testDetector(upn, {
  finds: [
    'UPN: ⟦B801200005001⟧',
    'Unique Pupil Number ⟦P207000016049⟧.',
    'upn ⟦b801200005001⟧ and ⟦p207000016049⟧',
    'temporary UPN ⟦A80120000501A⟧',
    'upn=⟦B801200005001⟧;',
  ],
  ignores: {
    'UPN C801200005001': 'wrong check letter',
    'UPN I801200005001': 'I is no check letter',
    'UPN B80120000500': 'one short',
    'UPN B8012000050012': 'one too many',
    B801200005001: 'no label',
    'part B801200005001': 'a part',
    'UPN jane.doe1@example.com': 'a user principal name',
  },
  reads: {
    B801200005001: 'B801200005001',
    'B 801 2000 05 001': 'B801200005001',
    p207000016049: 'P207000016049',
    C801200005001: undefined,
    'jane@example.com': undefined,
    '': undefined,
  },
});

describe('a pupil number', () => {
  it('says that its bearer is a child', () => {
    const scan = scanPart({ name: 'body', type: 'text/plain', text: 'Jane Doe, UPN B801200005001' }, { session: 7 });
    expect(countPeople([scan], { recipients: [], firmDomains: [] }, 7)).toMatchObject({
      estimate: 1,
      flags: { child: 1, identityDocument: 1 },
    });
  });
});
