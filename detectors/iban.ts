// IBAN: country, two check digits, an account in the country's own form; mod 97. ISO 13616,
// https://www.swift.com/standards/data-standards/iban-international-bank-account-number
import { isBlank, isDash, isDigit, isLatin, isWordPart, unitAt } from './characters.ts';
import { type Candidate, type Detector, type Judgement, judgeWhole, wholeCell } from './detector.ts';
import { normalForm, normalText } from './normal-form.ts';
import { phrases } from './phrases.ts';

/** Account forms by country: n digits, a letters, c either. */
const forms = new Map<number, string>(
  `AD:n8c12 AE:n19 AL:n8c16 AO:n21 AT:n16 AZ:a4c20 BA:n16 BE:n12 BF:c2n22 BG:a4n6c8 BH:a4c14 BI:n23 BJ:c2n22 BR:n23a1c1 BY:c4n4c16 CF:n23 CG:n23
  CH:n5c12 CI:a2n22 CM:n23 CR:n18 CV:n21 CY:n8c16 CZ:n20 DE:n18 DJ:n23 DK:n14 DO:c4n20 DZ:n22 EE:n16 EG:n25 ES:n20 FI:n14 FK:a2n12 FO:n14 FR:n10c11n2
  GA:n23 GB:a4n14 GE:a2n16 GI:a4c15 GL:n14 GQ:n23 GR:n7c16 GT:c4c20 GW:c2n19 HN:a4n20 HR:n17 HU:n24 IE:a4n14 IL:n19 IQ:a4n15 IR:n22 IS:n22 IT:a1n10c12 JO:a4n4c18
  KM:n23 KW:a4c22 KZ:n3c13 LB:n4c20 LC:a4c24 LI:n5c12 LT:n16 LU:n3c13 LV:a4c13 LY:n21 MA:n24 MC:n10c11n2 MD:c2c18 ME:n18 MG:n23 MK:n3c10n2 ML:c2n22 MN:n16 MR:n23
  MT:a4n5c18 MU:a4n19a3 MZ:n21 NE:a2n22 NI:a4n20 NL:a4n10 NO:n11 OM:n3c16 PK:a4c16 PL:n24 PS:a4c21 PT:n21 QA:a4c21 RO:a4c16 RS:n18 RU:n14c15 SA:n2c18 SC:a4n20a3
  SD:n14 SE:n20 SI:n15 SK:n20 SM:a1n10c12 SN:a2n22 SO:n19 ST:n21 SV:a4n20 TD:n23 TG:a2n22 TL:n19 TN:n20 TR:n6c16 UA:n6c19 VA:n18 VG:a4n16 XK:n16 YE:a4n4c18`
    .split(/\s+/)
    .map((entry) => [countryAt(entry, 0), `nn${expand(entry.slice(3))}`]),
);

/** A key for the two letters at `start`, in either case. */
function countryAt(text: string, start: number): number {
  return (unitAt(text, start) | 32) * 128 + (unitAt(text, start + 1) | 32);
}

/** `a4n2` → `aaaann`. */
function expand(form: string): string {
  return form.replace(/([anc])(\d+)/g, (_, kind: string, count: string) => kind.repeat(Number(count)));
}

const a = 97;
const n = 110;

function fits(code: number, kind: number): boolean {
  return isDigit(code) ? kind !== a : isLatin(code) && kind !== n;
}

/** The remainder mod 97 after one more character. */
function append(remainder: number, code: number): number {
  return isDigit(code) ? (remainder * 10 + code - 48) % 97 : (remainder * 100 + (code & ~32) - 55) % 97;
}

/** "IBANGB29…": the word and the number in one. */
function behindWord(text: string, start: number): number {
  return (unitAt(text, start) | 32) === 105 && /^iban[a-z]{2}\d/i.test(text.slice(start, start + 7))
    ? start + 4
    : start;
}

/** Writes the IBAN that begins at the candidate; gives where it ends, or -1. */
function writeIban(text: string, { start: opening, end }: Candidate): number {
  const start = behindWord(text, opening);
  if (!isDigit(unitAt(text, start + 2)) && !isDigit(unitAt(text, start + 3))) return -1;
  const kinds = forms.get(countryAt(text, start));
  if (kinds === undefined) return -1;
  const { units } = normalForm;
  let at = start + 2;
  let remainder = 0;
  let check = 0;
  for (let k = 0; k < kinds.length; k++) {
    let code = unitAt(text, at);
    for (let skipped = 0; skipped < 2 && (isBlank(code) || isDash(code) || code === 46); skipped++) {
      code = unitAt(text, ++at);
    }
    if (at >= end || !fits(code, kinds.charCodeAt(k))) return -1;
    if (k > 1) remainder = append(remainder, code);
    else check = check * 10 + code - 48;
    units[2 + k] = isDigit(code) ? code : code & ~32;
    at++;
  }
  if (at < end && isWordPart(unitAt(text, at))) return -1;
  remainder = append(append(remainder, unitAt(text, start)), unitAt(text, start + 1));
  if ((remainder * 100 + check) % 97 !== 1) return -1;
  units[0] = unitAt(text, start) & ~32;
  units[1] = unitAt(text, start + 1) & ~32;
  normalForm.length = 2 + kinds.length;
  return at;
}

function judge(text: string, candidate: Candidate): Judgement | undefined {
  const end = writeIban(text, candidate);
  return end === -1 ? undefined : { start: behindWord(text, candidate.start), end, normal: normalText() };
}

const write = (text: string, from: number, end: number): boolean => writeIban(text, wholeCell(from, from, end)) === end;

function read(cell: string): string | undefined {
  const trimmed = cell.trim();
  const value = trimmed.length > 15 && (unitAt(trimmed, 2) | 32) === 97 ? trimmed.replace(/^iban:?\s*/i, '') : trimmed;
  const found = value.length < 15 || value.length > 60 ? undefined : judgeWhole(iban, value);
  return found?.end === value.length ? found.normal : undefined;
}

export const iban: Detector = {
  id: 'iban',
  category: 'financial',
  anchor: 'code',
  weak: false,
  key: 'none',
  heads: [2, 6],
  labels: phrases('iban, iban no, iban number'),
  headers: phrases(`
    iban, iban no, iban nr, iban number, iban code, bank iban, iban account, kontonummer iban, rekeningnummer,
    bankverbindung, international bank account number
  `),
  judge,
  read,
  write,
};
