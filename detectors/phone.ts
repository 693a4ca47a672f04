// Telephone numbers. British ones by the number plan, with 0, +44 or 0044, or behind a label; other countries' by `+` and libphonenumber.
// https://www.itu.int/rec/T-REC-E.164
import { isBlank, isDigit, unitAt } from './characters.ts';
import { type Candidate, type Detector, type Judgement, judgeWhole, wholeCell } from './detector.ts';
import { digitText, groups, readGroups, writeDigits } from './digit-groups.ts';
import { normalForm } from './normal-form.ts';
import { isAssigned, isDialled, isSum } from './phone-context.ts';
import { abroad, bare, british, labelled, normalOf, northAmerican, prefixOf, trunk, zeros } from './phone-plans.ts';
import { phrases } from './phrases.ts';

/** "ext 12", "x12", "#12", "Durchwahl 12", and as URLs have it (RFC 3966): ";ext=12". */
const extension =
  /[ \u00a0]?,?[ \u00a0]?(?:\(?(?:extension|extn|ext|x|poste|durchwahl|dw)\.?:?[ \u00a0]?(?:no\.? )?|#|;ext=)\d{1,6}\)?(?!\d)/iy;

/** What was found last. */
const found = { start: 0, end: 0, last: 0, prefix: bare, isAmerican: false };

/**
 * Whether digits may be a number: behind a label, a plus, a bracket or a blank, with a nought in front, or grouped as in North America. A
 * quick look that most numbers of machines do not pass.
 */
function mayBegin(text: string, { from, start, labelled }: Candidate): boolean {
  const first = unitAt(text, start);
  if (first === 48) return true;
  if (!isDigit(first)) return false;
  const before = start > from ? unitAt(text, start - 1) : 0;
  return (
    labelled ||
    before === 43 ||
    before === 40 ||
    isBlank(before) ||
    !isDigit(unitAt(text, start + 1)) ||
    !isDigit(unitAt(text, start + 3))
  );
}

/** Whether a number begins at the candidate: `found`, then. */
function find(text: string, candidate: Candidate): boolean {
  const { from, start: at, end } = candidate;
  if (!mayBegin(text, candidate) || !readGroups(text, at, end) || groups.total < 7) return false;
  let opening = at;
  let international = false;
  let opened = -1;
  for (let k = at - 1; k >= from && k > at - 4; k--) {
    const code = unitAt(text, k);
    if (code === 43 && !international) international = true;
    else if (code === 40 && opened === -1) opened = k;
    else if (isBlank(code) && k === at - 1 && k > from && unitAt(text, k - 1) === 43 && !isSum(text, from, k - 1))
      continue;
    else break;
    opening = k;
  }
  let prefix = prefixOf(international);
  let last = -1;
  let american = false;
  if (prefix.plan === 'british') last = british(text, from, at, end, prefix);
  else if (prefix.plan === 'foreign') last = abroad(text, end, prefix);
  else if (!candidate.mislabelled) {
    last = northAmerican(text, end, opened !== -1);
    american = last !== -1;
  }
  if (last === -1 && candidate.labelled) {
    last = labelled(text, from, at, end);
    if (prefix.plan === 'british') prefix = bare;
  }
  if (last === -1 || isFilling(groups.totals[last]!)) return false;
  // "Order no 01234567890": a number in one piece behind another label is that label's.
  if (candidate.mislabelled && last === 0 && !international) return false;
  if (
    prefix === trunk &&
    last === 0 &&
    !candidate.labelled &&
    unitAt(text, at - 1) === 61 &&
    isAssigned(text, from, at)
  )
    return false;
  const stop = groups.ends[last]!;
  if (prefix === zeros && !candidate.labelled && !isDialled(text, from, opening, last)) return false;
  // "(020 7946 0123)": brackets around the whole are not part of it.
  found.start = opened !== -1 && !isClosed(text, opened + 1, stop) ? opened + 1 : opening;
  found.end = extensionEnd(text, stop, end);
  found.last = last;
  found.prefix = prefix;
  found.isAmerican = american;
  return true;
}

function judge(text: string, candidate: Candidate): Judgement | undefined {
  if (!find(text, candidate)) return undefined;
  const { start, end, last, prefix, isAmerican } = found;
  const normal = isAmerican ? `+${last === 2 ? '1' : ''}${digitText(text, last)}` : normalOf(text, prefix, last);
  return { start, end, normal };
}

/** British numbers. */
function write(text: string, from: number, end: number): boolean {
  let digit = from;
  while (digit < end && digit < from + 4 && !isDigit(unitAt(text, digit))) digit++;
  if (!find(text, wholeCell(from, digit, end)) || found.start !== from || found.end !== end) return false;
  if (found.prefix.plan !== 'british') return false;
  writeDigits(found.last, found.prefix.digits, 3);
  normalForm.units[0] = 43;
  normalForm.units[1] = 52;
  normalForm.units[2] = 52;
  return true;
}

/** Whether a bracket opened before `start` closes before `end`: in "(+44 (0)20 7946 0123)" only the inner one does. */
function isClosed(text: string, start: number, end: number): boolean {
  let open = 1;
  for (let at = start; at < end && open > 0; at++) {
    const code = unitAt(text, at);
    if (code === 40) open++;
    else if (code === 41) open--;
  }
  return open === 0;
}

/** Behind "ext 12", "x12" or "#12" at `at`, or `at` itself. */
function extensionEnd(text: string, at: number, end: number): number {
  const code = unitAt(text, at) | 32;
  if (at >= end || (!isBlank(code) && code !== 44 && code !== 120 && code !== 101 && code !== 35 && code !== 59))
    return at;
  extension.lastIndex = at;
  return extension.test(text) && extension.lastIndex <= end ? extension.lastIndex : at;
}

/** 0000000000 and 123456789 are filling, not numbers. */
function isFilling(total: number): boolean {
  const { digits } = groups;
  const step = digits[2]! - digits[1]!;
  if (step !== 0 && (step !== 1 || digits[0] !== 1 || total > 9)) return false;
  for (let k = 2; k < total; k++) if (digits[k]! - digits[k - 1]! !== step) return false;
  return true;
}

/** A cell holds a number where its column says so; a spreadsheet may have eaten its 0 and added a `.0`. */
function read(cell: string): string | undefined {
  if (cell.length > 60) return undefined;
  const value = cell.endsWith('.0') ? cell.slice(0, -2) : cell;
  let start = 0;
  while (start < value.length && !isDigit(value.charCodeAt(start))) start++;
  if (start === value.length) return undefined;
  const found = judgeWhole(phone, value, start);
  if (!found || (found.end < value.length && /@|^[-.]?\d/.test(value.slice(found.end)))) return undefined;
  const isPlain = found.normal.length < 8 && /^\d{1,7}$/.test(value.trim());
  return isPlain ? undefined : found.normal;
}

export const phone: Detector = {
  id: 'phone',
  category: 'contact',
  anchor: 'digits',
  weak: false,
  heads: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
  fewest: 7,
  key: 'many',
  labels: phrases(`
    my number, my new number, new number, phone, phones, phone no, phone nr, phone number, phone numbers, telephone, telephone no,
    telephone number, telephone numbers, tel, tel no, tel nr, tel number, mobile, mobile no, mobile number,
    mobiles, mob, mob no, cell, cell no, cell phone, cellphone, cell number, cellular, landline, fax, fax no,
    fax number, contact no, contact number, contact numbers, whatsapp, sms, call me on, call me at, ring me on,
    reach me on, reach me at, reach him on, reach him at, reach her on, reach her at, reach them on,
    reach them at, reached on, reached at, contact me on, contact him on, contact her on, contact them on, contacted on, text me on, telefon, telefonnummer, telefonnr, telefon nr, rufnummer, handy,
    handynummer, handy nr, mobil, mobilnummer, mobiltelefon, festnetz, tél, téléphone, tél portable, tél fixe,
    portable, numéro de téléphone, tel portable, tel fixe, cellulare, celular, teléfono móvil, numero de
    telefono, número de teléfono, telefone, telemóvel, telefonnummern, telefono cellulare, telefonszám, puhelin,
    puhelinnumero, mobilnr, tlf, tlf nr, telefonnumer, numer telefonu, tel kom, mobile phone, mobile phone
    number, phone contact, contact phone, home phone, work phone, office phone, day phone, evening phone,
    daytime phone, telephone home, telephone work, ph, ph no, teléfono, telefono, móvil, telefoon,
    telefoonnummer, mobiel, gsm, telemovel, telemóveis, matkapuhelin, telefon komórkowy, nr telefonu, telefon
    kontaktowy, komórka, numero di telefono, numero telefono, telefonní číslo, telefónne číslo, număr de
    telefon, nr telefon, broj telefona, telefonska številka, mobilszám, mobiltelefonnummer, τηλέφωνο, κινητό,
    телефон, мобилен, мобильный, мобільний, тел, 電話, 電話番号, 携帯, 携帯電話, 携帯番号, 电话, 电话号码, 手机, 手机号, 手机号码, 联系电话, 전화, 전화번호,
    휴대폰, 휴대전화, 연락처, الهاتف, هاتف, رقم الهاتف, الجوال, جوال, رقم الجوال, טלפון, נייד, מספר טלפון,
    cep telefonu, téléphone portable, téléphone mobile, numéro de portable, n de portable, gsm
    nr, call, callback, call back, dial, dial in, desk, desk no, direct, direct dial, direct line, ddi, main line, office line, hotline,
    switchboard, line no, line number, ring, cep, cep no, cep tel
  `),
  headers: phrases(`
    phone, phones, phone no, phone nr, phone num, phone number, phone numbers, phone 1, phone 2, phone 3,
    phone1, phone2, phone no 1, phone number 1, phone number 2, phno, ph, ph no, ph number, telephone, telephone
    no, telephone nr, telephone number, telephone 1, telephone 2, tel, tel no, tel nr, tel num, tel number, tel
    1, tel 2, tel home, tel work, telno, telnr, mobile, mobile no, mobile nr, mobile num, mobile number, mobile
    phone, mobile phone number, mobile 1, mobile 2, mob, mob no, mob number, mobileno, mobilenumber,
    phonenumber, phoneno, cell, cell no, cell number, cell phone, cellphone, cellular, landline, land line,
    landline number, fax, fax no, fax number, daytime phone, evening phone, home phone, home tel, home
    telephone, home number, work phone, work tel, work telephone, work number, office phone, business phone,
    primary phone, secondary phone, alt phone, alternative phone, other phone, emergency phone, day phone, eve
    phone, contact no, contact nr, contact number, contact numbers, contact phone, contact tel, customer phone,
    client phone, emergency contact number, whatsapp, whatsapp number, sms, sms number, telefon, telefonnummer,
    telefonnr, telefon nr, telefon privat, telefon geschäftlich, rufnummer, handy, handynummer, handy nr, mobil,
    mobilnummer, mobiltelefon, festnetz, téléphone, numéro de téléphone, n de téléphone, no de téléphone, no
    tel, num tel, portable, tél, tél portable, tél fixe, numero de telephone, tel portable, tel fixe, teléfono,
    telefono, teléfono móvil, telefono movil, móvil, movil, celular, número de teléfono, numero de telefono,
    telefoon, telefoonnummer, telefoon nr, telefoonnr, mobiel, mobiele nummer, mobiel nummer, gsm, gsm nummer,
    cellulare, telefone, telemóvel, telemovel, telemóveis, puhelin, puhelinnumero, matkapuhelin, telefonszám,
    telefon komórkowy, numer telefonu, nr telefonu, telefon kontaktowy, komórka, numero di telefono, numero
    telefono, telefonní číslo, telefónne číslo, număr de telefon, nr telefon, broj telefona, telefonska
    številka, mobilszám, mobiltelefonnummer, τηλέφωνο, κινητό, телефон, мобилен, мобильный, мобільний, тел, 電話, 電話番号, 携帯, 携帯電話, 携帯番号, 电话, 电话号码, 手机, 手机号, 手机号码, 联系电话, 전화, 전화번호,
    휴대폰, 휴대전화, 연락처, الهاتف, هاتف, رقم الهاتف, الجوال, جوال, رقم الجوال, טלפון, נייד, מספר טלפון, cep telefonu, téléphone
    portable, téléphone mobile, numéro de portable, n de portable, gsm nr
  `),
  judge,
  read,
  write,
};
