// Files that were let in, to be known again when the page uploads them: whole, or in pieces.

/** Whether these bytes are a file that was let in, or a piece of one where an upload in pieces would cut it. */
export async function isLetIn(bytes: Blob, admitted: readonly File[]): Promise<boolean> {
  if (bytes.size === 0) return true;
  for (const file of admitted) {
    for (const start of startsOf(bytes.size, file.size))
      if (await isSame(bytes, file.slice(start, start + bytes.size))) return true;
  }
  return false;
}

const mostStarts = 4_000;
const first = 512;
const longestCompared = 256_000_000;

/** Pieces are of one size, but the last. */
function startsOf(piece: number, whole: number): number[] {
  if (piece > whole) return [];
  if (piece === whole) return [0];
  const starts = [whole - piece];
  for (let start = 0; start + piece <= whole && starts.length < mostStarts; start += piece) starts.push(start);
  return starts;
}

async function isSame(one: Blob, other: Blob): Promise<boolean> {
  if (one.size !== other.size || one.size > longestCompared) return false;
  if (!(await isEqual(one.slice(0, first), other.slice(0, first)))) return false;
  return one.size <= first || isEqual(one, other);
}

async function isEqual(one: Blob, other: Blob): Promise<boolean> {
  const [left, right] = (await Promise.all([one.arrayBuffer(), other.arrayBuffer()])).map(
    (read) => new Uint8Array(read),
  );
  return left!.every((byte, index) => byte === right![index]);
}
