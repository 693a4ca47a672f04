// Decompression by the platform, counted as it comes. https://compression.spec.whatwg.org/
import type { Content } from './content.ts';
import { type Reading, unreadable } from './reading.ts';

/** The unpacked bytes. Throws `broken` where they do not unpack, `too-large`, `time-out`. */
export async function* inflate(
  packed: Content,
  format: CompressionFormat | undefined,
  reading: Reading,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const stream = packed.stream() as ReadableStream<Uint8Array<ArrayBuffer>>;
  const chunks = format === undefined ? stream : stream.pipeThrough(decompression(format));
  const reader = chunks.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((problem) => {
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
