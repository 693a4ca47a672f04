// E-mail addresses in running text and cells. https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1 (lengths), RFC 5322 3.4.1
// (form), RFC 6531 (letters of other scripts). Looked for from the `@` outwards, in bounded steps.
import { isDigit, isLatin, isLetter, unitAt } from './characters.ts';
import { type Candidate, type Detector, type Judgement, judgeWhole } from './detector.ts';
import { lowerCase, normalForm } from './normal-form.ts';
import { phrases } from './phrases.ts';

const localLimit = 64;
const domainLimit = 253;

/** Printable characters that people's local parts have beside letters and digits. */
const localMarks = new Uint8Array(128);
for (const mark of ".!#$%&'*+-^_~") localMarks[mark.charCodeAt(0)] = 1;

/** By character code below 128: 1 may stand in a local part, 2 in a domain. */
const uses = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const isAlphanumeric = isLatin(code) || isDigit(code);
  uses[code] =
    (isAlphanumeric || localMarks[code] === 1 ? 1 : 0) + (isAlphanumeric || code === 45 || code === 46 ? 2 : 0);
}

/** Endings of file names after an `@2x`, which no mail domain has. */
const fileEndings = new Set(
  'png jpg jpeg gif webp svg bmp ico avif js mjs css json html htm xml php exe dll log txt'.split(' '),
);

/** Accounts of version control and transfer services: machines, not people. */
const machines = new Set(['git', 'hg', 'svn', 'sftp']);

function isLocal(code: number): boolean {
  return code < 128 ? (uses[code]! & 1) !== 0 : isLetter(code);
}

function isDomain(code: number): boolean {
  return code < 128 ? (uses[code]! & 2) !== 0 : isLetter(code);
}

/** Where the quoted local part begins that ends before the `@` at `at`, as in `"jane doe"@example.com`; or -1. */
function quotedStart(text: string, from: number, at: number): number {
  const floor = Math.max(from, at - localLimit - 2);
  for (let start = at - 2; start >= floor; start--) {
    const code = unitAt(text, start);
    if (code === 10 || code === 13 || code === 64) return -1;
    if (code !== 34 || (start > floor && unitAt(text, start - 1) === 92)) continue;
    const before = start > from ? unitAt(text, start - 1) : 0;
    return start < at - 2 && !isLetter(before) && !isDigit(before) ? start : -1;
  }
  return -1;
}

function localStart(text: string, from: number, at: number): number {
  if (at > from && unitAt(text, at - 1) === 34) return quotedStart(text, from, at);
  const floor = Math.max(from, at - localLimit - 1);
  let start = at;
  while (start > floor && isLocal(unitAt(text, start - 1))) {
    start--;
    // Two full stops in a row end it: "see above..jo@example.com".
    if (unitAt(text, start) === 46 && unitAt(text, start + 1) === 46) {
      start++;
      break;
    }
  }
  if (at - start > localLimit) return -1;
  while (start < at && !isDigit(unitAt(text, start)) && !isLetter(unitAt(text, start)) && unitAt(text, start) !== 95)
    start++;
  return start < at && unitAt(text, at - 1) !== 46 ? start : -1;
}

/** End of the domain from `start`, at its last label of letters; or -1. */
function domainEnd(text: string, start: number, limit: number): number {
  const ceiling = Math.min(limit, start + domainLimit + 1);
  let end = start;
  let label = start;
  let good = -1;
  let labels = 0;
  let letters = true;
  for (; ; end++) {
    const code = end < ceiling ? unitAt(text, end) : 0;
    if (end < ceiling && isDomain(code) && code !== 46) {
      if (!isLetter(code)) letters = false;
      continue;
    }
    let stop = end;
    while (stop > label && unitAt(text, stop - 1) === 45) stop--;
    if (stop === label || stop - label > 63 || unitAt(text, label) === 45) break;
    labels++;
    if (labels > 1 && isTopLevel(text, label, stop, letters || stop < end)) {
      // "jo@example.com.Please reply": a sentence begins, not a label.
      const code1 = unitAt(text, label);
      if (good !== -1 && code1 >= 65 && code1 <= 90 && unitAt(text, label + 1) >= 97) break;
      good = stop;
    }
    if (code !== 46 || stop < end) break;
    label = end + 1;
    letters = true;
  }
  return good;
}

function isTopLevel(text: string, start: number, end: number, letters: boolean): boolean {
  if (end - start < 2 || end - start > 24) return text.startsWith('xn--', start) && end - start > 4;
  if (!letters) return text.startsWith('xn--', start);
  for (let k = start; k < end; k++) if (!isLetter(unitAt(text, k))) return false;
  return true;
}

const machineHeader = /(?:^|\n)[ \t]*(?:message-id|in-reply-to|references|content-id|x-[a-z-]{1,30}id):[^\n]*$/i;

/** Part of a URL's user name, a content id, or a Message-ID header: an `@` that addresses no person. */
function isMachineContext(text: string, from: number, start: number, end: number, limit: number): boolean {
  const before = start > from ? unitAt(text, start - 1) : 0;
  if (before === 60) return machineHeader.test(text.slice(Math.max(from, start - 80), start));
  if (before === 47) return text.slice(Math.max(from, start - 3), start) === '://';
  if (before === 58) {
    const lead = text.slice(Math.max(from, start - 80), start);
    return /\b[cm]id:$|:\/\/[^\s/@]{1,60}:$/i.test(lead);
  }
  return end + 2 < limit && text.startsWith('://', end);
}

function judge(text: string, { from, start: at, end: limit }: Candidate): Judgement | undefined {
  const start = localStart(text, from, at);
  if (start === -1) return undefined;
  const end = domainEnd(text, at + 1, limit);
  if (end === -1) return undefined;
  const normal = text.slice(start, end).toLowerCase();
  if (at - start <= 4 && machines.has(normal.slice(0, at - start))) return undefined;
  if (isDigit(unitAt(text, at + 1)) && fileEndings.has(normal.slice(normal.lastIndexOf('.') + 1))) return undefined;
  return isMachineContext(text, from, start, end, limit) ? undefined : { start, end, normal };
}

function read(cell: string): string | undefined {
  const at = cell.indexOf('@');
  if (at < 1 || cell.length > 400) return undefined;
  return judgeWhole(email, cell, at)?.normal;
}

/** One address and nothing else; where it may be a machine's or a file's, `judge` looks closer. */
function write(text: string, from: number, end: number): boolean {
  const { units } = normalForm;
  let at = from;
  let code = 0;
  for (; at < end; at++) {
    const last = code;
    code = text.charCodeAt(at);
    if (code >= 128 || (uses[code]! & 1) === 0 || (code === 46 && (last === 46 || at === from))) break;
    units[at - from] = lowerCase(code);
  }
  const first = text.charCodeAt(from);
  if (code !== 64 || at - from <= 4 || at - from > localLimit || units[at - from - 1] === 46) return false;
  if (localMarks[first] === 1 && first !== 95) return false;
  units[at - from] = 64;
  const domain = at + 1;
  let label = domain;
  let letters = true;
  for (at = domain; at < end; at++) {
    code = text.charCodeAt(at);
    if (code >= 128 || (uses[code]! & 2) === 0) return false;
    units[at - from] = code | 32;
    if (code === 46) {
      if (at === label || at - label > 63) return false;
      units[at - from] = 46;
      label = at + 1;
      letters = true;
    } else if (code === 45) {
      // Not at an end of a label.
      if (at === label || at + 1 === end || text.charCodeAt(at + 1) === 46) return false;
      letters = false;
    } else if (!isLatin(code)) letters = false;
    else if (code < 97 && at === label) return false;
  }
  normalForm.length = end - from;
  return (
    letters &&
    label > domain &&
    end - label > 1 &&
    end - label < 25 &&
    end - domain < domainLimit &&
    !isDigit(text.charCodeAt(domain))
  );
}

const roles = new Set(
  `abuse accounts accounting accountspayable accountsreceivable admin administration administrator ap ar
  billing bookings buchhaltung career careers complaints compliance contact contactus customercare customerservice customerservices
  customersupport datenschutz donotreply dpo dsb enquiries enquiry events feedback finance hello help helpdesk hola hostmaster hr
  info information inquiries inquiry invoices invoicing it itsupport jobs kontakt legal mail mailbox mailerdaemon mailer marketing media
  news newsletter noreply bounce bounces notification notifications nepasrepondre office ops orders payroll postmaster press privacy
  purchasing reception recruitment reply returns root sales secretary security service services shop spam staff
  subscribe subscriptions support team tech unsubscribe verkauf vertrieb web webmaster webmaster welcome`.split(/\s+/),
);

/**
 * Whether a normal form is a mailbox of a role (info@, no-reply@, sales.uk@), not of a person. https://www.rfc-editor.org/rfc/rfc2142
 */
export function isRoleAddress(normal: string): boolean {
  const local = normal.slice(0, normal.lastIndexOf('@')).replace(/\+.*$/, '');
  if (roles.has(local.replace(/[^a-z]/g, ''))) return true;
  const parts = local.split(/[._-]/);
  const last = parts.at(-1)!;
  // "sales.uk" and "uk-sales" are roles; "j.sales" is somebody.
  if (parts.length > 1 && isLongRole(parts[0]!)) return true;
  return parts.length > 1 && isLongRole(last) && parts[0]!.length > 1 && parts[0]!.length < 4;
}

function isLongRole(word: string): boolean {
  return word.length > 3 && roles.has(word);
}

export const email: Detector = {
  id: 'email',
  category: 'contact',
  anchor: 'at',
  weak: false,
  key: 'many',
  labels: phrases('email, e mail, mail, email address, e mail address'),
  headers: phrases(`
    email, e mail, mail, emails, email address, e mail address, email addr, e mail addr, email id, mail address,
    email 1, email 2, e mail 1, e mail 2, primary email, secondary email, work email, home email, personal email,
    private email, business email, contact email, customer email, client email, user email, billing email, login
    email, mailadresse, mail adresse, emailadresse, email adresse, e mail adresse, epost, e post, courriel, adresse
    mail, adresse email, adresse e mail, adresse électronique, mél, correo, correo electronico, correo electrónico,
    direccion de correo, e mailadres, emailadres, mailadres, posta elettronica, indirizzo email
  `),
  judge,
  read,
  write,
};
