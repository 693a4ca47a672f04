// Pictures in what is written itself, as an editor puts pasted ones: no list of attachments has them, and they leave with the message.

import type { Attachment, FileChanges } from '../webmail.ts';
import { tellChange } from './editable.ts';
import { queryAll } from './unclobbered.ts';

/** Pixels in all. What has fewer is taken for a portrait or the logo of a signature; a strip of a sheet is low, and wide. */
const fewest = 160_000;

export function embeddedPictures(editor: Element | undefined): Attachment[] {
  return (editor ? largeIn(editor) : []).map(({ id, src }) => ({
    id,
    name: 'image',
    load: () => fetch(src).then((answer) => answer.blob()),
  }));
}

/** Takes out those that are to go. False where nothing can be done: another was to take its place, or it is there again. */
export function removeEmbedded(editors: readonly Element[], changes: FileChanges['changes']): boolean {
  for (const editor of editors) {
    const gone = largeIn(editor).filter(({ id }) => changes.has(id) && !changes.get(id));
    for (const { picture } of gone) picture.remove();
    if (gone[0]) tellChange(editor, 'deleteContent');
  }
  return !editors.flatMap(largeIn).some(({ id }) => changes.has(id));
}

interface Embedded {
  id: string;
  src: string;
  picture: HTMLImageElement;
}

function largeIn(editor: Element): Embedded[] {
  return (
    queryAll<HTMLImageElement>(editor, 'img[src^="data:" i],img[src^="blob:" i]')
      // One that is not shown yet may be of any size.
      .filter(({ naturalWidth, naturalHeight }) => !naturalHeight || naturalWidth * naturalHeight >= fewest)
      .map((picture) => {
        const { src } = picture;
        // Pictures of one program end alike: with its length it is another.
        return { id: `${src.length}${src.slice(-99)}`, src, picture };
      })
  );
}
