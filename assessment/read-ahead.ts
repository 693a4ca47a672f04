// Files in the order they are read, the small ones fetched together: each waits for the browser alone, many wait as long as one.
import { type Content, InHand } from '../extractors/content.ts';
import type { Reason } from '../scan/part.ts';
import type { FileToRead } from './assessment.ts';

/** Larger files are fetched as they are read. */
const smallest = 64 << 10;
const mostAtOnce = 64;

/** One that cannot be fetched comes as it is: reading it says why. `isKnown`: it need not be fetched. */
export async function* readAhead(
  files: readonly FileToRead[],
  isKnown: (file: FileToRead) => boolean,
): AsyncGenerator<[file: FileToRead, content: Content | Reason]> {
  for (let at = 0; at < files.length; at += mostAtOnce) {
    const some = files.slice(at, at + mostAtOnce);
    const contents = await Promise.all(some.map((file) => (isKnown(file) ? file.content : fetched(file.content))));
    for (const [index, file] of some.entries()) yield [file, contents[index]!];
  }
}

async function fetched(content: Blob | Reason): Promise<Content | Reason> {
  if (typeof content === 'string' || content.size > smallest) return content;
  try {
    return new InHand(new Uint8Array(await content.arrayBuffer()));
  } catch {
    return content;
  }
}
