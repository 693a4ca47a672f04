// Decompression by the platform, counted as it comes. https://compression.spec.whatwg.org/
import type { Content } from './content.ts';
import { type Reading, unreadable } from './reading.ts';

/** Pieces asked for before they are needed: the next are unpacked, on another thread, while one is read. */
const ahead = 4;

/** The unpacked bytes. Throws `broken` where they do not unpack, `too-large`, `time-out`. */
export async function* inflate(
  packed: Content,
  format: CompressionFormat | undefined,
  reading: Reading,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const stream = packed.stream() as ReadableStream<Uint8Array<ArrayBuffer>>;
  const chunks = format === undefined ? stream : stream.pipeThrough(decompression(format));
  const reader = chunks.getReader();
  const askFor = () => {
    const piece = reader.read();
    // Whoever waits for it hears what is wrong; nobody may.
    piece.catch(() => {});
    return piece;
  };
  const asked = Array.from({ length: ahead }, askFor);
  try {
    for (;;) {
      asked.push(askFor());
      const { done, value } = await asked.shift()!.catch((problem) => {
        throw isFileProblem(problem) ? problem : unreadable('broken');
      });
      if (done) return;
      reading.spend(value.length);
      reading.check();
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

const decompression = (format: CompressionFormat) =>
  new DecompressionStream(format) as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>;

const isFileProblem = (problem: unknown) => problem instanceof Error && /^Not(Readable|Found)Error$/.test(problem.name);
