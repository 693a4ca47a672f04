// The text of an entry, which comes in pieces that end anywhere, is what one look at all its bytes would give.
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../benchmarks/corpus/random.ts';
import { openArchive, readEntryText } from '../../extractors/archive.ts';
import { defaultLimits } from '../../extractors/limits.ts';
import { createReading } from '../../extractors/reading.ts';
import { writeArchive } from './archive-writer.ts';

const reading = () =>
  createReading(
    defaultLimits(Date.now()),
    new AbortController().signal,
    () => {},
    async () => ({ name: '', type: 'unknown' }),
  );

async function textOf(bytes: Uint8Array<ArrayBuffer>): Promise<{ text: string; pieces: number }> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const content = new Uint8Array(await new Response(packed).arrayBuffer());
  const file = new Blob([await writeArchive([{ name: 'one.xml', content, inflatesTo: bytes.length }])]);
  const { entries } = await openArchive(file, reading());
  const pieces: string[] = [];
  for await (const piece of readEntryText(file, entries[0]!, reading())) pieces.push(piece);
  return { text: pieces.join(''), pieces: pieces.length };
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) =>
  Uint8Array.from([...`\ufeff${text}`].flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8]));
const long = 'Zoë €5 😀 '.repeat(9_000);

describe('the text of an entry', () => {
  it.each([0, 1, 2, 3, 4])('has every character where a piece ends in one, %i further on', async (shift) => {
    const whole = 'x'.repeat(shift) + long;
    const { text, pieces } = await textOf(utf8(whole));
    expect(text === whole).toBe(true);
    expect(pieces).toBeGreaterThan(3);
  });

  it.each([
    ['a mark at its beginning, which is none of it', `\ufeff${long}`, long],
    ['marks further on, which are', long.replaceAll('😀', '\ufeff'), long.replaceAll('😀', '\ufeff')],
  ])('with %s', async (_, written, expected) => {
    expect((await textOf(utf8(written))).text === expected).toBe(true);
  });

  it('in UTF-16', async () => {
    const whole = 'Zoë €5 '.repeat(20_000);
    expect((await textOf(utf16(whole))).text === whole).toBe(true);
  });

  it('with bytes that are no text, and one that ends in the middle of a character', async () => {
    const random = createRandom(7);
    const broken = [0x41, 0x80, 0xbf, 0xc3, 0xe2, 0x82, 0xac, 0xed, 0xf0, 0x9f, 0x98, 0xff];
    for (let run = 0; run < 5; run++) {
      const bytes = Uint8Array.from({ length: 60_000 }, () => random.pick(broken));
      bytes.set([0x41, 0x41]);
      expect((await textOf(bytes)).text === new TextDecoder().decode(bytes), `run ${run}`).toBe(true);
    }
    expect((await textOf(utf8('a€').slice(0, 3))).text).toBe('a\ufffd');
  });
});
