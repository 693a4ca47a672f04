// Pictures in what is written itself, as an editor puts pasted ones: no list of attachments has them, and they leave with the message.
import type { Attachment } from './webmail.ts';

/** Pixels. A smaller one is taken for the logo of a signature: no list can be read in it. */
const smallest = 400 * 400;

export function embeddedPictures(editor: Element): Attachment[] {
  const embedded = editor.querySelectorAll<HTMLImageElement>('img[src^="data:"], img[src^="blob:"]');
  return [...embedded].filter(isLarge).map(({ src }, index) => ({
    id: `embedded-${index}-${src.length}-${src.slice(-40)}`,
    name: `image-${index + 1}`,
    load: async (signal) => (await fetch(src, { signal })).blob(),
  }));
}

/** One that is not shown yet may be of any size. */
const isLarge = ({ naturalWidth, naturalHeight }: HTMLImageElement) =>
  !naturalWidth || !naturalHeight || naturalWidth * naturalHeight >= smallest;
