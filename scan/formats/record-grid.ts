// Rows read from a notation (JSON, XML, SQL…) as a grid: cells stand anywhere in the text, the header is made of names.
import { type Detector, readInPlace } from '../../detectors/detector.ts';
import { setNormalForm } from '../../detectors/normal-form.ts';
import type { Grid } from '../tables/grid.ts';
import type { RecordTable } from './record-tree.ts';

/** Gives what a cell says where it is written with escapes. */
export type Unescape = (written: string) => string;

export function recordGrid(
  text: string,
  { header, spans }: RecordTable,
  plain: Unescape,
  toPart: (position: number) => number,
): Grid {
  const width = header.length;
  // Lists of values have numbers for names: their first row may say what they hold, as in any table.
  const hasHeader = header.some((name) => !/\b\d+$/.test(name));
  const above = hasHeader ? 1 : 0;
  const at = (row: number, column: number) => ((row - above) * width + column) * 2;
  const cell = (row: number, column: number) => {
    if (row < above) return header[column] ?? '';
    const index = at(row, column);
    return column < width && spans[index]! < spans[index + 1]!
      ? plain(text.slice(spans[index], spans[index + 1])).trim()
      : '';
  };
  return {
    rowCount: spans.length / 2 / Math.max(1, width) + above,
    width,
    hasHeader,
    cell,
    read(row, column, detector: Detector) {
      const index = at(row, column);
      if (row < above || column >= width || spans[index]! >= spans[index + 1]!) return false;
      const written = text.slice(spans[index], spans[index + 1]);
      const said = plain(written);
      if (said === written) return readInPlace(detector, text, spans[index]!, spans[index + 1]!);
      const normal = detector.read(said.trim());
      if (normal === undefined) return false;
      setNormalForm(normal);
      return true;
    },
    span(row, column) {
      const index = at(row, column);
      return row < above ? [0, 0] : [toPart(spans[index]!), toPart(spans[index + 1]!)];
    },
    search(row, from, to, search) {
      if (row < above) return;
      for (let column = from; column < Math.min(to, width); column++) {
        const index = at(row, column);
        if (spans[index]! < spans[index + 1]!) search(text, spans[index]!, spans[index + 1]!, toPart);
      }
    },
  };
}
