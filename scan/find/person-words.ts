// Words about a person already found, in the stretch of text that is about them.
import type { Detector } from '../../detectors/detector.ts';
import { saysChild } from '../people/child-signs.ts';
import type { Collector } from '../people/collector.ts';
import { flag } from '../people/person-record.ts';
import type { RecordDraft } from '../people/record-draft.ts';
import { findWords } from './find-words.ts';

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

/**
 * What of the stretch around somebody's addresses, which stand within `first`..`last`, is about them, and not about what to write to them
 * for. Beside a clause that invites to do so, only the statement that holds the addresses is, with what goes on from it.
 */
export function stretchAbout(
  text: string,
  from: number,
  to: number,
  first: number,
  last: number,
  isNamed: boolean,
): [start: number, end: number] | undefined {
  const stretch = text.slice(from, Math.min(to, from + longestStretch));
  if (thirdPerson.test(stretch)) return [from, to];
  if (!contactPoint.test(stretch)) return isNamed || to - from <= longestNote ? [from, to] : undefined;
  if (!isNamed) return undefined;
  let statement = -1;
  let end = 0;
  for (const { index: next } of [...stretch.matchAll(clauseEnd), { index: stretch.length }]) {
    const start = end;
    end = next;
    if (from + next <= first) continue;
    if (contactPoint.test(stretch.slice(start, next)))
      return statement < 0 ? undefined : [from + statement, from + start];
    if (statement < 0) statement = start;
    // A name and a number state nothing that the next clause could go on with.
    if (from + next >= last && !/\p{Ll}{2}/u.test(text.slice(last, from + next))) break;
  }
  return statement < 0 ? undefined : [from + statement, from + end];
}

/** Where a sentence ends, or a request is added to it. */
const clauseEnd =
  /[.!?;](?=\s)|\n(?=\s)|[,–—-] ?(?=(?:(?:and|so|but|und|et) )?(?:please|kindly|bitte|merci de|veuillez) )/giu;

/** Whether a paragraph that begins here goes on about whom the one before was about. */
export const goesOnAbout = (text: string, start: number): boolean => goingOn.test(text.slice(start, start + 30));

const goingOn =
  /^\s{0,8}(?:he|she|(?:his|her|the patient|the client|the tenant|the claimant|the pupil|the student)|er|seine?|die patientin|der patient|il|elle|le patient|la patiente)(?:['’]s)?\s/iu;

const longestStretch = 2000;
/** A line without a name that is a note on its number or address. */
const longestNote = 160;

const thirdPerson =
  /(?<!\p{L})(?:he|she|his|her|hers|him|himself|herself|he['’]s|she['’]s|patient|client|tenant|resident|service user|claimant|defendant|employee|applicant|pupil|student|mother|father|son|daughter|wife|husband|mrs?|ms|miss|patientin|klientin?|herr|frau|seine[rmn]?|mme|monsieur|madame|il|elle|patiente)(?!\p{L})/iu;
const contactPoint =
  /(?<!\p{L})(?:contact|call|ring|(?:e-?mail|phone)(?!["']?\s{0,2}:)|write to|reach|speak to|get in touch|via|register (?:for|at|with|by|now|here|online|your)|rsvp|enquir\w{1,6}|questions?|helpline|hotline|book(?:ings?)? (?:with|through|via)|kontakt\w{0,8}|anmeld\w{0,6}|rückfragen|contacter|renseignements)(?!\p{L})/iu;
