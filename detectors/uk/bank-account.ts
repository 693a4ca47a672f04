// British bank account: sort code (NN-NN-NN) and account number (eight digits; six to ten in old records), near each other.
// A lone sort code looks like a date and is none. https://www.wearepay.uk/what-we-do/payment-systems/ (Pay.UK), no modulus check:
// its tables change every few months.
import { isBlank, isDash, isDigit, isWordPart } from '../characters.ts';
import { type Candidate, type Detector, type Judgement, judgeWhole } from '../detector.ts';
import { phrases } from '../phrases.ts';

const reach = 40;
const sortCodeForm = /\d\d[- \u2010-\u2015.]\d\d[- \u2010-\u2015.]\d\d(?!\d)|\d{6}(?!\d)/y;
const accountForm = /\d{8}(?![\d-])|\d{4} \d{4}(?![\d ]*\d)/y;
const oldAccountForm = /\d{6,10}(?![\d-])/y;
const accountWord = /\b(?:account|acct?|a\/c|konto)\b/i;
const sortWord = /\b(?:sort(?:\s?-?code)?|s\/?c)\b/i;

function matchAt(form: RegExp, text: string, at: number, end: number): number {
  form.lastIndex = at;
  return form.test(text) && form.lastIndex <= end ? form.lastIndex : -1;
}

/** Offset of the next digit within reach, or -1. One line break may lie between. */
function nextDigit(text: string, at: number, end: number): number {
  const stop = Math.min(end, at + reach);
  let breaks = 0;
  for (let k = at; k < stop; k++) {
    const code = text.charCodeAt(k);
    if (isDigit(code)) return k;
    if (code === 10 && ++breaks > 1) return -1;
  }
  return -1;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

function isDate(sort: string): boolean {
  return Number(sort.slice(0, 2)) < 32 && Number(sort.slice(2, 4)) < 13 && Number(sort.slice(2, 4)) > 0;
}

function sortCodeFirst(text: string, { from, start, end, labelled, mislabelled }: Candidate): Judgement | undefined {
  const sortEnd = matchAt(sortCodeForm, text, start, end);
  if (sortEnd === -1) return undefined;
  const dashed = isDash(text.charCodeAt(start + 2));
  const named = sortWord.test(text.slice(Math.max(from, start - 20), start));
  const accountStart = nextDigit(text, sortEnd, end);
  if (accountStart === -1) return undefined;
  const between = text.slice(sortEnd, accountStart);
  const accountNamed = accountWord.test(between);
  if (!named && !accountNamed && !(labelled && dashed)) {
    if (!dashed || mislabelled || isDate(digitsOf(text.slice(start, sortEnd))) || between.trim().length > 3)
      return undefined;
  }
  const accountEnd = matchAt(accountForm, text, accountStart, end);
  const oldEnd = accountEnd === -1 && accountNamed ? matchAt(oldAccountForm, text, accountStart, end) : accountEnd;
  if (oldEnd === -1 || (oldEnd < end && isWordPart(text.charCodeAt(oldEnd)))) return undefined;
  return {
    start,
    end: oldEnd,
    normal: `${digitsOf(text.slice(start, sortEnd))} ${digitsOf(text.slice(accountStart, oldEnd))}`,
  };
}

/** "Account 12345678, sort code 12-34-56"; behind a label of this kind the account number alone. */
function accountFirst(text: string, { from, start, end, labelled }: Candidate): Judgement | undefined {
  const accountEnd = matchAt(accountForm, text, start, end);
  if (accountEnd === -1 || (accountEnd < end && isWordPart(text.charCodeAt(accountEnd)))) return undefined;
  if (!labelled && !accountWord.test(text.slice(Math.max(from, start - 16), start))) return undefined;
  const account = digitsOf(text.slice(start, accountEnd));
  const sortStart = nextDigit(text, accountEnd, end);
  if (sortStart !== -1 && sortWord.test(text.slice(accountEnd, sortStart))) {
    const sortEnd = matchAt(sortCodeForm, text, sortStart, end);
    if (sortEnd !== -1)
      return { start, end: sortEnd, normal: `${digitsOf(text.slice(sortStart, sortEnd))} ${account}` };
  }
  return labelled ? { start, end: accountEnd, normal: account } : undefined;
}

function judge(text: string, candidate: Candidate): Judgement | undefined {
  const { start, labelled } = candidate;
  const code = text.charCodeAt(start + 2);
  if (!labelled && !isDash(code) && !isBlank(code) && !isDigit(code)) return undefined;
  return sortCodeFirst(text, candidate) ?? accountFirst(text, candidate);
}

/** A cell with sort code and account, or with the account alone: its column says that it is one. */
function read(cell: string): string | undefined {
  const value = cell.trim();
  if (value.length > 60 || !isDigit(value.charCodeAt(0))) return undefined;
  if (/^\d{6,10}$/.test(value)) return value.padStart(8, '0');
  const found = judgeWhole(bankAccount, value);
  return found?.end === value.length ? found.normal : undefined;
}

export const bankAccount: Detector = {
  id: 'uk-bank-account',
  category: 'financial',
  anchor: 'digits',
  weak: false,
  key: 'none',
  labels: phrases(`
    sort code, sort, sortcode, account number, account no, account nr, acc no, acc number, acct no, acct number, a c
    no, a c number, a c, bank account, bank account no, bank account number, bank details, bank acc no
  `),
  headers: phrases(`
    bank account, bank account no, bank account number, bank acc, bank acc no, bank acc number, bank acct, bank
    details, bank a c, bank a c no, account number, account no, acc no, acc number, acct no, acct number, a c no, a
    c number, sort code and account, sort code account number, sort code account, sort code and account number, sort
    code acc no, bankaccount, bank number, kontonummer, konto, konto nr
  `),
  judge,
  read,
};
