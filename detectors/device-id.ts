// Identifiers of devices: MAC addresses by their form (IEEE 802, six octets); IMEI with its check digit (3GPP TS 23.003), SIM card numbers
// (ITU-T E.118), IMSI and advertising ids behind a label. They tell devices apart, and a person only through something else.
// https://www.3gpp.org/dynareport/23003.htm ; https://standards.ieee.org/products-programs/regauth/
import { isDigit, isLatin, isWordPart, unitAt } from './characters.ts';
import { type Candidate, type Detector, type Judgement, judgeWhole } from './detector.ts';
import { isHexadecimal } from './hexadecimal.ts';
import { phrases } from './phrases.ts';

const octets = 6;

/** Offset behind `count` groups of `size` hexadecimal digits with `mark` between, or -1. */
function groupsEnd(text: string, start: number, end: number, size: number, count: number, mark: number): number {
  let at = start;
  for (let group = 0; group < count; group++) {
    if (group > 0 && unitAt(text, at++) !== mark) return -1;
    for (let k = 0; k < size; k++) if (!isHexadecimal(unitAt(text, at++))) return -1;
  }
  return at <= end ? at : -1;
}

function hardwareAddress(text: string, { from, start, end, labelled }: Candidate): Judgement | undefined {
  let stop = -1;
  const mark = unitAt(text, start + 2);
  if (mark === 58 || mark === 45) stop = groupsEnd(text, start, end, 2, octets, mark);
  else if (unitAt(text, start + 4) === 46) stop = groupsEnd(text, start, end, 4, 3, 46);
  else if (labelled) stop = groupsEnd(text, start, end, 12, 1, 0);
  if (stop === -1) return undefined;
  const before = start > from ? unitAt(text, start - 1) : 0;
  const after = stop < end ? unitAt(text, stop) : 0;
  // More octets make a fingerprint or another kind of address.
  if (isWordPart(before) || isWordPart(after) || before === mark) return undefined;
  if ((after === mark || after === 46) && isHexadecimal(unitAt(text, stop + 1))) return undefined;
  const normal = text
    .slice(start, stop)
    .toLowerCase()
    .replace(/[^\da-f]/g, '');
  if (/^(?:0+|f+)$/.test(normal)) return undefined;
  // 12-05-24-11-30-59 and 1234.5678.9012 are written for other things, too.
  if (!labelled && mark !== 58 && !/[a-f]/.test(normal)) return undefined;
  return { start, end: stop, normal };
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let k = 0; k < digits.length; k++) {
    const digit = digits.charCodeAt(digits.length - 1 - k) - 48;
    const weighed = k % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

/** Countries' codes an IMSI begins with: ITU-T E.212. */
const mobileCountry = /^(?:2[0-9][0-9]|3[0-24-7][0-9]|4[0-7][0-9]|5[0-5][0-9]|6[0-5][0-9]|7[0-5][0-9])/;

function isEquipment(digits: string): boolean {
  switch (digits.length) {
    case 15:
      return passesLuhn(digits) || mobileCountry.test(digits);
    case 16:
      return /^(?:01|35|86|99)/.test(digits);
    case 19:
    case 20:
      return digits.startsWith('89') && passesLuhn(digits);
    default:
      return false;
  }
}

const equipmentWord = /imei(?!sv)[^\d\n]{0,24}$/i;

/** Digits from `start`, with single blanks, dashes or slashes between; only behind a label. */
function equipment(text: string, { from, start, end }: Candidate): Judgement | undefined {
  let at = start;
  let digits = '';
  while (at < end && digits.length < 21) {
    const code = unitAt(text, at);
    if (isDigit(code)) digits += text.charAt(at);
    else if ((code !== 32 && code !== 45 && code !== 47) || at + 1 >= end || !isDigit(unitAt(text, at + 1))) break;
    at++;
  }
  // Fifteen digits may be an IMSI, which has no check digit; an IMEI has.
  if (digits.length === 15 && !passesLuhn(digits) && equipmentWord.test(text.slice(Math.max(from, start - 32), start)))
    return undefined;
  if (!isEquipment(digits) || /^(\d)\1+$/.test(digits)) return undefined;
  return at < end && isWordPart(unitAt(text, at)) ? undefined : { start, end: at, normal: digits };
}

const identifier = /[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}|[\da-f]{40}|[\da-f]{16}|[\da-f]{14}/iy;

/** Advertising ids (UUID), the ids of Android (16) and older Apple devices (40), and MEID (14); only behind a label. */
function hexadecimal(text: string, { from, start, end }: Candidate): Judgement | undefined {
  // The way in is the first digit: letters may stand before it.
  let first = start;
  while (first > from && first > start - 8 && isHexadecimal(unitAt(text, first - 1))) first--;
  if (first > from && isWordPart(unitAt(text, first - 1))) return undefined;
  identifier.lastIndex = first;
  if (!identifier.test(text) || identifier.lastIndex > end) return undefined;
  const stop = identifier.lastIndex;
  if (stop < end && isWordPart(unitAt(text, stop))) return undefined;
  const normal = text.slice(first, stop).toLowerCase().replaceAll('-', '');
  return /^(.)\1+$/.test(normal) ? undefined : { start: first, end: stop, normal };
}

function judge(text: string, candidate: Candidate): Judgement | undefined {
  const code = unitAt(text, candidate.start);
  if (!isDigit(code) && !isLatin(code)) return undefined;
  return (
    hardwareAddress(text, candidate) ??
    (candidate.labelled ? (equipment(text, candidate) ?? hexadecimal(text, candidate)) : undefined)
  );
}

function read(cell: string): string | undefined {
  const value = cell.trim().replace(/^\{(.*)\}$/, '$1');
  const found = value.length > 60 ? undefined : judgeWhole(deviceId, value);
  return found?.end === value.length ? found.normal : undefined;
}

export const deviceId: Detector = {
  id: 'device-id',
  category: 'contact',
  anchor: 'network',
  weak: false,
  key: 'none',
  labels: phrases(`
    imei, imei no, imei nr, imei number, imei code, imei 1, imei 2, imeis, imeisv, imsi, imsi no, imsi number, iccid, iccid no, iccid number, sim, sim no,
    sim number, sim card, sim card no, sim card number, sim serial number, meid, meid number, udid, device udid, idfa, idfv, gaid, aaid, adid,
    advertising id, advertising identifier, advertiser id, ad id, google advertising id, apple advertising id, mobile advertising id, device id,
    device identifier, device number, android id, handset id, mac, mac id, mac addr, mac address, mac addresses, macs, hardware address,
    physical address, ethernet address, wifi address, wi fi address, bluetooth address, wlan address, device mac
  `),
  headers: phrases(`
    imei, imei no, imei nr, imei number, imei code, imeisv, imsi, imsi no, imsi number, iccid, iccid no, iccid number, sim no, sim number, sim card no, sim card
    number, sim serial number, meid, udid, idfa, idfv, gaid, aaid, advertising id, advertising identifier, advertiser id, device id, device
    identifier, deviceid, android id, mac, mac id, mac addr, mac address, macaddress, hardware address, wifi mac, wifi mac address, bluetooth
    address, device mac
  `),
  judge,
  read,
};
