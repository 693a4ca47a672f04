import { bankAccount } from '../../../detectors/uk/bank-account.ts';
import { testDetector } from '../harness.ts';

testDetector(bankAccount, {
  finds: [
    'Sort code: ⟦12-34-56 Account number: 12345678⟧',
    'sort code ⟦12-34-56, account 12345678⟧',
    'Sort code ⟦123456 account no. 12345678⟧',
    'S/C ⟦60-16-13 A/C 31926819⟧',
    'Sort Code: ⟦60 16 13\nAccount No: 31926819⟧',
    '⟦60-16-13 31926819⟧',
    'Account number ⟦12345678⟧',
    'Account number: ⟦12345678, sort code 12-34-56⟧',
    'Bank account ⟦12345678⟧',
    'sort code ⟦20-00-00 account number 1234567⟧',
  ],
  ignores: {
    '12-34-56': 'a lone sort code looks like a date',
    'sort code 12-34-56': 'no account',
    '12-05-80 12345678': 'a date',
    '12345678': 'any number',
    'customer account number 12345678': 'the firm’s number for a client',
    'GB29 NWBK 6016 1331 9268 19': 'an IBAN',
    'order 12-34-56 12345678': 'an order',
  },
  reads: {
    '12345678': '12345678',
    '1234567': '01234567',
    '12-34-56 12345678': '123456 12345678',
    '12-34-56': undefined,
    abc: undefined,
    '': undefined,
  },
});
