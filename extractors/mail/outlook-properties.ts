// The properties of one object in an Outlook message: a table of short ones, and a stream for every long one.
// https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxmsg (2.1, 2.4), ms-oxcdata 2.11.1 (property types)

import { ansiOf, decoderOfCodePage } from '../code-pages.ts';
import type { Compound, CompoundEntry } from '../compound/compound-file.ts';
import type { Reading } from '../reading.ts';

export interface Properties {
  /** Empty where there is none. */
  text(tag: number): string;
  bytes(tag: number): Uint8Array<ArrayBuffer> | undefined;
  /** ISO 8601, empty where there is none. */
  date(tag: number): string;
  /** Every text a person may have written, but those of `shown`. */
  others(shown: ReadonlySet<number>): string[];
}

const type = { string8: 0x1e, unicode: 0x1f, time: 0x40, binary: 0x102, long: 3 } as const;
const messageCodePage = 0x3ffd;
const internetCodePage = 0x3fde;
const multiple = 0x1000;
/** The table begins behind a header whose length depends on what the object is. */
const headerLength = { top: 32, embedded: 24, part: 8 } as const;
const longestText = 1 << 20;

export async function readProperties(
  compound: Compound,
  storage: CompoundEntry,
  kind: keyof typeof headerLength,
  reading: Reading,
): Promise<Properties> {
  const fixed = new Map<number, DataView>();
  const table = storage.children.find((entry) => entry.name === '__properties_version1.0');
  if (table) {
    const bytes = await compound.read(table);
    for (let at = headerLength[kind]; at + 16 <= bytes.length; at += 16) {
      const view = new DataView(bytes.buffer, bytes.byteOffset + at, 16);
      fixed.set(view.getUint32(0, true), view);
    }
  }
  const long = new Map<number, { type: number; content: Uint8Array<ArrayBuffer> }[]>();
  for (const entry of storage.children) {
    const found = /^__substg1\.0_([\dA-F]{4})([\dA-F]{4})(?:-[\dA-F]{8})?$/i.exec(entry.name);
    if (!found || entry.isStorage) continue;
    const [id, kindOf] = [Number.parseInt(found[1]!, 16), Number.parseInt(found[2]!, 16)];
    const isText = (kindOf & ~multiple) === type.string8 || (kindOf & ~multiple) === type.unicode;
    // Attached files are opened as files, and binary properties other than bodies are identifiers.
    if (id === 0x3701 || (!isText && id !== 0x1009 && id !== 0x1013)) continue;
    // The first stream of several values holds their lengths.
    if (kindOf & multiple && !entry.name.includes('-')) continue;
    const values = long.get(id) ?? [];
    values.push({ type: kindOf & ~multiple, content: await compound.read(entry) });
    long.set(id, values);
    reading.check();
  }
  const codePage = (id: number) => fixed.get((id << 16) | type.long)?.getUint32(8, true);
  const decode = ({ type: kindOf, content }: { type: number; content: Uint8Array<ArrayBuffer> }) =>
    (kindOf === type.unicode
      ? new TextDecoder('utf-16le')
      : decoderOfCodePage(
          (kindOf === type.string8 ? (codePage(messageCodePage) ?? ansiOf(codePage(internetCodePage))) : undefined) ??
            codePage(internetCodePage),
        )
    )
      .decode(content)
      .replace(/\0+$/, '');
  const text = (id: number) => (long.get(id) ?? []).map(decode).join('; ');
  return {
    text,
    bytes: (id) => long.get(id)?.[0]?.content,
    date: (id) => fileTime(fixed.get(((id << 16) | type.time) >>> 0)),
    others: (shown) =>
      [...long.keys()]
        .filter((id) => !shown.has(id) && !isTechnical(id))
        .map((id) => text(id).trim())
        .filter((value, index, all) => value !== '' && value.length < longestText && all.indexOf(value) === index),
  };
}

/** 100 ns since 1601. */
function fileTime(view: DataView | undefined): string {
  if (!view) return '';
  const ms = Number(view.getBigInt64(8, true) / 10_000n) - 11_644_473_600_000;
  return Math.abs(ms) < 8.64e15 ? new Date(ms).toISOString() : '';
}

/**
 * Identifiers and routing, not written by a person: message class, search keys, Internet message id and references, transport
 * headers, entry ids, addresses of the kind `EX`, normalised subject and topic (the subject again).
 */
const technical = new Set([
  0x001a, 0x003d, 0x0064, 0x0065, 0x0070, 0x0075, 0x0076, 0x0077, 0x0078, 0x007d, 0x0040, 0x0044, 0x0c1e, 0x0e1d,
  0x1035, 0x1039, 0x1042, 0x10f3, 0x3002, 0x300b, 0x3703, 0x370e, 0x3712, 0x3a20, 0x3fdf, 0x3ff8, 0x3ffa, 0x5d0a,
  0x5d0b, 0x5ff6, 0x4022, 0x4023, 0x4024, 0x4025, 0x4030, 0x4031, 0x4034, 0x4035, 0x4038, 0x4039,
]);
const isTechnical = (id: number) => technical.has(id);
