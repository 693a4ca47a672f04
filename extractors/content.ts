// What is read: a Blob, or bytes that are at hand. A browser keeps the bytes of a Blob in another process: a millisecond each time
// they are asked for, which ten thousand small files, or the entries of an archive, would each pay several times.

export type Content = Blob | InHand;

/** Bytes that are at hand, read like a Blob. */
export class InHand {
  readonly bytes: Uint8Array<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes;
  }

  get size(): number {
    return this.bytes.length;
  }

  slice(start?: number, end?: number): InHand {
    return new InHand(this.bytes.subarray(start, end));
  }

  /** A copy: some readers give away what they get. */
  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.bytes.slice().buffer;
  }

  stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    const { bytes } = this;
    return new ReadableStream({
      start(controller) {
        if (bytes.length > 0) controller.enqueue(bytes.slice());
        controller.close();
      },
    });
  }
}

/** Up to this many bytes are kept at hand; more are better kept by the browser, outside of this process. */
const mostInHand = 1 << 20;

/** What was found inside a file, as a file of its own. */
export function contentOf(chunks: readonly Uint8Array<ArrayBuffer>[]): Content {
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  if (size > mostInHand) return new Blob([...chunks]);
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return new InHand(bytes);
}

/** Pieces of one content, one behind the other. */
export function joined(pieces: readonly Content[]): Content {
  const inHand = pieces.flatMap((piece) => (piece instanceof InHand ? piece.bytes : []));
  if (inHand.length === pieces.length) return contentOf(inHand);
  return new Blob(pieces.map((piece) => (piece instanceof InHand ? piece.bytes : piece)));
}
