// Pictures in what is written itself, as an editor puts pasted ones: no list of attachments has them, and they leave with the message.
import type { Attachment } from './webmail.ts';

/** Pixels. A smaller one is taken for the logo of a signature: no list can be read in it. */
const smallest = 400 * 400;

export function embeddedPictures(editor: Element): Attachment[] {
  const embedded = [...editor.querySelectorAll<HTMLImageElement>('[src^="data:"],[src^="blob:"]')];
  return (
    embedded
      // One that is not shown yet may be of any size.
      .filter(({ naturalWidth, naturalHeight }) => !naturalWidth || naturalWidth * naturalHeight >= smallest)
      .map(({ src }) => ({
        id: src.slice(-99),
        name: 'image',
        load: () => fetch(src).then((answer) => answer.blob()),
      }))
  );
}
