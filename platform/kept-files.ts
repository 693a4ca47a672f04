// Files that were let into a message, for as long as the page may only name them: docs/adr/0271-what-a-page-only-names.md
// In the browser's memory, never on a disk, and of no more than this tab and host.
import { browser } from 'wxt/browser';
import { inTurn } from './in-turn.ts';

/** What crosses between the desk and the background. */
export interface KeptFile {
  name: string;
  /** Base64. */
  bytes: string;
}

export interface NamedFile {
  name: string;
  content: Blob;
}

interface Place {
  tab: number;
  host: string;
}

interface Kept extends KeptFile, Place {
  /** Epoch milliseconds. */
  at: number;
}

const key = 'desk/files';
/** Of all tabs together: the browser lets an extension keep 10 MB so, and the desk's own names are kept there too. */
export const mostCharacters = 4_000_000;
const keptFor = 3_600_000;
const turn = inTurn();

/** The last ones are kept, as far as there is room. */
export function keepFiles(files: readonly KeptFile[], { tab, host }: Place, now: number): Promise<void> {
  return turn(async () => {
    const entered = files.map((file): Kept => ({ ...file, tab, host, at: now }));
    const isOf = (one: Kept) => (other: Kept) =>
      one.bytes === other.bytes && one.name === other.name && one.tab === other.tab && one.host === other.host;
    const all = [...entered, ...(await fresh(now)).filter((one) => !entered.some(isOf(one)))];
    let room = mostCharacters;
    const fitting = all.filter(({ bytes }) => {
      room -= bytes.length;
      return room >= 0;
    });
    await browser.storage.session.set({ [key]: fitting });
  });
}

/** Those with one of these names, each that ever had it. */
export async function keptFiles(names: readonly string[], { tab, host }: Place, now: number): Promise<KeptFile[]> {
  const wanted = new Set(names.map(plain));
  return (await fresh(now))
    .filter((one) => one.tab === tab && one.host === host && wanted.has(plain(one.name)))
    .map(({ name, bytes }) => ({ name, bytes }));
}

/** Forgets those of a closed tab, and what is old. */
export function forgetFiles(closed: number, now: number): Promise<void> {
  return turn(async () => {
    const all = await fresh(now);
    await browser.storage.session.set({ [key]: all.filter(({ tab }) => tab !== closed) });
  });
}

async function fresh(now: number): Promise<Kept[]> {
  const all = ((await browser.storage.session.get(key))[key] ?? []) as Kept[];
  return all.filter(({ at }) => now - at < keptFor);
}

/** As a page may write it. */
export function plain(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

export async function packed(files: readonly NamedFile[]): Promise<KeptFile[]> {
  const some = files.filter(({ content }) => content.size * (4 / 3) < mostCharacters);
  return Promise.all(some.map(async ({ name, content }) => ({ name, bytes: base64(await content.arrayBuffer()) })));
}

export function unpacked({ name, bytes }: KeptFile): NamedFile {
  return { name, content: new Blob([Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0))]) };
}

/** In portions: a function takes so many arguments and no more. */
function base64(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}
