// Pictures in what is written itself, as an editor puts pasted ones: no list of attachments has them, and they leave with the message.
import type { Attachment } from './webmail.ts';

/** Pixels in all. What has fewer is taken for a portrait or the logo of a signature; a strip of a sheet is low, and wide. */
const fewest = 160_000;

export function embeddedPictures(editor: Element): Attachment[] {
  const embedded = [...editor.querySelectorAll<HTMLImageElement>('img[src^="data:"],img[src^="blob:"]')];
  return (
    embedded
      // One that is not shown yet may be of any size.
      .filter(({ naturalWidth, naturalHeight }) => !naturalHeight || naturalWidth * naturalHeight >= fewest)
      .map(({ src }) => ({
        // Pictures of one program end alike: with its length it is another.
        id: `${src.length}${src.slice(-99)}`,
        name: 'image',
        load: () => fetch(src).then((answer) => answer.blob()),
      }))
  );
}
