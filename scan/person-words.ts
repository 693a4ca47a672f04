// Words about a person already found, in the stretch of text that is about them.
import type { Detector } from '../detectors/detector.ts';
import { saysChild } from './child-signs.ts';
import type { Collector } from './collector.ts';
import { findWords } from './find-words.ts';
import { flag } from './part-scan.ts';
import type { RecordDraft } from './record-draft.ts';

/** Counts the terms in `from`..`to` and notes in the draft what they say. `isProse` as for `findWords`. */
export function readWords(
  text: string,
  from: number,
  to: number,
  isProse: boolean,
  collector: Collector,
  draft: RecordDraft,
  toPart: (position: number) => number,
): void {
  if (saysChild(text.slice(from, Math.min(to, from + longestStretch)))) draft.flags |= flag.child;
  findWords(text, from, to, isProse, (detector, start, end, normal) => {
    const hash = collector.hash(detector, normal);
    collector.count(detector, hash, () => [toPart(start), toPart(end)]);
    draft.flags |= wordFlag(detector);
  });
}

/** Words of business make a colleague no client: only a column or a label of orders does. */
function wordFlag({ id, category }: Detector): number {
  switch (category) {
    case 'special':
      return flag.special | flag.beyondContact;
    case 'criminal':
      return flag.criminal | flag.beyondContact;
    default:
      return id === 'purchase' ? flag.purchase : 0;
  }
}

/** Whether sentences around somebody's address are about them, and not about what to write to them for. */
export function isSubject(text: string, from: number, to: number, isNamed: boolean): boolean {
  const stretch = text.slice(from, Math.min(to, from + longestStretch));
  if (thirdPerson.test(stretch)) return true;
  return !contactPoint.test(stretch) && (isNamed || to - from <= longestNote);
}

const longestStretch = 2000;
/** A line without a name that is a note on its number or address. */
const longestNote = 160;

const thirdPerson =
  /(?<!\p{L})(?:he|she|his|her|hers|him|himself|herself|he['’]s|she['’]s|patient|client|tenant|resident|service user|claimant|defendant|employee|applicant|pupil|student|mother|father|son|daughter|wife|husband|mrs?|ms|miss|patientin|klientin?|herr|frau|seine[rmn]?|mme|monsieur|madame|il|elle|patiente)(?!\p{L})/iu;
const contactPoint =
  /(?<!\p{L})(?:contact|call|ring|(?:e-?mail|phone)(?!["']?\s{0,2}:)|write to|reach|speak to|get in touch|via|register|rsvp|enquir\w{1,6}|questions?|helpline|hotline|book(?:ings?)? (?:with|through|via)|kontakt\w{0,8}|anmeld\w{0,6}|rückfragen|contacter|renseignements)(?!\p{L})/iu;
