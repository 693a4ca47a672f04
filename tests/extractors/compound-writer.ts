// Writes compound files, for Outlook messages no program at hand can write.
// https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb
import { joined } from './archive-writer.ts';

export type StorageToWrite = { [name: string]: StorageToWrite | Uint8Array };

const sector = 512;
const miniSector = 64;
const end = 0xfffffffe;
const none = 0xffffffff;

interface Written {
  name: string;
  kind: 1 | 2 | 5;
  content: Uint8Array;
  start: number;
  child: number;
  right: number;
}

/** Version 3: sectors of 512 bytes. Siblings hang in a row, which readers accept. */
export function writeCompound(root: StorageToWrite): Uint8Array<ArrayBuffer> {
  const entries: Written[] = [];
  const add = (name: string, kind: Written['kind'], what: StorageToWrite | Uint8Array): number => {
    const content = what instanceof Uint8Array ? what : new Uint8Array();
    const index = entries.push({ name, kind, content, start: end, child: none, right: none }) - 1;
    if (what instanceof Uint8Array) return index;
    let last = none;
    for (const [childName, child] of Object.entries(what)) {
      const at = add(childName, child instanceof Uint8Array ? 2 : 1, child);
      if (last === none) entries[index]!.child = at;
      else entries[last]!.right = at;
      last = at;
    }
    return index;
  };
  add('Root Entry', 5, root);

  const fat: number[] = [];
  const sectors: Uint8Array[] = [];
  const store = (content: Uint8Array): number => {
    const first = fat.length;
    const count = Math.ceil(content.length / sector);
    for (let index = 0; index < count; index++) fat.push(index === count - 1 ? end : first + index + 1);
    sectors.push(padded(content, sector));
    return count === 0 ? end : first;
  };
  const miniFat: number[] = [];
  const mini: Uint8Array[] = [];
  for (const entry of entries.filter((one) => one.kind === 2)) {
    if (entry.content.length >= 4_096) entry.start = store(entry.content);
    else if (entry.content.length > 0) {
      entry.start = miniFat.length;
      const count = Math.ceil(entry.content.length / miniSector);
      for (let index = 0; index < count; index++) miniFat.push(index === count - 1 ? end : miniFat.length + 1);
      mini.push(padded(entry.content, miniSector));
    }
  }
  const miniStream = joined(mini);
  entries[0]!.start = store(miniStream);
  entries[0]!.content = miniStream;
  const miniFatStart = store(words(miniFat));
  const directoryStart = store(joined(entries.map(directoryEntry)));
  const [fatSectors, moreFatSectors] = tableSizes(fat.length);
  const fatStart = fat.length;
  const moreStart = fatStart + fatSectors;
  for (let index = 0; index < fatSectors; index++) fat.push(0xfffffffd);
  for (let index = 0; index < moreFatSectors; index++) fat.push(0xfffffffc);
  const fatPlaces = Array.from({ length: fatSectors }, (_, index) => fatStart + index);
  const header = new Uint8Array(sector);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  header.set([0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0], 24);
  header.set(words([fatSectors, directoryStart, 0, 4_096, miniFatStart, Math.ceil((miniFat.length * 4) / sector)]), 44);
  header.set(words([moreFatSectors === 0 ? end : moreStart, moreFatSectors]), 68);
  header.set(words([...fatPlaces, ...Array(inHeader).fill(none)].slice(0, inHeader)), 76);
  const more = Array.from({ length: moreFatSectors }, (_, index) => {
    const from = inHeader + index * 127;
    const places = [...fatPlaces.slice(from, from + 127), ...Array(127).fill(none)].slice(0, 127);
    return words([...places, index === moreFatSectors - 1 ? end : moreStart + index + 1]);
  });
  return joined([header, ...sectors, padded(words(fat), sector, 0xff), ...more]);
}

/** Places of the allocation table that the header itself names; the rest stand in sectors of their own. */
const inHeader = 109;

/** How many sectors the allocation table takes that covers so many and itself, and how many the list of its further places. */
function tableSizes(others: number): [fat: number, more: number] {
  let [fat, more] = [0, 0];
  while (fat * 128 < others + fat + more) {
    fat++;
    more = Math.max(0, Math.ceil((fat - inHeader) / 127));
  }
  return [fat, more];
}

function directoryEntry({ name, kind, content, start, child, right }: Written): Uint8Array {
  const bytes = new Uint8Array(128);
  for (let at = 0; at < name.length; at++) bytes.set([name.charCodeAt(at) & 0xff, name.charCodeAt(at) >> 8], at * 2);
  bytes.set([(name.length + 1) * 2, 0, kind, 1], 64);
  bytes.set(words([none, right, child]), 68);
  bytes.set(words([start, content.length]), 116);
  return bytes;
}

function words(values: number[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  for (const [index, value] of values.entries()) view.setUint32(index * 4, value, true);
  return new Uint8Array(view.buffer);
}

function padded(content: Uint8Array, size: number, filler = 0): Uint8Array {
  const whole = new Uint8Array(Math.ceil(content.length / size) * size).fill(filler);
  whole.set(content);
  return whole;
}
