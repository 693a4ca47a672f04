// People in tables, lists and records of every shape, and texts of the same shapes that are about nobody.
import { describe, expect, it } from 'vitest';
import { estimate, sheetPart } from './counting.ts';
import { nobody, records, type Structure, tables } from './people-in-structures.ts';

/** A table is tried as a sheet, and as text cut by tabs and by semicolons. */
const forms = (content: Structure[2]) =>
  typeof content === 'string'
    ? [content]
    : [sheetPart(content), ...['\t', ';'].map((delimiter) => content.map((row) => row.join(delimiter)).join('\n'))];

describe.each([
  ['records', records],
  ['tables', tables],
  ['nobody', nobody],
])('%s', (_, structures) => {
  it.each(structures.map(([what, people, content]) => [what, people, content] as const))(
    '%s: %i',
    (_what, people, content) => {
      for (const form of forms(content)) expect(estimate(form)).toBe(people);
    },
  );
});
