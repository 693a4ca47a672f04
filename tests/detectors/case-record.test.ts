// Case notes, risks, referrals, complaints beside a person.
import { caseRecord } from '../../detectors/case-record.ts';
import { testDetector } from './harness.ts';

testDetector(caseRecord, {
  finds: [
    'open ⟦safeguarding concern⟧, ⟦child protection plan⟧ since May',
    'her ⟦social worker⟧ rang',
    '⟦made a complaint⟧ in June',
    '⟦final written warning⟧ issued',
    'was placed in ⟦temporary accommodation⟧',
    'das ⟦Jugendamt⟧ ist beteiligt',
  ],
  ignores: {
    'see our complaints procedure': 'a document',
    'a low risk investment': 'money',
    'use the referral code': 'marketing',
    'referred to as the seller': 'a contract',
  },
  reads: {
    High: 'high',
    'Visited on 3 May, coping well': 'visited on 3 may, coping well',
    'n/a': undefined,
    '': undefined,
  },
});
