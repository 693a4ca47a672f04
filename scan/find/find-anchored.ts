// Values with an anchor of their own in running text: the `@` of addresses and handles, the filling of a machine-readable zone, the slash
// behind a domain. Searches for them run many times as fast as any look at each character.
import { isLatin, unitAt } from '../../detectors/characters.ts';
import type { Candidate, Detector, Judgement } from '../../detectors/detector.ts';
import { detectors } from '../../detectors/index.ts';

export interface Anchored {
  detector: Detector;
  judgement: Judgement;
}

interface Stream {
  detectors: readonly Detector[];
  /** Fewest units of a text that can hold such a value. */
  shortest: number;
  /** Offset of the next anchor from `start` on, or -1. */
  search(text: string, start: number): number;
}

const endsDomain = /\.(?:com|net|me|app|tv|ru|social|ee|fm|co\.uk)$/;
const longestEnding = 7;

const isBehindDomain = (text: string, from: number, slash: number) =>
  isLatin(unitAt(text, slash - 1)) && endsDomain.test(text.slice(Math.max(from, slash - longestEnding), slash));

const ofAnchor = (anchor: Detector['anchor']) => detectors.filter((detector) => detector.anchor === anchor);

const streams: readonly Stream[] = [
  { detectors: ofAnchor('at'), shortest: 4, search: (text, start) => text.indexOf('@', start) },
  { detectors: ofAnchor('filling'), shortest: 30, search: (text, start) => text.indexOf('<<', start) },
  {
    detectors: ofAnchor('at').filter(({ id }) => id === 'social-account'),
    shortest: 8,
    search: (text, start) => {
      let at = text.indexOf('/', start);
      while (at >= 0 && !isBehindDomain(text, start, at)) at = text.indexOf('/', at + 1);
      return at;
    },
  },
];

/** The anchored values of `text` from `from` to `to`, one after the other. `alone` is that part of it. */
export function createAnchored(text: string, from: number, to: number, alone: string) {
  const candidate: Candidate = { from, start: from, end: to, labelled: false, mislabelled: false, company: false };
  const found = streams.map((stream) => (to - from < stream.shortest ? undefined : nextOf(stream, from)));

  function nextOf(stream: Stream, start: number): Anchored | undefined {
    for (let at = stream.search(alone, start - from); at !== -1; at = stream.search(alone, at + 1)) {
      candidate.start = from + at;
      for (const detector of stream.detectors) {
        const judgement = detector.judge(text, candidate);
        if (judgement && judgement.start >= start) return { detector, judgement };
      }
    }
    return undefined;
  }

  return {
    /** The first value that begins at `start` or later, or `undefined`. `start` never goes back. */
    next(start: number): Anchored | undefined {
      let first: Anchored | undefined;
      for (let k = 0; k < streams.length; k++) {
        const known = found[k];
        if (known && known.judgement.start < start) found[k] = nextOf(streams[k]!, start);
        const value = found[k];
        if (value && (!first || value.judgement.start < first.judgement.start)) first = value;
      }
      return first;
    },
  };
}
