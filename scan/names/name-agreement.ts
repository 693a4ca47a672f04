// How far two names agree, told from their hashed words: typos, initials, diminutives, missing middle names, a changed surname.
import { areDiminutives } from './given-names.ts';
import { isGivenSketch, similarity, stride } from './name-sketch.ts';

/**
 * From the same words to words of which none agrees. `part`: one is the other with words left out or cut to initials. `variant`: a given
 * name one letter from another given name. `surname`: one given name, two surnames.
 */
export type NameAgreement = 'unknown' | 'same' | 'part' | 'similar' | 'variant' | 'surname' | 'different';

type Name = readonly number[];

/** How words agree, best first. */
const exact = 4;
const initial = 3;
const diminutive = 2;
const typo = 1;
const almost = 0.5;

export function nameAgreement(one: Name, other: Name, session: number): NameAgreement {
  if (one.length === 0 || other.length === 0) return 'unknown';
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  const words = shorter.length / stride;
  const taken = new Set<number>();
  let matched = 0;
  let worst = exact;
  let isGivenMatched = false;
  let unmatched = 0;
  for (let word = 0; word < shorter.length; word += stride) {
    const [candidate, level] = bestMatch(shorter, word, longer, taken, session);
    if (level === 0) {
      unmatched = word;
      continue;
    }
    matched++;
    taken.add(candidate);
    worst = Math.min(worst, level);
    isGivenMatched ||= isGivenSketch(shorter[word + 2]!) || isGivenSketch(longer[candidate + 2]!);
  }
  if (matched < words) {
    const rest = restOf(longer, taken);
    const isSurname =
      matched > 0 &&
      matched === words - 1 &&
      isGivenMatched &&
      worst >= diminutive &&
      !isGivenSketch(shorter[unmatched + 2]!);
    return isSurname && rest.some((word) => !isGivenSketch(longer[word + 2]!)) ? 'surname' : 'different';
  }
  if (worst === exact) return shorter.length === longer.length ? 'same' : 'part';
  if (worst === initial) return 'part';
  return worst === almost ? 'variant' : 'similar';
}

function restOf(name: Name, taken: ReadonlySet<number>): number[] {
  const rest: number[] = [];
  for (let word = 0; word < name.length; word += stride) if (!taken.has(word)) rest.push(word);
  return rest;
}

/** The word of `name` that `words[word]` agrees with best, and how well; 0 where it agrees with none. */
function bestMatch(
  words: Name,
  word: number,
  name: Name,
  taken: ReadonlySet<number>,
  session: number,
): [candidate: number, level: number] {
  let best = -1;
  let bestLevel = 0;
  for (let candidate = 0; candidate < name.length; candidate += stride) {
    if (taken.has(candidate)) continue;
    const level = levelOf(words, word, name, candidate, session);
    if (level > bestLevel) {
      best = candidate;
      bestLevel = level;
    }
  }
  return [best, bestLevel];
}

function levelOf(one: Name, word: number, other: Name, candidate: number, session: number): number {
  if (one[word] === other[candidate]) return exact;
  const sameInitial = one[word + 1] === other[candidate + 1];
  // A lone initial is hashed like the initial of a word.
  if (sameInitial && (one[word] === one[word + 1] || other[candidate] === other[candidate + 1])) return initial;
  if (areDiminutives(one[word]!, other[candidate]!, session)) return diminutive;
  const oneSketch = one[word + 2]!;
  const otherSketch = other[candidate + 2]!;
  if (similarity(oneSketch, otherSketch) < (sameInitial ? 0.66 : 0.82)) return 0;
  return isGivenSketch(oneSketch) && isGivenSketch(otherSketch) ? almost : typo;
}
