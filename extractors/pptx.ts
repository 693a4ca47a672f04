// Presentations (PPTX, PPTM, PPSX, POTX): every slide, hidden or not, in order, then notes, comments, masters, charts and properties.
// ECMA-376 part 1, 19 (PresentationML) and 21 (DrawingML)
import type { Extractor } from './extractor.ts';
import { type OfficePart, readStories } from './office-package.ts';

const mainType =
  /presentationml\.(?:presentation|slideshow|template)\.main\+xml|ms-powerpoint\.(?:presentation|slideshow|template|addin)\.macroenabled/i;

export const pptx: Extractor = {
  id: 'pptx',
  accepts: ({ archive }) => archive !== undefined && mainType.test(archive.contentTypes),
  async extract(source, reading) {
    return { name: source.name, type: 'pptx', ...(await readStories(source, reading, inOrder)) };
  },
};

const inOrder = (one: OfficePart, other: OfficePart) => place(one) - place(other) || number(one) - number(other);

const place = ({ type }: OfficePart) =>
  /presentationml\.slide\+xml/.test(type) ? 0 : /notesslide\+xml/.test(type) ? 1 : /comments?\+xml/.test(type) ? 2 : 3;

const number = ({ path }: OfficePart) => Number(/(\d{1,9})\.xml$/.exec(path)?.[1] ?? 0);
