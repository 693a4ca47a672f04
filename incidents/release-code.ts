// A breach contact's signed word that one draft may go: {incident, fingerprint of the draft, until when}. It works without a network:
// it is pasted, or read out letter by letter. Letters as in https://www.crockford.com/base32.html : none is taken for another.
import type { Entry } from './incident.ts';
import { fromBase64Url, isSigned, type Signer, sign, toBase64Url } from './signing.ts';

/** One draft in one incident. `draft`: its keyed fingerprint. */
export interface Releasable {
  incident: string;
  draft: string;
  /** It went by a code after this incident: a code lets one message go. */
  isUsed?: boolean;
}

export type Release =
  | { ok: true; incident: string; expires: number }
  | { ok: false; why: 'unreadable' | 'expired' | 'used' | 'other' };

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const version = 1;
const signatureBytes = 64;
const minute = 60_000;

/** Groups of five letters. `expires`: epoch milliseconds, kept to the minute. */
export async function releaseCode(signer: Signer, { incident, draft }: Releasable, expires: number): Promise<string> {
  const until = Math.floor(expires / minute);
  const signature = fromBase64Url(await sign(signer, 'release', { incident, draft, until }));
  const bytes = new Uint8Array(5 + signatureBytes);
  bytes[0] = version;
  new DataView(bytes.buffer).setUint32(1, until);
  bytes.set(signature, 5);
  return toLetters(bytes)
    .match(/.{1,5}/g)!
    .join(' ');
}

/** What a code may name of what was recorded, oldest first: incidents about this draft, and whether it went by a code since. */
export function releasablesIn(entries: readonly { entry: Entry }[], draft: string): Releasable[] {
  const neverWent = new Set(
    entries.flatMap(({ entry }) =>
      entry.type === 'amendment' && entry.amendment.sent === 'not-sent' ? [entry.amendment.incident] : [],
    ),
  );
  const about = entries.flatMap(({ entry }) =>
    entry.type === 'incident' && entry.incident.draft === draft ? [entry.incident] : [],
  );
  const lastUse = about.findLastIndex(({ id, choice }) => choice === 'sent-with-code' && !neverWent.has(id));
  return about.map(({ id }, index) => ({ incident: id, draft, isUsed: index <= lastUse }));
}

/** `key`: the contact's public key. The code names no draft: it is tried on each that could be meant. */
export async function readRelease(
  code: string,
  key: string,
  drafts: readonly Releasable[],
  now: number,
): Promise<Release> {
  const bytes = fromLetters(code);
  if (bytes?.length !== 5 + signatureBytes || bytes[0] !== version) return { ok: false, why: 'unreadable' };
  const until = new DataView(bytes.buffer).getUint32(1);
  const signature = toBase64Url(bytes.subarray(5));
  for (const { incident, draft, isUsed } of drafts) {
    if (!(await isSigned(key, 'release', { incident, draft, until }, signature))) continue;
    if (isUsed) return { ok: false, why: 'used' };
    return until * minute > now ? { ok: true, incident, expires: until * minute } : { ok: false, why: 'expired' };
  }
  return { ok: false, why: 'other' };
}

function toLetters(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += letters[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + letters[(held << (5 - bits)) & 31] : text;
}

/** Blanks, dashes and small letters do not matter; O is 0, I and L are 1. Undefined where another sign stands. */
function fromLetters(text: string): Uint8Array<ArrayBuffer> | undefined {
  const clean = text
    .toUpperCase()
    .replace(/[\s.-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (clean.length > 200 || !/^[0-9A-HJKMNP-TV-Z]*$/.test(clean)) return undefined;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of clean) {
    held = (held << 5) | letters.indexOf(letter);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
    held &= (1 << bits) - 1;
  }
  return held === 0 ? Uint8Array.from(bytes) : undefined;
}
