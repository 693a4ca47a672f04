// tar: entries as files of their own, cut out of the archive without copying. POSIX ustar and pax, GNU long names, and the format
// before both. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html

import type { Part } from '../scan/part.ts';
import type { Content } from './content.ts';
import type { Extractor } from './extractor.ts';
import { type Reading, unreadable } from './reading.ts';

const block = 512;

export const tar: Extractor = {
  id: 'tar',
  accepts: ({ head }) => head.length >= block && checksumHolds(head.subarray(0, block)),
  async extract({ file, name }, reading) {
    const children: Part[] = [];
    const part: Part = { name, type: 'tar', children };
    try {
      for await (const entry of entries(file, reading)) {
        reading.enter(1);
        const at = entry.end / file.size;
        children.push(await reading.child(entry.content, entry.name, at, at));
        reading.progress(at);
      }
    } catch (problem) {
      part.unreadable = reading.reasonFor(problem);
    }
    return children.length > 0 || part.unreadable ? part : { ...part, unreadable: 'empty' };
  },
};

interface TarEntry {
  name: string;
  content: Content;
  end: number;
}

async function* entries(file: Content, reading: Reading): AsyncGenerator<TarEntry> {
  let longName = '';
  for (let at = 0; at + block <= file.size; ) {
    reading.check();
    const header = new Uint8Array(await file.slice(at, at + block).arrayBuffer());
    if (header.every((byte) => byte === 0)) return;
    if (!checksumHolds(header)) throw unreadable('broken');
    const size = numberAt(header, 124, 12);
    const start = at + block;
    if (start + size > file.size) throw unreadable('broken');
    const content = file.slice(start, start + size);
    const kind = String.fromCharCode(header[156]!);
    at = start + Math.ceil(size / block) * block;
    if (kind === 'L') longName = textOf(new Uint8Array(await content.slice(0, 4_096).arrayBuffer()));
    else if (kind === 'x')
      longName = paxPath(new TextDecoder().decode(await content.slice(0, 65_536).arrayBuffer())) || longName;
    else if (kind !== 'g' && kind !== 'K') {
      const name = longName || nameOf(header);
      longName = '';
      // Links, folders and devices hold nothing.
      if (size > 0) yield { name, content, end: at };
    }
  }
}

function nameOf(header: Uint8Array): string {
  const prefix = textOf(header.subarray(257, 262)) === 'ustar' ? textOf(header.subarray(345, 500)) : '';
  const name = textOf(header.subarray(0, 100));
  return prefix === '' ? name : `${prefix}/${name}`;
}

function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}

const paxPath = (records: string) => /^\d+ path=([^\n]*)$/m.exec(records)?.[1] ?? '';

/** Octal digits, or for large files the number itself with the highest bit set. */
function numberAt(header: Uint8Array, at: number, length: number): number {
  if (header[at]! & 0x80) {
    let value = 0;
    for (let index = at + 1; index < at + length; index++) value = value * 256 + header[index]!;
    return value;
  }
  return Number.parseInt(textOf(header.subarray(at, at + length)).trim() || '0', 8) || 0;
}

/** The sum of the header's bytes, those of the sum itself taken for blanks. */
function checksumHolds(header: Uint8Array): boolean {
  let sum = 8 * 0x20;
  for (let at = 0; at < block; at++) if (at < 148 || at >= 156) sum += header[at]!;
  return sum > 8 * 0x20 && sum === numberAt(header, 148, 8);
}
