// Whom an incident was about, so that one person can be asked for later and nobody be read out: keyed, shortened fingerprints of what
// tells people apart, sorted, so that none shows which belong together. docs/adr/0146-was-this-client-in-it.md
import { fingerprint } from './fingerprint.ts';
import type { Affected, Incident } from './incident.ts';
import { fromBase64Url, toBase64Url } from './signing.ts';

export interface PeopleKey {
  /** HMAC-SHA-256. */
  key: CryptoKey;
  name: string;
  /** Under which the scan's hashes are made: the same wherever they are to be compared. */
  seed: number;
}

/** Hex digits of one fingerprint: among a million of them a stranger agrees by chance once in a million times. */
const digits = 10;
/** Fingerprints kept of one person, the most telling. */
const mostEach = 4;

/** The firm's key, from the policy or the breach contact's file: 32 bytes in base64. The seed follows from it. */
export async function firmPeopleKey(secret: string): Promise<PeopleKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await globalThis.crypto.subtle.importKey('raw', fromBase64Url(secret), algorithm, false, ['sign']);
  return peopleKeyOf(key, Number.parseInt((await fingerprint(key, 'person', 'seed')).slice(0, 8), 16));
}

export async function peopleKeyOf(key: CryptoKey, seed: number): Promise<PeopleKey> {
  return { key, seed, name: (await fingerprint(key, 'person', `key ${seed}`)).slice(0, 16) };
}

/** `people`: the scan's hashes of each, most telling first. */
export async function affectedOf(people: readonly number[][], by: PeopleKey): Promise<Affected> {
  const prints = await printsOf(
    people.flatMap((hashes) => hashes.slice(0, mostEach)),
    by.key,
  );
  const bytes = [...new Set(prints)].sort().join('').match(/../g) ?? [];
  return {
    key: by.name,
    people: people.length,
    prints: toBase64Url(Uint8Array.from(bytes, (two) => Number.parseInt(two, 16))),
  };
}

function printsOf(hashes: readonly number[], key: CryptoKey): Promise<string[]> {
  return Promise.all(hashes.map(async (hash) => (await fingerprint(key, 'person', String(hash))).slice(0, digits)));
}

/**
 * `told`: of how many details of this person how many agree. `unknown`: it cannot be said, as its people were not all kept, were kept
 * under another key, or something in it could not be read.
 */
export type Answer =
  | { incident: string; told: { agree: number; of: number } }
  | { incident: string; unknown: 'other-key' | 'not-kept' | 'unreadable' };

/** One person, as they are asked for. */
export interface AskedFor {
  key: string;
  prints: string[];
}

/** `hashes`: of one person, as the scan makes them of what somebody typed. */
export async function askedFor(hashes: readonly number[], by: PeopleKey): Promise<AskedFor> {
  return { key: by.name, prints: [...new Set(await printsOf(hashes.slice(0, mostEach), by.key))] };
}

/** Incidents this person was not in, as far as was read, are left out. */
export function incidentsAbout({ key, prints }: AskedFor, incidents: readonly Incident[]): Answer[] {
  return incidents.flatMap((incident): Answer[] => {
    const { id, affected, people, files } = incident;
    const kept = affected?.key === key ? printsIn(affected) : new Set<string>();
    const agree = prints.filter((print) => kept.has(print)).length;
    if (agree > 0) return [{ incident: id, told: { agree, of: prints.length } }];
    if (files.some(({ readable }) => !readable)) return [{ incident: id, unknown: 'unreadable' }];
    if (affected && affected.key !== key) return [{ incident: id, unknown: 'other-key' }];
    return (affected?.people ?? 0) < people.estimate ? [{ incident: id, unknown: 'not-kept' }] : [];
  });
}

function printsIn({ prints }: Affected): ReadonlySet<string> {
  const hex = [...fromBase64Url(prints)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return new Set(hex.match(new RegExp(`.{${digits}}`, 'g')) ?? []);
}
