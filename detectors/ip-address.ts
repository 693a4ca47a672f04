// Internet addresses: version 4 (RFC 791) and version 6 (RFC 4291, written as in RFC 5952). They point at a connection and identify nobody
// alone. Loopback, unspecified, broadcast and multicast addresses and netmasks are nobody's at all; private ones stay within a network.
// https://www.iana.org/assignments/iana-ipv4-special-registry
import { isDigit, isLatin, isWordPart, unitAt } from './characters.ts';
import { type Candidate, type Detector, type Judgement, judgeWhole } from './detector.ts';
import { isHexadecimal } from './hexadecimal.ts';
import { phrases } from './phrases.ts';

const octet = [0, 0, 0, 0];

/** Offset behind four numbers up to 255 with full stops between, or -1; sets `octet`. */
function fourOctetsEnd(text: string, start: number, end: number): number {
  let at = start;
  for (let k = 0; k < 4; k++) {
    if (k > 0 && (at >= end || unitAt(text, at++) !== 46)) return -1;
    const first = at;
    let value = 0;
    while (at < end && at < first + 4 && isDigit(unitAt(text, at))) value = value * 10 + unitAt(text, at++) - 48;
    if (at === first || at > first + 3 || value > 255 || (at > first + 1 && unitAt(text, first) === 48)) return -1;
    octet[k] = value;
  }
  return at;
}

function isSomebodys(): boolean {
  const [first, second, third, fourth] = octet as [number, number, number, number];
  return (
    first !== 0 && first !== 127 && first < 224 && !(first === 255 && second === 255) && third + fourth + second > 0
  );
}

/** Small numbers throughout, as versions and sections have them. */
function isVersionLike(): boolean {
  return octet.every((value) => value < 10);
}

const versionWord = /(?:version|release|build|revision)\b\W{0,3}$/i;

function version4(text: string, { from, start, end, labelled, mislabelled }: Candidate): Judgement | undefined {
  const stop = fourOctetsEnd(text, start, end);
  if (stop === -1 || !isSomebodys()) return undefined;
  const after = stop < end ? unitAt(text, stop) : 0;
  if (isWordPart(after) || (after === 46 && isDigit(unitAt(text, stop + 1)))) return undefined;
  const before = start > from ? unitAt(text, start - 1) : 0;
  if (isWordPart(before) || before === 46) return undefined;
  if (!labelled) {
    // "Chrome/120.0.0.1", "firmware-10.2.3.4"
    const product = (before === 47 || before === 45) && isLatin(unitAt(text, start - 2));
    if (product || isVersionLike()) return undefined;
    if (mislabelled && versionWord.test(text.slice(Math.max(from, start - 20), start))) return undefined;
  }
  return { start, end: stop, normal: text.slice(start, stop) };
}

const longest = 45;

/** The eight groups of the address between `start` and `end` as one string, or `undefined`. */
function eightGroups(written: string): string[] | undefined {
  const embedded = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(written);
  if (embedded) {
    if (fourOctetsEnd(embedded[2]!, 0, embedded[2]!.length) !== embedded[2]!.length) return undefined;
    const [first, second, third, fourth] = octet as [number, number, number, number];
    written = `${embedded[1]}${(first * 256 + second).toString(16)}:${(third * 256 + fourth).toString(16)}`;
  }
  const halves = written.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const groups = [...head!, ...(tail ?? [])];
  if (groups.some((group) => group.length < 1 || group.length > 4)) return undefined;
  if (!tail) return groups.length === 8 ? groups : undefined;
  if (groups.length > 7) return undefined;
  return [...head!, ...new Array<string>(8 - groups.length).fill('0'), ...tail];
}

function version6(text: string, { from, start, end, labelled }: Candidate): Judgement | undefined {
  let stop = start;
  let colons = 0;
  let full = 0;
  while (stop < end && stop <= start + longest) {
    const code = unitAt(text, stop);
    if (code === 58) colons++;
    else if (code === 46 && isDigit(unitAt(text, stop + 1))) full++;
    else if (!isHexadecimal(code)) break;
    stop++;
  }
  // A colon behind it is the sentence's.
  if (unitAt(text, stop - 1) === 58 && unitAt(text, stop - 2) !== 58) {
    stop--;
    colons--;
  } else if (unitAt(text, stop) === 58) return undefined;
  if (colons < 2 || stop > start + longest || (full !== 0 && full !== 3)) return undefined;
  if (stop < end && isWordPart(unitAt(text, stop))) return undefined;
  const before = start > from ? unitAt(text, start - 1) : 0;
  if (isWordPart(before) || before === 58 || (before === 46 && isDigit(unitAt(text, start - 2)))) return undefined;
  const groups = eightGroups(text.slice(start, stop));
  if (!groups) return undefined;
  const normal = groups.map((group) => group.toLowerCase().replace(/^0+(?=.)/, '')).join(':');
  if (/^(?:0:){7}[01]$/.test(normal) || normal.startsWith('ff')) return undefined;
  // "a1::b2" may be a name in a program; addresses in use begin with 2, 3, fc, fd or fe8.
  if (
    !labelled &&
    groups.filter((group) => !/^0+$/.test(group)).length < 3 &&
    !/^(?:[23]\w{3}|f[cd]|fe[89ab])/.test(normal)
  )
    return undefined;
  return { start, end: zoneEnd(text, stop, end), normal };
}

/** Behind `%eth0` at `at`, or `at` itself. */
function zoneEnd(text: string, at: number, end: number): number {
  if (at + 1 >= end || unitAt(text, at) !== 37 || !isWordPart(unitAt(text, at + 1))) return at;
  let stop = at + 1;
  while (stop < end && stop < at + 16 && isWordPart(unitAt(text, stop))) stop++;
  return stop;
}

function judge(text: string, candidate: Candidate): Judgement | undefined {
  const { start } = candidate;
  for (let at = start; at < start + 5; at++) {
    const code = unitAt(text, at);
    if (code === 46) return version4(text, candidate);
    if (code === 58) return version6(text, candidate);
    if (!isHexadecimal(code)) return undefined;
  }
  return undefined;
}

function read(cell: string): string | undefined {
  const value = cell.trim();
  const found = value.length > 64 ? undefined : judgeWhole(ipAddress, value);
  if (!found) return undefined;
  // A port, a mask or a further hop may follow.
  return /^(?:[:/]\d{1,5}|,.*)?$/.test(value.slice(found.end)) ? found.normal : undefined;
}

export const ipAddress: Detector = {
  id: 'ip-address',
  category: 'contact',
  anchor: 'network',
  weak: false,
  key: 'none',
  labels: phrases(`
    ip, ips, ip address, ip addresses, ip addr, ip no, ip number, ipv4, ipv4 address, ipv6, ipv6 address, client ip, user ip, remote ip,
    source ip, host ip, login ip, last login ip, signup ip, registration ip, internet protocol address, ip adresse, adresse ip, dirección ip,
    direccion ip, indirizzo ip, ip adres
  `),
  headers: phrases(`
    ip, ip address, ipaddress, ip addr, ip no, ip number, ipv4, ipv4 address, ipv6, ipv6 address, client ip, clientip, user ip, remote ip,
    remote addr, remote address, source ip, host ip, login ip, last login ip, last ip, signup ip, registration ip, ip adresse, adresse ip,
    dirección ip, direccion ip, indirizzo ip, ip adres
  `),
  judge,
  read,
};
