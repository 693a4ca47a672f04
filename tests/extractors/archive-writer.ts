// Writes ZIP archives no program would write: for tests of bad ones, and of Office parts no program at hand makes.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT

export interface EntryToWrite {
  name: string;
  content: Uint8Array<ArrayBuffer> | string;
  /** Content is already deflated and unpacks to so many bytes. */
  inflatesTo?: number;
}

/** Entries are stored, checksums are left at zero. */
export function writeArchive(entries: readonly EntryToWrite[]): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content, inflatesTo } of entries) {
    const nameBytes = new TextEncoder().encode(name);
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const method = inflatesTo === undefined ? 0 : 8;
    const sizes = [0, bytes.length, inflatesTo ?? bytes.length];
    const local = record([0x04034b50], [20, 0x800, method, 0, 0], sizes, [nameBytes.length, 0]);
    directory.push(
      record([0x02014b50], [20, 20, 0x800, method, 0, 0], sizes, [nameBytes.length, 0, 0, 0, 0], [0, offset]),
      nameBytes,
    );
    pieces.push(local, nameBytes, bytes);
    offset += local.length + nameBytes.length + bytes.length;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  return joined([
    ...pieces,
    ...directory,
    record([0x06054b50], [0, 0, entries.length, entries.length], [size, offset], [0]),
  ]);
}

/** Little endian, groups of fields: 32 bits wide, 16 bits wide, and so on in turn. */
function record(...groups: number[][]): Uint8Array {
  const bytes = groups.flatMap((group, index) =>
    group.flatMap((value) => Array.from({ length: index % 2 === 0 ? 4 : 2 }, (_, at) => (value >>> (8 * at)) & 0xff)),
  );
  return new Uint8Array(bytes);
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** So many zeros, deflated, made without ever holding them. */
export async function deflatedZeros(megabytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const block = new Uint8Array(1 << 20);
  let left = megabytes;
  const zeros = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (left-- > 0) controller.enqueue(block);
      else controller.close();
    },
  });
  return new Uint8Array(await new Response(zeros.pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer());
}
