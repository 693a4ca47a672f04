import { ukPassport } from '../../../detectors/uk/passport.ts';
import { testDetector } from '../harness.ts';

testDetector(ukPassport, {
  finds: [
    'Passport: ⟦123456789⟧',
    'UK passport no. ⟦987654321⟧, expires 03/03/2031',
    'passport number is ⟦123456789⟧.',
    'Passport No ⟦123 456 789⟧',
    'passport_number=⟦123456789⟧',
    'Passport number for Jane Doe: ⟦123456789⟧',
    'Passports ⟦123456789⟧ and ⟦987654321⟧',
    'British passport ⟦123456789⟧ (valid)',
  ],
  ignores: {
    '123456789': 'no label',
    'passport 12345678': 'eight digits',
    'passport 1234567890': 'ten digits',
    'passport number 000000000': 'filling',
    'US passport 123456789': 'another country',
    'passport office 020 7946 0123': 'its telephone',
    'passport expires 12/05/2031': 'a date',
    'order 123456789': 'an order',
    'passport photos: order 123456789': 'an order',
  },
  reads: {
    '123456789': '123456789',
    '123 456 789': '123456789',
    AB1234567: undefined,
    valid: undefined,
    '': undefined,
  },
});
