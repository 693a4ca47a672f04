// Pictures in what is written itself, as an editor puts pasted ones: no list of attachments has them, and they leave with the message.
import type { Attachment } from './webmail.ts';

/** Pixels. What is less high is taken for the logo of a signature: it has no room for a list. */
const lowest = 200;

export function embeddedPictures(editor: Element): Attachment[] {
  const embedded = [...editor.querySelectorAll<HTMLImageElement>('[src^="data:"],[src^="blob:"]')];
  return (
    embedded
      // One that is not shown yet may be of any size.
      .filter(({ naturalHeight }) => !naturalHeight || naturalHeight >= lowest)
      .map(({ src }) => ({
        id: src.slice(-99),
        name: 'image',
        load: () => fetch(src).then((answer) => answer.blob()),
      }))
  );
}
