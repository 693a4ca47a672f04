// The compound file: a small file system that old Office files, Outlook messages and encrypted new Office files are kept in.
// https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb (2.2 header, 2.3 FAT, 2.4 mini FAT, 2.6 directory)
import { type Content, joined } from '../content.ts';
import { type Reading, unreadable } from '../reading.ts';

export interface CompoundEntry {
  name: string;
  isStorage: boolean;
  size: number;
  /** First sector of a stream. */
  start: number;
  children: CompoundEntry[];
}

export interface Compound {
  root: CompoundEntry;
  /** The stream as a file of its own. Throws `broken` where its chain leaves the file. */
  open(stream: CompoundEntry): Promise<Content>;
  /** The stream's bytes, counted. */
  read(stream: CompoundEntry): Promise<Uint8Array<ArrayBuffer>>;
}

export const compoundMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const lastRegularSector = 0xfffffffa;
const miniSector = 64;
const miniLimit = 4_096;
const entrySize = 128;

export async function openCompound(file: Content, reading: Reading): Promise<Compound> {
  const header = await viewOf(file.slice(0, 512));
  if (header.byteLength < 512) throw unreadable('broken');
  const shift = header.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw unreadable('broken');
  const sectorSize = 1 << shift;
  const sectors = Math.ceil(file.size / sectorSize);
  const sectorAt = (sector: number) => (sector + 1) * sectorSize;
  const fat = await readFat(file, header, sectorSize, sectors, reading);

  /** The pieces of a chain, neighbours joined. A chain longer than the file has sectors goes in circles. */
  const chain = (first: number, table: Uint32Array, wanted: number): [start: number, count: number][] => {
    const runs: [start: number, count: number][] = [];
    let count = 0;
    for (let sector = first; sector < lastRegularSector && count < wanted; sector = table[sector]!) {
      if (sector >= table.length) throw unreadable('broken');
      const run = runs.at(-1);
      if (run && run[0] + run[1] === sector) run[1]++;
      else runs.push([sector, 1]);
      count++;
    }
    return runs;
  };
  const regular = (first: number, size?: number): Content => {
    const runs = chain(first, fat, size === undefined ? sectors : Math.ceil(size / sectorSize));
    const whole = joined(
      runs.map(([start, count]) => file.slice(sectorAt(start), Math.min(file.size, sectorAt(start + count)))),
    );
    return size === undefined ? whole : exactly(whole, size);
  };

  const directory = await viewOf(spent(regular(header.getUint32(48, true)), reading));
  const root = readTree(directory, shift === 9);
  let mini: { file: Content; table: Uint32Array } | undefined;
  const openMini = async ({ start, size }: CompoundEntry): Promise<Content> => {
    mini ??= {
      file: regular(root.start, root.size),
      table: numbers(await viewOf(spent(regular(header.getUint32(60, true)), reading))),
    };
    const runs = chain(start, mini.table, Math.ceil(size / miniSector));
    const { file: miniFile } = mini;
    return exactly(
      joined(runs.map(([first, count]) => miniFile.slice(first * miniSector, (first + count) * miniSector))),
      size,
    );
  };
  const open = async (stream: CompoundEntry) =>
    stream.size < miniLimit ? openMini(stream) : regular(stream.start, stream.size);
  return {
    root,
    open,
    read: async (stream) => new Uint8Array(await spent(await open(stream), reading).arrayBuffer()),
  };
}

async function readFat(file: Content, header: DataView, sectorSize: number, sectors: number, reading: Reading) {
  const places: number[] = [];
  const add = (sector: number) => {
    if (sector < lastRegularSector) places.push(sector);
  };
  for (let at = 76; at < 512; at += 4) add(header.getUint32(at, true));
  let next = header.getUint32(68, true);
  for (let seen = 0; next < lastRegularSector; seen++) {
    if (seen > sectors) throw unreadable('broken');
    const more = await viewOf(file.slice((next + 1) * sectorSize, (next + 2) * sectorSize));
    if (more.byteLength < sectorSize) throw unreadable('broken');
    for (let at = 0; at < sectorSize - 4; at += 4) add(more.getUint32(at, true));
    next = more.getUint32(sectorSize - 4, true);
  }
  if (places.length * sectorSize > file.size) throw unreadable('broken');
  return numbers(
    await viewOf(
      spent(joined(places.map((sector) => file.slice((sector + 1) * sectorSize, (sector + 2) * sectorSize))), reading),
    ),
  );
}

/** Entries hang together as binary trees of siblings; each is visited once, whatever the links say. */
function readTree(view: DataView, isShort: boolean): CompoundEntry {
  const count = Math.floor(view.byteLength / entrySize);
  if (count === 0) throw unreadable('broken');
  const entryAt = (index: number): CompoundEntry => {
    const at = index * entrySize;
    let name = '';
    const length = Math.min(view.getUint16(at + 64, true), 64) / 2 - 1;
    for (let letter = 0; letter < length; letter++) name += String.fromCharCode(view.getUint16(at + letter * 2, true));
    const high = isShort ? 0 : view.getUint32(at + 124, true);
    return {
      name,
      isStorage: view.getUint8(at + 66) !== 2,
      start: view.getUint32(at + 116, true),
      size: high * 2 ** 32 + view.getUint32(at + 120, true),
      children: [],
    };
  };
  const root = entryAt(0);
  const seen = new Set([0]);
  const pending: [index: number, parent: CompoundEntry][] = [[view.getUint32(76, true), root]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [index, parent] = next;
    if (index >= count || seen.has(index)) continue;
    seen.add(index);
    const at = index * entrySize;
    const kind = view.getUint8(at + 66);
    const entry = entryAt(index);
    if (kind === 1 || kind === 2) parent.children.push(entry);
    pending.push([view.getUint32(at + 68, true), parent], [view.getUint32(at + 72, true), parent]);
    if (kind === 1) pending.push([view.getUint32(at + 76, true), entry]);
  }
  return root;
}

const viewOf = async (file: Content) => new DataView(await file.arrayBuffer());

function exactly(file: Content, size: number): Content {
  if (file.size < size) throw unreadable('broken');
  return file.slice(0, size);
}

function spent(file: Content, reading: Reading): Content {
  reading.spend(file.size);
  reading.check();
  return file;
}

function numbers(view: DataView): Uint32Array {
  const all = new Uint32Array(view.byteLength >> 2);
  for (let index = 0; index < all.length; index++) all[index] = view.getUint32(index * 4, true);
  return all;
}
