// Names in `kindRules` that no detector and no category has: such a rule would never apply. The policy's own check knows no detectors.
import { detectors } from '../detectors/index.ts';
import { categories } from '../policy/entries.ts';
import type { PolicyProblem } from '../policy/problem.ts';
import type { Policy } from '../policy/schema.ts';

const known = new Set<string>([...detectors.map(({ id }) => id), ...categories]);

/** One line for each name that stands for nothing. */
export function unknownKinds({ kindRules }: Policy): PolicyProblem[] {
  return kindRules.flatMap(({ of }, index) =>
    of
      .filter((kind) => !known.has(kind))
      .map((kind) => ({
        key: `kindRules[${index}].of`,
        problem: `"${kind}" is no kind and no category. It never applies.`,
      })),
  );
}
