// Tables that lie on their side: labels in the first column, a person in each of the others.
import type { Grid } from './grid.ts';
import { headerScore } from './header-row.ts';
import { headerMeaning } from './header-words.ts';

/** Longer tables have rows, not labels, below one another. */
const mostLabels = 100;

/** A few words without a number or an address in them. */
const mayBeLabel = /^(?!.*(?:\d{3}|@))\S+(?:\s+\S+){0,4}$/;

/** So many cells in the first row may all head columns. */
const fewValues = 6;

/** The grid, set upright where its first column says what its rows hold. */
export const upright = (grid: Grid): Grid => (isTransposed(grid) ? turned(grid) : grid);

function isTransposed(grid: Grid): boolean {
  if (grid.hasHeader || grid.width < 2 || grid.rowCount < 2 || grid.rowCount > mostLabels) return false;
  // Among many values some are words that head columns elsewhere: a desk, a street.
  const score = headerScore(grid, 0);
  if (score >= 2 && (grid.width <= fewValues || score * 2 > grid.width)) return false;
  let labels = 0;
  let filled = 0;
  let agreeing = 0;
  const kinds = new Set<string>();
  const named = new Set<string>();
  for (let row = 0; row < grid.rowCount; row++) {
    const label = grid.cell(row, 0).replace(/\s*:$/, '');
    if (label === '') continue;
    filled++;
    const { detectors, isPerson } = headerMeaning(label);
    if (detectors.length === 0 || !mayBeLabel.test(label)) continue;
    labels++;
    kinds.add(detectors[0]!.id);
    if (isPerson) named.add(label);
    if (detectors.some((detector) => detector.read(grid.cell(row, 1)) !== undefined)) agreeing++;
  }
  // Things that are of one kind are rows, whatever they are called.
  return (kinds.size >= 2 || named.size >= 2) && labels * 2 >= filled && agreeing * 2 >= labels;
}

function turned(grid: Grid): Grid {
  return {
    rowCount: grid.width,
    width: grid.rowCount,
    hasHeader: true,
    cell: (row, column) => (row === 0 ? grid.cell(column, 0).replace(/\s*:$/, '') : grid.cell(column, row)),
    read: (row, column, detector) => grid.read(column, row, detector),
    span: (row, column) => grid.span(column, row),
    search(row, from, to, search) {
      for (let column = from; column < to; column++) grid.search(column, row, row + 1, search);
    },
  };
}
