// The fastest well-kept library for each format alone, called as its documentation says. Ours does more with the same bytes: it tells
// the format, reads what is hidden, lays tables out as rows and keeps to limits. Packages of this folder, so nothing of their types is known.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import type { Format } from './office-files.ts';

interface ReadingPeer {
  /** Package, or what the platform has. */
  name: string;
  read(bytes: Buffer<ArrayBuffer>): unknown;
}

// biome-ignore lint/suspicious/noExplicitAny: packages of another folder, see above
const load = async (name: string): Promise<any> => {
  const module = await import(name);
  return module.default ?? module;
};

const sheetJs: ReadingPeer = {
  name: 'xlsx',
  read: async (bytes) => (await load('xlsx')).read(bytes, { dense: true }),
};
const officeParser: ReadingPeer = {
  name: 'officeparser',
  read: async (bytes) => (await import('officeparser' as string)).parseOffice(bytes),
};
const icalJs: ReadingPeer = {
  name: 'ical.js',
  read: async (bytes) => (await load('ical.js')).parse(bytes.toString()),
};

const peers: Partial<Record<Format, ReadingPeer>> = {
  csv: { name: 'papaparse', read: async (bytes) => (await load('papaparse')).parse(bytes.toString()) },
  html: {
    name: 'node-html-parser',
    read: async (bytes) => (await import('node-html-parser' as string)).parse(bytes.toString()).structuredText,
  },
  json: { name: 'JSON.parse', read: (bytes) => JSON.parse(bytes.toString()) },
  xml: {
    name: 'fast-xml-parser',
    read: async (bytes) => new (await import('fast-xml-parser' as string)).XMLParser().parse(bytes.toString()),
  },
  eml: { name: 'mailparser', read: async (bytes) => (await import('mailparser' as string)).simpleParser(bytes) },
  msg: {
    name: '@kenjiuno/msgreader',
    read: async (bytes) => {
      const reader = await load('@kenjiuno/msgreader');
      return new (reader.default ?? reader)(
        bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
      ).getFileData();
    },
  },
  vcf: icalJs,
  ics: icalJs,
  xlsx: sheetJs,
  xls: sheetJs,
  xlsb: sheetJs,
  ods: sheetJs,
  docx: { name: 'mammoth', read: async (buffer) => (await load('mammoth')).extractRawText({ buffer }) },
  pptx: officeParser,
  odt: officeParser,
  odp: officeParser,
  rtf: officeParser,
  pdf: {
    name: 'unpdf',
    read: async (bytes) => (await import('unpdf' as string)).extractText(new Uint8Array(bytes), { mergePages: true }),
  },
  zip: { name: 'fflate', read: (bytes) => unzipSync(bytes) },
  gzip: { name: 'node:zlib', read: (bytes) => gunzipSync(bytes) },
  tar: {
    name: 'tar-stream',
    read: async (bytes) => {
      const extract = (await load('tar-stream')).extract();
      extract.end(bytes);
      const contents: Buffer[] = [];
      for await (const entry of extract) for await (const chunk of entry) contents.push(chunk);
      return contents;
    },
  },
};

/** Milliseconds of one reading in this process; `undefined` where there is no peer. */
export async function timePeer(format: Format, path: string): Promise<number | undefined> {
  const peer = peers[format];
  if (!peer) return undefined;
  // The package is loaded before the clock starts.
  if (!isOfPlatform(peer.name)) await import(peer.name);
  const bytes = readFileSync(path);
  const start = performance.now();
  await peer.read(bytes);
  return performance.now() - start;
}

/** With the version that was measured. */
export function peerName(format: Format): string {
  const name = peers[format]?.name;
  if (!name || isOfPlatform(name)) return name ?? '–';
  const require = createRequire(join(import.meta.dirname, 'package.json'));
  const { dependencies } = require('./package.json');
  return `${name} ${dependencies[name] ?? require('../package.json').dependencies[name]}`;
}

const isOfPlatform = (name: string) => name === 'JSON.parse' || name.startsWith('node:');
