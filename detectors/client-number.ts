// A firm's own number for a client, customer, patient or member: exists only by label or column, whatever its form.
// https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/personal-information-what-is-it/ (identifiers)
import { isDash, isDigit, isLatin, unitAt } from './characters.ts';
import { type Candidate, type Detector, type Judgement, judgeWhole } from './detector.ts';
import { normalForm } from './normal-form.ts';
import { phrases } from './phrases.ts';

const longest = 24;

function isPart(code: number): boolean {
  return isDigit(code) || isLatin(code) || isDash(code) || code === 47 || code === 46 || code === 95;
}

function judge(text: string, { start, end, labelled }: Candidate): Judgement | undefined {
  if (!labelled) return undefined;
  let at = start;
  let digits = 0;
  while (at < end && at <= start + longest && isPart(unitAt(text, at))) {
    if (isDigit(unitAt(text, at))) digits++;
    at++;
  }
  while (at > start && !isDigit(unitAt(text, at - 1)) && !isLatin(unitAt(text, at - 1))) at--;
  if (digits < 2 || at - start < 3 || at - start > longest) return undefined;
  return { start, end: at, normal: text.slice(start, at).toUpperCase() };
}

/** Digits, or a code with two digits or more, in one piece. */
function write(text: string, from: number, end: number): boolean {
  if (end - from > longest || end === from) return false;
  const { units } = normalForm;
  let digits = 0;
  for (let at = from; at < end; at++) {
    const code = unitAt(text, at);
    if (isDigit(code)) digits++;
    else if (!isPart(code) || code >= 128) return false;
    units[at - from] = isLatin(code) ? code & ~32 : code;
  }
  const last = unitAt(text, end - 1);
  if (digits < end - from && (digits < 2 || end - from < 3 || (!isDigit(last) && !isLatin(last)))) return false;
  normalForm.length = end - from;
  return true;
}

function read(cell: string): string | undefined {
  const value = cell.trim().replace(/\.0$/, '');
  if (/^\d{1,24}$/.test(value)) return value;
  const found = judgeWhole(clientNumber, value);
  return found?.end === value.length ? found.normal : undefined;
}

const owners = phrases(`
  client, customer, cust, patient, member, membership, policyholder, donor, pupil, student, tenant, subscriber,
  guest, service user
`);
const words = phrases(`
  no, nr, num, number, id, ref, reference, code, account, account no, account number, ref no, reference number,
  key
`);
const foreign = phrases(`
  kundennummer, kundennr, kunden nr, kunden nummer, kunden id, kd nr, kdnr, kundnr, kundennummern,
  mitgliedsnummer, mitglieds nr, mitgliedsnr, patientennummer, patienten id, debitor, debitorennummer, numéro
  client, numero client, numéro de client, n client, no client, code client, id client, réf client, ref client,
  número de cliente, numero de cliente, n cliente, nº cliente, id cliente, código cliente, codigo cliente, cod
  cliente, klantnummer, klantnr, klant nr, klant id, klant nummer, debiteurnummer, debiteurnr, lidnummer, codice
  cliente, numero cliente
`);
const combined = owners.flatMap((owner) => words.map((word) => `${owner} ${word}`));

export const clientNumber: Detector = {
  id: 'client-number',
  category: 'commercial',
  anchor: 'column',
  weak: true,
  key: 'many',
  labels: [...combined, ...foreign],
  headers: [
    ...combined,
    ...foreign,
    'clientno',
    'clientid',
    'customerno',
    'customerid',
    'custno',
    'custid',
    'cust',
    'patientid',
    'memberid',
    'memberno',
    'crm id',
    'crm no',
    'contact id',
    'person id',
    'hospital number',
    'hospital no',
    'mrn',
    'account ref',
    'acc ref',
  ],
  judge,
  read,
  write,
};
