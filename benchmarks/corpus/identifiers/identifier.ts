// A kind of identifying number as the benchmark makes it: from the published form and check, never with the code that is measured.
import type { Random } from '../random.ts';

export interface Identifier {
  /** Our public name of the kind. */
  kind: string;
  /** How forms and letters of the country announce it. */
  labels: readonly string[];
  /** How spreadsheets head the column. */
  headers: readonly string[];
  make(random: Random): string;
  /** A value that looks like one and cannot be one: a wrong check digit or a range that is not issued. */
  spoil?(random: Random): string;
  /** Its form alone tells it, so that it is to be found without a label. */
  isUnmistakable?: boolean;
  /** It says nothing about who: an internet address, a car. */
  isNobodys?: boolean;
}

/** The date parts of somebody born between 1940 and 2005. */
export function birthParts(random: Random): { yy: string; yyyy: string; mm: string; dd: string; year: number } {
  const year = 1940 + random.below(66);
  return {
    year,
    yyyy: String(year),
    yy: String(year).slice(2),
    mm: String(1 + random.below(12)).padStart(2, '0'),
    dd: String(1 + random.below(28)).padStart(2, '0'),
  };
}

/** Draws until it fits. */
export function until<T>(draw: () => T, fits: (value: T) => boolean): T {
  for (;;) {
    const value = draw();
    if (fits(value)) return value;
  }
}

/** Another digit in the last place that is a digit. */
export function withWrongDigit(value: string, random: Random): string {
  const at = value.search(/\d\D*$/);
  return value.slice(0, at) + ((Number(value[at]) + 1 + random.below(8)) % 10) + value.slice(at + 1);
}
