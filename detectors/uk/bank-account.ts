// British bank account: sort code (NN-NN-NN) and account number (eight digits; six to ten in old records), near each other.
// A lone sort code looks like a date and is none. https://www.wearepay.uk/what-we-do/payment-systems/ (Pay.UK), no modulus check:
// its tables change every few months.
import { isBlank, isDash, isDigit, isWordPart, unitAt } from '../characters.ts';
import { type Candidate, type Detector, type Judgement, judgeWhole } from '../detector.ts';
import { phrases } from '../phrases.ts';

const reach = 40;
const accountWord = /\b(?:account|acct?|a\/c|konto)\b/i;
const sortWord = /\b(?:sort(?:\s?-?code)?|s\/?c)\b/i;

/** How many digits stand at `at`, at most eleven. */
function digitsAt(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && next - at < 11 && isDigit(text.charCodeAt(next))) next++;
  return next - at;
}

/** Offset behind the sort code at `at`, written 12-34-56, 12 34 56, 12.34.56 or in one piece; or -1. */
function sortCodeEnd(text: string, at: number, end: number): number {
  const first = digitsAt(text, at, end);
  if (first === 6) return at + 6;
  const isWhole =
    first === 2 &&
    isSeparator(unitAt(text, at + 2)) &&
    digitsAt(text, at + 3, end) === 2 &&
    isSeparator(unitAt(text, at + 5)) &&
    digitsAt(text, at + 6, end) === 2;
  return isWhole ? at + 8 : -1;
}

function isSeparator(code: number): boolean {
  return code === 45 || code === 32 || code === 46 || (code >= 0x2010 && code <= 0x2015);
}

/** Offset behind the account number at `at`: eight digits, or four and four with nothing more behind a blank; or -1. */
function accountEnd(text: string, at: number, end: number): number {
  const first = digitsAt(text, at, end);
  if (first === 8) return at + 8 < end && unitAt(text, at + 8) === 45 ? -1 : at + 8;
  if (first !== 4 || unitAt(text, at + 4) !== 32 || digitsAt(text, at + 5, end) !== 4) return -1;
  let next = at + 9;
  while (next < end && next < at + reach && unitAt(text, next) === 32) next++;
  return next < end && isDigit(unitAt(text, next)) ? -1 : at + 9;
}

/** Offset behind an account number of six to ten digits, as in old records, or -1. */
function oldAccountEnd(text: string, at: number, end: number): number {
  const length = digitsAt(text, at, end);
  const isDashed = at + length < end && unitAt(text, at + length) === 45;
  return length < 6 || length > 10 || isDashed ? -1 : at + length;
}

/** Offset of the next digit within reach, or -1. One line break may lie between. */
function nextDigit(text: string, at: number, end: number): number {
  const stop = Math.min(end, at + reach);
  let breaks = 0;
  for (let k = at; k < stop; k++) {
    const code = unitAt(text, k);
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
  const sortEnd = sortCodeEnd(text, start, end);
  if (sortEnd === -1) return undefined;
  const dashed = isDash(unitAt(text, start + 2));
  const named = sortWord.test(text.slice(Math.max(from, start - 20), start));
  const accountStart = nextDigit(text, sortEnd, end);
  if (accountStart === -1) return undefined;
  const between = text.slice(sortEnd, accountStart);
  const accountNamed = accountWord.test(between);
  if (!named && !accountNamed && !(labelled && dashed)) {
    if (!dashed || mislabelled || isDate(digitsOf(text.slice(start, sortEnd))) || between.trim().length > 3)
      return undefined;
  }
  const usualEnd = accountEnd(text, accountStart, end);
  const oldEnd = usualEnd === -1 && accountNamed ? oldAccountEnd(text, accountStart, end) : usualEnd;
  if (oldEnd === -1 || (oldEnd < end && isWordPart(unitAt(text, oldEnd)))) return undefined;
  return {
    start,
    end: oldEnd,
    normal: `${digitsOf(text.slice(start, sortEnd))} ${digitsOf(text.slice(accountStart, oldEnd))}`,
  };
}

/** "Account 12345678, sort code 12-34-56"; behind a label of this kind the account number alone. */
function accountFirst(text: string, { from, start, end, labelled }: Candidate): Judgement | undefined {
  const stop = accountEnd(text, start, end);
  if (stop === -1 || (stop < end && isWordPart(unitAt(text, stop)))) return undefined;
  if (!labelled && !accountWord.test(text.slice(Math.max(from, start - 16), start))) return undefined;
  const account = digitsOf(text.slice(start, stop));
  const sortStart = nextDigit(text, stop, end);
  if (sortStart !== -1 && sortWord.test(text.slice(stop, sortStart))) {
    const sortEnd = sortCodeEnd(text, sortStart, end);
    if (sortEnd !== -1)
      return { start, end: sortEnd, normal: `${digitsOf(text.slice(sortStart, sortEnd))} ${account}` };
  }
  return labelled ? { start, end: stop, normal: account } : undefined;
}

function judge(text: string, candidate: Candidate): Judgement | undefined {
  const { start, labelled } = candidate;
  const code = unitAt(text, start + 2);
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
  heads: [2, 4, 6, 8],
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
