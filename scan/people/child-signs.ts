// What says that a person is a child: an age below 18, or what only schools and nurseries record of a pupil.
// https://www.gov.uk/guidance/school-census (what is collected of pupils), https://www.legislation.gov.uk/ukpga/1989/41/section/105 (child: under 18)
import { readStated } from '../../detectors/stated.ts';
import { foldLetters } from '../text/letters.ts';

export type ChildSign = 'age' | 'pupil';

const ageHeader =
  /^(?:age|ages|age in years|age years|age at \w{1,12}|current age|patient age|client age|child age|childs age|pupil age|alter|age du patient|edad|leeftijd)$/;
const pupilHeader =
  /^(?:upn|unique pupil number|pupils?|pupil (?:name|id|no|number|forename|surname|first name|last name)|child(?:s)?(?: full)? name|name of child|year ?group|school year|national curriculum year|nc year|form group|tutor group|reg(?:istration)? group|house group|key ?stage|sen status|ehcp|ehcp status|pupil premium|fsm|free school meals|nursery|nursery room|parents?|parent(?:s)? (?:or )?(?:guardian|carer)|parents? name|guardian|guardian name|mother and father|klassenstufe|schulklasse|erziehungsberechtigter?|classe de l eleve|eleve|nom de l eleve|representant legal)$/;

const known = new Map<string, ChildSign | undefined>();

/** What a column header or a label says about the age of whom it is about. Remembered: the same few labels come again and again. */
export function childSignOf(header: string): ChildSign | undefined {
  if (header.length > 40) return undefined;
  if (known.has(header)) return known.get(header);
  if (known.size > 2000) known.clear();
  const sign = signOf(header);
  known.set(header, sign);
  return sign;
}

function signOf(header: string): ChildSign | undefined {
  const words = foldLetters(header.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/['’`]/g, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return ageHeader.test(words) ? 'age' : pupilHeader.test(words) ? 'pupil' : undefined;
}

/** Whether the value under such a header is a child's. */
export function isChildsValue(sign: ChildSign, value: string): boolean {
  if (sign === 'pupil') return readStated(value) !== undefined;
  const age = /^(\d{1,3})(?:[.,]\d{1,2})?\s{0,2}(?:y|yrs?|years?|jahre|ans|months?|mths?|weeks?)?(?: old)?$/i.exec(
    value.trim(),
  );
  return age !== null && (Number(age[1]) < 18 || /m(?:on)?ths?$|week/i.test(value));
}

const statedAge =
  /(?<![\p{L}\p{N}])(?:aged|age|âgée? de)[ :]{1,3}(\d{1,2})(?![\d.,:/%-]\d|\p{L}|\d)|(?<![\p{L}\p{N}.,£€$])(\d{1,2})[ -](?:years?|yrs?|year|jahre|ans)[ -](?:old|alt)(?!\p{L})/giu;

/** Whether sentences about a person give an age below 18. */
export function saysChild(text: string): boolean {
  for (const [, one, other] of text.matchAll(statedAge)) if (Number(one ?? other) < 18) return true;
  return false;
}
