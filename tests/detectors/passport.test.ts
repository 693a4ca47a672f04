import { passport } from '../../detectors/passport.ts';
import { testDetector } from './harness.ts';

// The specimens of ICAO 9303.
const td3 = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';
const td2 = 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6';
const td1 = 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<';

testDetector(passport, {
  finds: [
    `Copy of the page:\n⟦${td3}⟧\nRegards`,
    `⟦${td2}⟧`,
    `⟦${td1}⟧`,
    `⟦${td3.replace('\n', '\r\n')}⟧`,
    '⟦L898902C36UTO7408122F1204159ZE184226B<<<<<10⟧ is the lower line alone',
    'Passport no. ⟦AB1234567⟧',
    'My passport number is ⟦CD7654321⟧ and it expires soon',
    'passport ⟦ab1234567⟧, passport ⟦C01X00T47⟧, passport ⟦YA 1234567⟧',
    'Indian passport ⟦K1234567⟧; German passport ⟦C01X00T47⟧',
    'Passports: ⟦AB1234567⟧ and ⟦XY9876543⟧',
    'Passport number: ⟦12AB34567⟧',
    'Pass-Nr.: ⟦C01X00T47⟧',
    'Reisepass ⟦C01X00T47⟧, passeport ⟦12AB34567⟧, pasaporte ⟦PAA123456⟧',
    'travel document ⟦1234567⟧',
  ],
  ignores: {
    [td3.replace('L898902C36', 'L898902C37')]: 'wrong check digit',
    [td1.replace('D231458907', 'D231458906')]: 'wrong check digit',
    AB1234567: 'no label',
    'passport 12/05/2031': 'a date',
    'passport 12:30': 'a time',
    'passport 2031-05-12': 'a date',
    'passport office AB1 2CD': 'a postcode',
    'passport A1234': 'too short',
    'passport AB1234567890123': 'too long',
    'x << 12; if (a << b) y >>= 3;': 'a program',
    '<<<<<<< HEAD\n=======\n>>>>>>> main': 'a merge',
    '<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<': 'filling alone',
  },
  reads: {
    AB1234567: 'AB1234567',
    'ab 1234567': 'AB1234567',
    [td3]: 'L898902C3',
    yes: undefined,
    'British citizen': undefined,
    '12/05/2031': undefined,
    '': undefined,
  },
});
