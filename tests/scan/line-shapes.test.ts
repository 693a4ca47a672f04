// Remembering the shapes of lines changes nothing that is found.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { log } from '../../benchmarks/corpus/texts.ts';
import { findInText } from '../../scan/find/find.ts';
import { forgetShapes } from '../../scan/find/line-shapes.ts';

/** Lines with `#` for any digit: what stands there decides what is found, and what follows. */
const shapes = [
  '####-##-## ##:##:##.### web-## nginx[#####]: ###.###.###.## GET /cart/########?session=################ ###',
  'call ##### ###### or #########',
  'born ##/##/#### in Leeds, card #### #### #### ####',
  'NHS number ### ### ####, ###########',
  'date of birth',
  '##/##/####',
  'phone',
  'number ###########',
  '########### ref ###########',
  'SO-##### Loft survey ##/##/#### £###.##',
  'AB ## ## ## C, DE## #### #### #### #### ##',
  'id ########, ######## ########',
  '::## ##:##:##:##:##:## ##.##.##.##',
];
const digits = fc.array(fc.constantFrom(0, 0, 1, 2, 4, 7, 9), { minLength: 8, maxLength: 60 });
const line = fc.tuple(fc.constantFrom(...shapes), digits).map(([shape, filling]) => {
  let next = 0;
  return shape.replace(/#/g, () => String(filling[next++ % filling.length]));
});

function found(text: string): string[] {
  const all: string[] = [];
  findInText(text, 0, text.length, ({ id }, start, end, normal) => all.push(`${id} ${start} ${end} ${normal}`));
  return all;
}

describe('lines of one shape', () => {
  it('are read as if each were the first of its shape', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        forgetShapes(false);
        const expected = found(text);
        forgetShapes();
        for (const other of lines) found(`${other}\n${other.replace(/[1-9]/g, '5')}`);
        for (let round = 0; round < 3; round++) expect(found(text)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('of a log are read the same, learned or not', () => {
    const text = log(50_000, 4);
    forgetShapes(false);
    const expected = found(text);
    forgetShapes();
    expect(found(text)).toEqual(expected);
  });
});
