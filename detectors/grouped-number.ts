// How numbers of digit groups are judged in a text and read in a cell, once their detector knows with which group they end.
import { type Candidate, type Judgement, wholeCell } from './detector.ts';
import { digitText, groups, writeDigits } from './digit-groups.ts';

/** `lastGroup` reads the groups of the candidate and gives the last of the number that begins there, or -1. */
export function groupedNumber(lastGroup: (text: string, candidate: Candidate) => number) {
  return {
    judge(text: string, candidate: Candidate): Judgement | undefined {
      const last = lastGroup(text, candidate);
      if (last === -1) return undefined;
      return { start: candidate.start, end: groups.ends[last]!, normal: digitText(text, last) };
    },
    write(text: string, from: number, end: number): boolean {
      const last = lastGroup(text, wholeCell(from, from, end));
      if (last === -1 || groups.ends[last] !== end) return false;
      writeDigits(last);
      return true;
    },
  };
}
