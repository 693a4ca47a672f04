// Real files, damaged at random: whatever comes of it, it is an answer, in time. Seeded; FUZZ_RUNS sets how many (default 400).
import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../benchmarks/corpus/random.ts';
import { extract } from '../../extractors/index.ts';
import { defaultLimits } from '../../extractors/limits.ts';
import type { Part } from '../../scan/part.ts';
import { fixture } from './read.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 400);
const names = [
  'story.doc',
  'story.ppt',
  'hidden.xls',
  'story.rtf',
  'clients-957.json',
  'clients-957.xml',
  'clients-957.mbox',
  'clients-957.vcf',
  'story.pdf',
  'sheet.pdf',
  'story.odt',
  'hidden.ods',
  'story.pptx',
  'nested.eml',
  'nested.tar.gz',
  'clients-957.tar',
  'hidden.xlsx',
  'story.docx',
  'serials.xlsx',
  'nested.zip',
  'encrypted.zip',
  'password.xlsx',
  'old.xls',
  'utf-16.csv',
  'windows-1252.csv',
];
const budgetMs = 10_000;

type Mutation = (bytes: Uint8Array<ArrayBuffer>, random: Random) => Uint8Array<ArrayBuffer>;

const flip: Mutation = (bytes, random) => {
  for (let count = 1 + random.below(12); count > 0; count--) bytes[random.below(bytes.length)]! ^= 1 << random.below(8);
  return bytes;
};
const truncate: Mutation = (bytes, random) => bytes.slice(0, random.below(bytes.length));
const overwrite: Mutation = (bytes, random) =>
  bytes.fill(random.below(256), random.below(bytes.length), random.below(bytes.length));
/** The directory of an archive stands at the end: most of its fields are there. */
const hitTheEnd: Mutation = (bytes, random) => {
  for (let count = 4; count > 0; count--)
    bytes[bytes.length - 1 - random.below(Math.min(400, bytes.length))] = random.below(256);
  return bytes;
};
const hitTheStart: Mutation = (bytes, random) => {
  for (let count = 3; count > 0; count--) bytes[random.below(Math.min(64, bytes.length))] = random.below(256);
  return bytes;
};
const repeat: Mutation = (bytes, random) => {
  const from = random.below(bytes.length);
  const piece = bytes.slice(from, from + random.below(2_000));
  return new Uint8Array([...bytes.subarray(0, from), ...piece, ...bytes.subarray(from)]);
};
const mutations = [flip, truncate, overwrite, hitTheEnd, hitTheStart, repeat];

function reasons(part: Part): (string | undefined)[] {
  return [part.unreadable, ...(part.children ?? []).flatMap(reasons)];
}

function hasContent(part: Part): boolean {
  return part.text !== undefined || part.tables !== undefined || part.children !== undefined;
}

describe('damaged files', () => {
  it(`end as an answer in time, ${runs} of them`, async () => {
    const random = createRandom(20_260);
    const originals = names.map(fixture);
    for (let run = 0; run < runs; run++) {
      const which = random.below(names.length);
      const mutate = random.pick(mutations);
      const bytes = mutate(originals[which]!.slice(), random);
      const context = `run ${run}: ${mutate.name} of ${names[which]}`;
      const start = Date.now();
      const limits = { ...defaultLimits(start), deadline: start + budgetMs };
      const part = await extract(new Blob([bytes]), 'damaged', limits, new AbortController().signal, () => {});
      expect(Date.now() - start, context).toBeLessThan(budgetMs + 2_000);
      expect(reasons(part), context).not.toContain('error');
      expect(hasContent(part) || part.unreadable !== undefined, context).toBe(true);
    }
  }, 3_600_000);
});
