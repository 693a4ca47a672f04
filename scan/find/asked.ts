// Whom the lexer asks where no label says what a value is: by how it begins, so that most numbers of machines are nobody's to judge.
import type { Anchor, Detector } from '../../detectors/detector.ts';
import { groups } from '../../detectors/digit-groups.ts';
import { detectors } from '../../detectors/index.ts';

const mostDigits = 24;

/** Who is asked without a label, by how many letters a code, or digits a number, begins with; numbers also by how many digits they have. */
export const codes = byHead('code', 8);

const numbers = byHead('digits', mostDigits).map((asked) =>
  Array.from({ length: mostDigits + 1 }, (_, total) => asked.filter(({ fewest }) => (fewest ?? 0) <= total)),
);

export const networks = detectors.filter((detector) => detector.anchor === 'network');

export const internet = networks.filter(({ id }) => id === 'ip-address');

export const nobody: readonly Detector[] = [];

function byHead(anchor: Anchor, longest: number): readonly (readonly Detector[])[] {
  const asked = detectors.filter((one) => (one.anchor === anchor || one.anchor === 'either') && !one.weak);
  return Array.from({ length: longest + 1 }, (_, head) => asked.filter(({ heads }) => heads?.includes(head) ?? true));
}

/** Who is asked where letters go on what a few digits began, by how many: "1EG4-TE5-MK73". */
export const mixed = byHead('digits', mostDigits).map((asked) => asked.filter(({ after }) => after?.test('A')));

/** Who is asked of the groups read last, the first of which has `head` digits. */
export const numbersOf = (head: number) => numbers[head]?.[Math.min(groups.total, mostDigits)] ?? nobody;
